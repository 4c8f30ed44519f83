package cases.arithmetic.integers_regrouped;

import io.github.cotangent.Differentiable;

/** Factors 2 and -1 of a derivative do not meet the user's ints: these would wrap. */
final class Input {
  private Input() {}

  // run: quotients(1.5, 0.75, 1500000000)
  @Differentiable
  static double quotients(double x, double y, int n) {
    return x * (n / y) + (n / y) * x;
  }

  // run: products(1.5, 1500000000)
  @Differentiable
  static double products(double x, int n) {
    return x * (n * x) + (n * x) * x;
  }

  // run: smallest(1.5, 0.75)
  @Differentiable
  static double smallest(double x, double y) {
    return -y * (-2147483648 * x);
  }

  // run: negated(0.5, 0.75, -2147483648)
  @Differentiable
  static double negated(double x, double y, int n) {
    return -y * (n * x) - y * (-n / x);
  }

  // run: hexadecimal(1.5)
  @Differentiable
  static double hexadecimal(double x) {
    return 0x80000000 / x;
  }
}
