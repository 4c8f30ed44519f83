package cases.calls.helper;

import io.github.cotangent.Differentiable;

// A helper of the class without an annotation: differentiated on demand.
// run: f(1.5, 0.5)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double a = mix(x, y);
    double b = mix(a, x) * mix(y, 2);
    return b + square(square(a));
  }

  static double mix(double p, double q) {
    double t = p * q;
    return t * t + p;
  }

  static double square(double x) {
    return x * x;
  }

  private Input() {}
}
