package io.github.cotangent.examples.tensors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.tensor.Axes;
import io.github.cotangent.tensor.Tensor;

/** Tells whether a short sentence is friendly, from what its words mean. */
public final class Words {

  private Words() {}

  /** What each word means, a row each; and which meaning is friendly. */
  public record Meaning(Tensor embedding, Tensor direction, double bias) {}

  /** The probability that a sentence is friendly. Every number of the sentence is a word. */
  static Tensor friendly(Meaning meaning, int[] sentence) {
    Tensor words = meaning.embedding().gather(sentence).tanh();
    Tensor mean = words.mean(Axes.of(0));
    return mean.matmul(meaning.direction()).plus(meaning.bias()).sigmoid();
  }

  /** The mean squared error over all sentences. */
  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  public static double loss(
      Meaning meaning, @NonDifferentiable int[][] sentences, @NonDifferentiable Tensor[] answers) {
    double sum = 0;
    for (int i = 0; i < sentences.length; i++) {
      sum += friendly(meaning, sentences[i]).squaredDifference(answers[i]).sum();
    }
    return sum / sentences.length;
  }
}
