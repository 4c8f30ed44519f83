package io.github.cotangent.examples.pt006_hidden_layer;

import java.util.Locale;

/** A question that no straight line answers: is there ink in exactly one of two pixels? */
final class ExactlyOne {

  private ExactlyOne() {}

  /** Two hidden units, set by hand: is there ink at all, and is there ink in both? */
  static double[] hidden(double left, double right) {
    return new double[] {
      Math.tanh(5.0 * left + 5.0 * right - 2.5), Math.tanh(5.0 * left + 5.0 * right - 7.5)
    };
  }

  /** Above 0 for yes: there is ink, but not in both. */
  static double z(double[] hidden) {
    return hidden[0] - hidden[1] - 1.0;
  }

  static void print() {
    System.out.println("Is there ink in exactly one of two pixels?");
    System.out.println();
    System.out.println("left  right   any ink      both         z   answer");
    for (int left = 0; left <= 1; left++) {
      for (int right = 0; right <= 1; right++) {
        double[] hidden = hidden(left, right);
        System.out.printf(
            Locale.ROOT,
            "%4d %6d %9.4f %9.4f %9.4f   %s%n",
            left,
            right,
            hidden[0],
            hidden[1],
            z(hidden),
            z(hidden) > 0 ? "yes" : "no");
      }
    }
    System.out.println();
  }
}
