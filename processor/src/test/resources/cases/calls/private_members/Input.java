package cases.calls.private_members;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.function.IntUnaryOperator;

// What is private and can be reached all the same: static helpers, compile-time constants.
// run: inactive(1.5, 3)
// run: active(1.5, 3)
// run: lambda(1.5, 3)
// run: inTry(1.5, 3)
// run: inTry(1.5, -3)
// run: localClass(1.5, 3)
// run: constants(1.5)
// run: nested(1.5, 3)
// run: marked(1.5)
// run: R#both(new R(1.5), 2.5)
// run: throwing(1.5, 3)
// run: throwing(1.5, -3)
final class Input {
  private static final int SIZE = 3;
  private static final double SCALE = -1.5e3 / 7;
  private static final String NAME = "name";

  private static int twice(int n) {
    return n < 0 ? positive(-n) : 2 * n;
  }

  private static int positive(int n) {
    if (n > SIZE) {
      throw new IllegalArgumentException(NAME);
    }
    return SIZE - n + 1;
  }

  private static double square(double x) {
    return x * x;
  }

  @Differentiable
  static double inactive(double x, int n) {
    return x * twice(n);
  }

  @Differentiable
  static double active(double x, int n) {
    return square(x) * square(n);
  }

  @Differentiable
  static double lambda(double x, int n) {
    IntUnaryOperator g = k -> twice(k) + SIZE;
    return x * g.applyAsInt(n);
  }

  @Differentiable
  static double inTry(double x, int n) {
    int k = 0;
    try {
      k = positive(n - 1);
    } catch (IllegalArgumentException e) {
      k = SIZE;
    }
    return x * x * k;
  }

  @Differentiable
  static double localClass(double x, int n) {
    class Counter {
      private int count = twice(n);
    }
    int k = new Counter().count;
    return x * k;
  }

  @Differentiable
  static double constants(double x) {
    return x * SIZE * SCALE * NAME.length();
  }

  private static final class Nested {
    static int triple(int n) {
      return 3 * twice(n);
    }

    private static double cube(double x) {
      return x * square(x);
    }
  }

  @Differentiable
  static double nested(double x, int n) {
    return Nested.cube(x) * Nested.triple(n);
  }

  @NonDifferentiable
  private static double rounded(double x) {
    return Math.rint(square(x));
  }

  @Differentiable
  static double marked(double x) {
    return x * rounded(x * 3.1);
  }

  record R(double x) {
    private double times(double y) {
      return x * y;
    }

    private static double half(double y) {
      return y / twice(1);
    }

    @Differentiable
    double both(double y) {
      return times(y) * half(x);
    }
  }

  private static int checked(int n) throws Exception {
    if (n < 0) {
      throw new Exception();
    }
    return n;
  }

  @Differentiable
  static double throwing(double x, int n) throws Exception {
    return x * x * checked(n);
  }

  private Input() {}
}
