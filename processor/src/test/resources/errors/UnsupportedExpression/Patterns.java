package errors;

import io.github.cotangent.Differentiable;
import java.util.List;
import java.util.function.IntConsumer;

// Pattern variables that have no place to be declared, and assignments within lambdas.
final class Patterns {
  @Differentiable
  static double chosen(double x, Object o) {
    int n = o instanceof String s ? s.length() : 0; // error: UnsupportedExpression @13
    return x * n;
  }

  @Differentiable
  static double called(double x, List<Object> o) {
    if (o.get(0) instanceof String s) { // error: UnsupportedExpression @9
      return x * s.length();
    }
    return x;
  }

  @Differentiable
  static double orElse(double x, Object o) {
    if (o instanceof String s && s.isEmpty()) { // error: UnsupportedExpression @9
      return x;
    } else {
      return 2 * x;
    }
  }

  @Differentiable
  static double never(double x, Object o) {
    if (!(o instanceof String s)) { // error: UnsupportedExpression @11
      if (x > 0) {
        return x;
      } else {
        return 2 * x;
      }
    }
    return x * s.length();
  }

  @Differentiable
  static double assigns(double x, int[] counts) {
    IntConsumer increase = i -> counts[i]++; // error: UnsupportedExpression @33
    increase.accept(0);
    return x * counts[0];
  }
}
