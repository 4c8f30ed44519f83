package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.tensor.Losses;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;

/** A recurrent network of one or more layers, unrolled over a stretch of text. */
public final class Network {

  private Network() {}

  /** The weights: arrays have an element for each layer, the lowest first. */
  public record Params(
      Tensor[] input, Tensor[] recurrent, Tensor[] biases, Tensor output, Tensor outputBias) {}

  /** What the network remembers: for each layer a row for each text that is read side by side. */
  public record State(Tensor[] hidden, Tensor[] cell) {}

  /** A stretch of several texts side by side: for each time, a character of each. */
  public record Stretch(int[][] characters, Tensor followers) {}

  /** The loss over a stretch, and what is remembered at its end. */
  public record Run(double loss, State end) {}

  /** A layer's state after a character. */
  record Memory(Tensor hidden, Tensor cell) {}

  /** Reads a stretch, guessing each next character. */
  @Differentiable
  public static Run read(
      Params p,
      @NonDifferentiable Cell kind,
      @NonDifferentiable State start,
      @NonDifferentiable Stretch text) {
    Tensor[] hidden = start.hidden().clone();
    Tensor[] cell = start.cell().clone();
    int steps = text.characters().length;
    Tensor[] tops = new Tensor[steps];
    for (int t = 0; t < steps; t++) {
      for (int layer = 0; layer < hidden.length; layer++) {
        Tensor x =
            layer == 0
                ? p.input()[0].gather(text.characters()[t])
                : hidden[layer - 1].matmul(p.input()[layer]);
        Tensor sum = x.plus(hidden[layer].matmul(p.recurrent()[layer])).plus(p.biases()[layer]);
        if (kind == Cell.RNN) {
          hidden[layer] = sum.tanh();
        } else {
          Memory next = lstm(sum, cell[layer]);
          cell[layer] = next.cell();
          hidden[layer] = next.hidden();
        }
      }
      tops[t] = hidden[hidden.length - 1];
    }
    Tensor logits = Tensors.concat(0, tops).matmul(p.output()).plus(p.outputBias());
    return new Run(
        Losses.softmaxCrossEntropy(logits, text.followers()), new State(hidden, cell));
  }

  /** Long short-term memory. */
  static Memory lstm(Tensor sum, Tensor cell) {
    int n = cell.size(1);
    Tensor keep = sum.slice(1, 0, n).sigmoid();
    Tensor write = sum.slice(1, n, 2 * n).sigmoid();
    Tensor show = sum.slice(1, 2 * n, 3 * n).sigmoid();
    Tensor news = sum.slice(1, 3 * n, 4 * n).tanh();
    Tensor next = keep.times(cell).plus(write.times(news));
    return new Memory(show.times(next.tanh()), next);
  }
}
