package io.github.cotangent.benchmarks.training;

import io.github.cotangent.examples.pt009_charrnn.Cell;
import io.github.cotangent.examples.pt009_charrnn.Network.Params;
import io.github.cotangent.examples.pt009_charrnn.Network.Run;
import io.github.cotangent.examples.pt009_charrnn.Network.State;
import io.github.cotangent.examples.pt009_charrnn.Network.Stretch;
import io.github.cotangent.examples.pt009_charrnn.dNetwork;
import io.github.cotangent.tensor.Adagrad;
import io.github.cotangent.tensor.Adam;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Optimiser;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.util.List;
import java.util.Random;

/**
 * Chapter 9: a recurrent network of one layer that reads characters. The plain cells are trained by
 * Adagrad, as in A. Karpathy's min-char-rnn, those with gates by Adam.
 *
 * @param name what it is called in the table
 * @param cell what the network does at each character
 * @param hidden how many units it has
 * @param steps over how many characters it is unrolled
 * @param batch how many texts it reads side by side
 */
record CharactersTask(String name, Cell cell, int hidden, int steps, int batch) implements Task {

  /** As many as in tinyshakespeare. */
  static final int ALPHABET = 65;

  static final double CLIP = 5;
  private static final double ADAM_RATE = 0.004;
  private static final double ADAGRAD_RATE = 0.1;

  @Override
  public int characters() {
    return steps * batch;
  }

  @Override
  public double rate() {
    return cell == Cell.LSTM ? ADAM_RATE : ADAGRAD_RATE;
  }

  Params start() {
    int sums = cell.blocks() * hidden;
    return new Params(
        new Tensor[] {weights(1, ALPHABET, sums)},
        new Tensor[] {weights(2, hidden, sums)},
        new Tensor[] {Tensors.zeros(DType.FLOAT, sums)},
        weights(3, hidden, ALPHABET),
        Tensors.zeros(DType.FLOAT, ALPHABET));
  }

  private Tensor weights(long seed, int rows, int columns) {
    double bound = 1 / Math.sqrt(hidden);
    return Tensors.uniform(DType.FLOAT, seed, -bound, bound, rows, columns);
  }

  /** The number of a character of each text at each time, and at the time after the last. */
  int[][] characterNumbers() {
    Random random = new Random(4);
    int[][] numbers = new int[steps + 1][];
    for (int t = 0; t <= steps; t++) {
      numbers[t] = random.ints(batch, 0, ALPHABET).toArray();
    }
    return numbers;
  }

  /** Times one to the last in one row, time by time. */
  static int[] followers(int[][] characters) {
    return java.util.Arrays.stream(characters)
        .skip(1)
        .flatMapToInt(java.util.Arrays::stream)
        .toArray();
  }

  private State noMemory() {
    Tensor zeros = Tensors.zeros(DType.FLOAT, batch, hidden);
    return new State(new Tensor[] {zeros}, new Tensor[] {zeros});
  }

  @Override
  public Trainee generated(double rate) {
    int[][] all = characterNumbers();
    Tensor followers = Tensors.oneHot(DType.FLOAT, followers(all), ALPHABET);
    Stretch text = new Stretch(java.util.Arrays.copyOf(all, steps), followers);
    Optimiser<Params> optimiser = cell == Cell.LSTM ? new Adam<>(rate) : new Adagrad<>(rate);
    return new GeneratedTrainee<>(start(), optimiser) {

      private State state = noMemory();

      @Override
      Slope<Params> slope(Params at) {
        dNetwork.ReadPullback read = dNetwork.readPullback(at, cell, state, text, CLIP);
        Run run = read.value();
        // As in the chapter: what is remembered in the end has the adjoint 0.
        Params gradient = read.apply(new Run(1, noMemory()));
        state = run.end();
        return new Slope<>(run.loss(), gradient);
      }

      @Override
      List<Tensor> tensors(Params g) {
        return List.of(g.input()[0], g.recurrent()[0], g.biases()[0], g.output(), g.outputBias());
      }
    };
  }

  @Override
  public Trainee torch(double rate) {
    return new TorchCharacters(this, rate);
  }
}
