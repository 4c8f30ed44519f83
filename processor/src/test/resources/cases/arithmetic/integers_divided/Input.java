package cases.arithmetic.integers_divided;

import io.github.cotangent.Differentiable;

/** Integers on both sides of an active value: their quotient is one of numbers, not of ints. */
final class Input {
  private Input() {}

  // run: percent(0.7, 8)
  @Differentiable
  static double percent(double x, int n) {
    return 100 * x / n;
  }

  // run: variables(0.7, 3, 7)
  @Differentiable
  static double variables(double x, int n, long m) {
    return n * x / m;
  }

  // run: ofSums(0.7, 3, 7)
  @Differentiable
  static double ofSums(double x, int n, int m) {
    return (n + 1) * (x * x) / (m * m);
  }

  // run: characters(0.7, 'a', (short) 7)
  @Differentiable
  static double characters(double x, char c, short s) {
    return c * x / s;
  }

  // run: floats(0.75f, 8)
  @Differentiable
  static float floats(float x, int n) {
    return 3 * x / n;
  }

  // run: mixed(0.7, 8)
  @Differentiable
  static double mixed(double x, int n) {
    return 100 * x / n * 3 / 7;
  }

  // run: mean(new double[] {1, -2, 4}, 2)
  @Differentiable
  static double mean(double[] x, int n) {
    double error = 0;
    for (int i = 0; i < x.length; i++) {
      error += 5 * Math.abs(x[i]) / (n + i);
    }
    return 100 * error / x.length;
  }
}
