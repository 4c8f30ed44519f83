package io.github.cotangent.examples.pt009_charrnn;

import static io.github.cotangent.Gradients.insertGradientOf;

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
  public record State(Tensor[] hidden, Tensor[] cells) {}

  /** Several texts side by side: at each time a character of each, and the one that follows. */
  public record Stretch(int[][] characters, Tensor followers) {}

  /** The loss over a stretch, in nats per character, and what is remembered at its end. */
  public record Run(double loss, State end) {}

  /** What one layer remembers. */
  public record Memory(Tensor hidden, Tensor cell) {}

  /**
   * Reads a stretch, and guesses each next character.
   *
   * @param start what is remembered of the text before
   * @param bound adjoints of the memory are kept between this and its negative
   */
  @Differentiable
  public static Run read(
      Params p,
      @NonDifferentiable Cell kind,
      @NonDifferentiable State start,
      @NonDifferentiable Stretch text,
      @NonDifferentiable double bound) {
    State state = start;
    int steps = text.characters().length;
    Tensor[] tops = new Tensor[steps];
    for (int t = 0; t < steps; t++) {
      state = next(p, kind, state, text.characters()[t], bound);
      tops[t] = state.hidden()[state.hidden().length - 1];
    }
    Tensor logits = guess(p, Tensors.concat(0, tops));
    return new Run(Losses.softmaxCrossEntropy(logits, text.followers()), state);
  }

  /** What is remembered after one more character of each text. */
  static State next(Params p, Cell kind, State before, int[] characters, double bound) {
    int layers = before.hidden().length;
    Tensor[] hidden = new Tensor[layers];
    Tensor[] cells = new Tensor[layers];
    for (int i = 0; i < layers; i++) {
      Tensor below = i == 0 ? p.input()[0].gather(characters) : hidden[i - 1].matmul(p.input()[i]);
      Tensor sum = below.plus(before.hidden()[i].matmul(p.recurrent()[i])).plus(p.biases()[i]);
      Memory memory = kind == Cell.LSTM ? lstm(sum, before.cells()[i]) : rnn(sum);
      Tensor h = memory.hidden();
      insertGradientOf(h, dh -> dh.clip(-bound, bound));
      hidden[i] = h;
      cells[i] = memory.cell();
    }
    return new State(hidden, cells);
  }

  /** How likely each character seems to be next: a row of logarithms, up to a common summand. */
  static Tensor guess(Params p, Tensor hidden) {
    return hidden.matmul(p.output()).plus(p.outputBias());
  }

  /** The plain cell: the memory is the sum, squashed. */
  @Differentiable
  public static Memory rnn(Tensor sum) {
    Tensor squashed = sum.tanh();
    return new Memory(squashed, squashed);
  }

  /**
   * Long short-term memory (S. Hochreiter, J. Schmidhuber, 1997; with a gate to forget, F. Gers and
   * others, 2000): the sum has four blocks, three gates between 0 and 1, and the news.
   */
  @Differentiable
  public static Memory lstm(Tensor sum, Tensor cell) {
    int n = cell.size(1);
    Tensor keep = sum.slice(1, 0, n).sigmoid();
    Tensor write = sum.slice(1, n, 2 * n).sigmoid();
    Tensor show = sum.slice(1, 2 * n, 3 * n).sigmoid();
    Tensor news = sum.slice(1, 3 * n, 4 * n).tanh();
    Tensor next = keep.times(cell).plus(write.times(news));
    return new Memory(show.times(next.tanh()), next);
  }
}
