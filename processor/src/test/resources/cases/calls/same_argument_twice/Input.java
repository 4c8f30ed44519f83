package cases.calls.same_argument_twice;

import io.github.cotangent.Differentiable;

// The same argument twice, an argument that is also assigned, nested calls.
// run: f(1.5)
final class Input {
  @Differentiable
  static double f(double x) {
    double y = product(x, x);
    y = product(y, y);
    y = product(product(x, y), product(y, 3));
    return y;
  }

  static double product(double a, double b) {
    a = a * b;
    return a + b * 2;
  }

  private Input() {}
}
