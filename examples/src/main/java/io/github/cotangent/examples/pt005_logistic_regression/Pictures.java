package io.github.cotangent.examples.pt005_logistic_regression;

import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.util.function.IntPredicate;

/**
 * Pictures with a question to each that is answered.
 *
 * @param images a row of 784 pixels for each picture
 * @param answers 1 for yes, 0 for no
 */
public record Pictures(Tensor images, Tensor answers) {

  /** The pictures of digits, and whether {@code yes} holds for what they show. */
  public static Pictures of(Digits digits, IntPredicate yes) {
    float[] answers = new float[digits.count()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = yes.test(digits.label(i)) ? 1f : 0f;
    }
    return new Pictures(digits.images(), Tensors.of(answers, answers.length));
  }

  /** How many there are. */
  public int count() {
    return answers.size();
  }

  /** Some of the pictures. */
  public Pictures gather(int... rows) {
    return new Pictures(images.gather(rows), answers.gather(rows));
  }

  /** Those from {@code from} to before {@code to}. */
  public Pictures slice(int from, int to) {
    return new Pictures(images.slice(0, from, to), answers.slice(0, from, to));
  }
}
