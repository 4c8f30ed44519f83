package cases.calls.private_helper;

import io.github.cotangent.Differentiable;

// Private helpers are re-emitted in the generated class.
// run: f(1.5, 3)
final class Input {
  private static final double FACTOR = 0.5;

  @Differentiable
  static double f(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = damp(y) + weight(i) * x;
    }
    return y;
  }

  private static double damp(double y) {
    return y * FACTOR + Math.sin(y);
  }

  private static double weight(int i) {
    return i % 2 == 0 ? 0.25 : half(i);
  }

  private static double half(int i) {
    return i / 2.0;
  }

  private Input() {}
}
