package cases.arithmetic.fan_out;

import io.github.cotangent.Differentiable;

// One value used many times: its contributions are added up.
// run: f(0.9, 1.1)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double s = x * y;
    double a = s * s;
    double b = s + a;
    double c = s * b + s / a;
    return s - c + Math.sin(s) * s + a;
  }

  private Input() {}
}
