package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.pt009_charrnn.Network.Params;
import io.github.cotangent.examples.pt009_charrnn.Network.State;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;

/** A network, and the alphabet that it reads and writes. */
record Model(Alphabet alphabet, Cell kind, Params params) {

  /**
   * A network that knows nothing: weights are uniform between ±1 / √n, with n the number of units,
   * and the biases are 0.
   */
  static Model untrained(Alphabet alphabet, Form form, DType type, long seed) {
    int n = form.hidden();
    int sums = form.kind().blocks() * n;
    Tensor[] input = new Tensor[form.layers()];
    Tensor[] recurrent = new Tensor[form.layers()];
    Tensor[] biases = new Tensor[form.layers()];
    for (int i = 0; i < form.layers(); i++) {
      int below = i == 0 ? alphabet.size() : n;
      input[i] = uniform(type, seed + 3L * i, n, below, sums);
      recurrent[i] = uniform(type, seed + 3L * i + 1, n, n, sums);
      biases[i] = Tensors.zeros(type, sums);
    }
    Tensor output = uniform(type, seed + 3L * form.layers(), n, n, alphabet.size());
    Tensor outputBias = Tensors.zeros(type, alphabet.size());
    return new Model(
        alphabet, form.kind(), new Params(input, recurrent, biases, output, outputBias));
  }

  private static Tensor uniform(DType type, long seed, int units, int rows, int columns) {
    double bound = 1 / Math.sqrt(units);
    return Tensors.uniform(type, seed, -bound, bound, rows, columns);
  }

  /** The same network with other weights. */
  Model with(Params newParams) {
    return new Model(alphabet, kind, newParams);
  }

  Form form() {
    return new Form(kind, params.output().size(0), params.input().length);
  }

  /** What is remembered before the first character of so many texts: nothing. */
  State noMemory(int texts) {
    Form form = form();
    Tensor[] hidden = new Tensor[form.layers()];
    Tensor[] cells = new Tensor[form.layers()];
    for (int i = 0; i < form.layers(); i++) {
      hidden[i] = Tensors.zeros(params.output().dtype(), texts, form.hidden());
      cells[i] = Tensors.zeros(params.output().dtype(), texts, form.hidden());
    }
    return new State(hidden, cells);
  }

  /** How many numbers are learnt. */
  int size() {
    int size = params.output().size() + params.outputBias().size();
    for (int i = 0; i < params.input().length; i++) {
      size += params.input()[i].size() + params.recurrent()[i].size() + params.biases()[i].size();
    }
    return size;
  }

  /** The form of a network: its cells, how many there are in a layer, and how many layers. */
  record Form(Cell kind, int hidden, int layers) {}
}
