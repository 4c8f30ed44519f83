package cases.loops.swap_variables;

import io.github.cotangent.Differentiable;

// Two carried variables swapped through a third: Fibonacci in x.
// run: f(1.1, 0.9, 6)
final class Input {
  @Differentiable
  static double f(double x, double y, int n) {
    double a = x;
    double b = y;
    for (int i = 0; i < n; i++) {
      double t = a + b * 0.5;
      a = b;
      b = t * x;
    }
    return a * b;
  }

  private Input() {}
}
