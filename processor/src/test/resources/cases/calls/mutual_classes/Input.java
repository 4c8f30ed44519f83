package cases.calls.mutual_classes;

import io.github.cotangent.Differentiable;

// Two classes that call each other, recursively.
// run: f(0.9, 4)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    return n <= 0 ? x : Partner.g(x * x, n - 1) + x;
  }

  private Input() {}
}

final class Partner {
  @Differentiable
  static double g(double x, int n) {
    double t = Math.sin(x);
    return n <= 0 ? t : Input.f(t, n - 1) * x;
  }

  private Partner() {}
}
