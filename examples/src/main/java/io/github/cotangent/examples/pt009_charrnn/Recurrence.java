package io.github.cotangent.examples.pt009_charrnn;

import static io.github.cotangent.Gradients.insertGradientOf;
import static io.github.cotangent.Gradients.inspectGradientOf;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.tensor.Losses;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;

/** The smallest recurrent network: one layer of plain cells, one text. */
public final class Recurrence {

  private Recurrence() {}

  /** The weights: from a character, from the memory, and to the guess. */
  public record Weights(
      Tensor input, Tensor recurrent, Tensor bias, Tensor output, Tensor outputBias) {}

  /** The mean loss of all guesses: after each character but the last, the next one is guessed. */
  @Differentiable
  public static double loss(Weights w, @NonDifferentiable int[] text) {
    Tensor h = Tensors.zeros(w.bias().dtype(), 1, w.bias().size());
    double total = 0;
    for (int t = 0; t + 1 < text.length; t++) {
      Tensor seen = w.input().gather(text[t]).plus(w.bias());
      h = seen.plus(h.matmul(w.recurrent())).tanh();
      Tensor guess = h.matmul(w.output()).plus(w.outputBias());
      total += Losses.softmaxCrossEntropy(guess, oneHot(guess, text[t + 1]));
    }
    return total / (text.length - 1);
  }

  /** The memory after one more character; {@code loss} has it in place, to be read in one piece. */
  static Tensor next(Weights w, Tensor h, int character) {
    Tensor seen = w.input().gather(character).plus(w.bias());
    return seen.plus(h.matmul(w.recurrent())).tanh();
  }

  /** How likely each character seems to be next: logarithms, up to a common summand. */
  static Tensor guess(Weights w, Tensor h) {
    return h.matmul(w.output()).plus(w.outputBias());
  }

  /** A row like another one, with 1 at a place and 0 elsewhere. */
  @NonDifferentiable
  static Tensor oneHot(Tensor like, int place) {
    return Tensors.oneHot(like.dtype(), new int[] {place}, like.size(1));
  }

  /**
   * The loss of the last guess alone. On its way back the adjoint of the memory is kept within a
   * bound, and its length is written down.
   */
  @Differentiable
  public static double lastLoss(
      Weights w,
      @NonDifferentiable int[] text,
      @NonDifferentiable double bound,
      @NonDifferentiable Lengths lengths) {
    Tensor h = Tensors.zeros(w.bias().dtype(), 1, w.bias().size());
    for (int t = 0; t + 1 < text.length; t++) {
      int time = t;
      inspectGradientOf(h, dh -> lengths.note(time, dh));
      insertGradientOf(h, dh -> dh.clip(-bound, bound));
      Tensor seen = w.input().gather(text[t]).plus(w.bias());
      h = seen.plus(h.matmul(w.recurrent())).tanh();
    }
    Tensor guess = h.matmul(w.output()).plus(w.outputBias());
    return Losses.softmaxCrossEntropy(guess, oneHot(guess, text[text.length - 1]));
  }

  /** The same with long short-term memory; the length is that of the adjoint of its cell. */
  @Differentiable
  public static double lastLossOfLstm(
      Weights w, @NonDifferentiable int[] text, @NonDifferentiable Lengths lengths) {
    Tensor h = Tensors.zeros(w.bias().dtype(), 1, w.output().size(0));
    Tensor c = Tensors.zeros(w.bias().dtype(), 1, w.output().size(0));
    for (int t = 0; t + 1 < text.length; t++) {
      int time = t;
      inspectGradientOf(c, dc -> lengths.note(time, dc));
      Tensor seen = w.input().gather(text[t]).plus(w.bias());
      Network.Memory next = Network.lstm(seen.plus(h.matmul(w.recurrent())), c);
      h = next.hidden();
      c = next.cell();
    }
    Tensor guess = h.matmul(w.output()).plus(w.outputBias());
    return Losses.softmaxCrossEntropy(guess, oneHot(guess, text[text.length - 1]));
  }
}
