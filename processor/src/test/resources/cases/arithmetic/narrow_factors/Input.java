package cases.arithmetic.narrow_factors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Factors of a narrower type: their products, sums and negations are those of the wider type.
// run: signs(1.5, Integer.MIN_VALUE)
// expect: dSigns(1.5, Integer.MIN_VALUE) = 2147483648.0
// run: sum(1.5, 2_000_000_000, 2_000_000_000)
// expect: dSum(1.5, 2_000_000_000, 2_000_000_000) = 4e9
// run: product(1.5, 2_000_000_000, 2_000_000_000)
// run: literals(1.5)
// expect: dLiterals(1.5) = 1.4e10
// run: angle(1.5, Integer.MIN_VALUE)
// run: floats(1.5, 3e38f, 2.5e38f)
// run: digits(1.5, 0.1f, 0.3f)
// expect: dDigits(1.5, 0.1f, 0.3f) = (double) 0.1f + 0.3f
final class Input {
  @Differentiable
  static double signs(double x, int n) {
    return n * -x;
  }

  @Differentiable
  static double sum(double x, int n, int m) {
    return x * n + x * m;
  }

  @Differentiable
  static double product(double x, int n, int m) {
    return (x * n) * m + n * (x * 2);
  }

  @Differentiable
  static double literals(double x) {
    return 100000 * (x * 100000) + x * 2000000000 + 2000000000 * x;
  }

  @Differentiable
  static double angle(double x, int n) {
    return Math.atan2(n, x) - n / x;
  }

  @Differentiable
  static double floats(double x, @NonDifferentiable float f, @NonDifferentiable float g) {
    return x * f + x * g + (x * f) * g;
  }

  @Differentiable
  static double digits(double x, @NonDifferentiable float f, @NonDifferentiable float g) {
    return x * f + x * g;
  }

  private Input() {}
}
