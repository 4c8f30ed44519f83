package cases.branches.failing_dead_code;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// A statement whose value is not needed may still throw: it is not removed.
// run: f(1.5, new double[] {1, 2}, 1)
// run: f(1.5, new double[] {1, 2}, 2)
// run: f(1.5, null, 0)
// run: divide(1.5, 0)
// run: negativeSize(1.5, -1)
final class Input {
  @Differentiable
  static double f(double x, @NonDifferentiable double[] a, int i) {
    double unused = a[i];
    return x * x;
  }

  @Differentiable
  static double divide(double x, int n) {
    int unused = 7 / n;
    return x * x;
  }

  @Differentiable
  static double negativeSize(double x, int n) {
    double[] unused = new double[n];
    return x * x;
  }

  private Input() {}
}
