package cases.arithmetic.assignment_in_condition;

import io.github.cotangent.Differentiable;

// Assignments to active variables inside conditions, some of them not executed.
// run: f(1.5, 0.5)
// run: f(0.1, 0.45)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double t = x;
    double u = y;
    if ((t = t * y) > 0.2 && (u = u * x) > 0.1) {
      t = t * u;
    }
    if (t < 0.6 || (u += t) > 100) {
      u = u * t;
    }
    return t * t + u * (t > (u *= 2) ? u : t);
  }

  private Input() {}
}
