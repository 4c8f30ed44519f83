package errors;

import io.github.cotangent.Differentiable;
import java.util.function.IntConsumer;

// Pattern variables and assignments within lambdas.
final class Patterns {
  @Differentiable
  static double pattern(double x, Object o) {
    int n = 1;
    if (o instanceof String s) { // error: UnsupportedExpression @9
      n = s.length();
    }
    return x * n;
  }

  @Differentiable
  static double assigns(double x, int[] counts) {
    IntConsumer increase = i -> counts[i]++; // error: UnsupportedExpression @33
    increase.accept(0);
    return x * counts[0];
  }
}
