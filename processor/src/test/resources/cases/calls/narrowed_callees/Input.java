package cases.calls.narrowed_callees;

import io.github.cotangent.Differentiable;

// wrt narrows what the user gets of a method, not what calls of it need.
// run: f(1.5, 0.5)
// run: records(1.5, 0.5)
// run: loop(1.1, 0.5, 3)
// run: loop(1.1, 0.5, 0)
// run: within(1.5, 0.5, 2.5)
// run: power(1.5, 0.5, 3)
// run: arrays(1.5, 0.5)
// expect: dWithin(1.5, 0.5, 2.5) = 2.8125
final class Input {
  @Differentiable
  static double f(double x, double y) {
    return Other.product(x, y) * Other.product(y * x, 2.0) + Other.over(x, y, 1);
  }

  @Differentiable
  static double records(double x, double y) {
    Other.Point p = new Other.Point(x, y);
    return p.scaled(y) * Other.norm(p, x);
  }

  @Differentiable
  static double loop(double x, double y, int n) {
    double s = x;
    for (int i = 0; i < n; i++) {
      s = Other.all(s, y) * x;
    }
    return s;
  }

  @Differentiable(wrt = "b")
  static double within(double a, double b, double c) {
    return product(a, product(b, c)) * productWhole(b) + a * b * 0;
  }

  @Differentiable(wrt = {"x", "x"})
  static double product(double x, double y) {
    return x * y;
  }

  /** Takes the name that a generated member would like to have. */
  static double productWhole(double x) {
    return x * x;
  }

  @Differentiable(wrt = "y")
  static double power(double x, double y, int n) {
    return n == 0 ? y : x * power(x, y * x, n - 1);
  }

  @Differentiable
  static double arrays(double x, double y) {
    return Other.sum(new double[] {x, y}, x * y);
  }

  private Input() {}
}
