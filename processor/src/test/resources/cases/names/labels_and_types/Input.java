package cases.names.labels_and_types;

import io.github.cotangent.Differentiable;

// Labels, types and variables of one name; a label named as a parameter.
// run: f(1.1, 3)
final class Input {
  record x(double y) {}

  @Differentiable
  static double f(double x, int n) {
    double y = x;
    x:
    for (int i = 0; i < n; i++) {
      n:
      for (int j = 0; j < n; j++) {
        y = y * x;
        if (y > 2) {
          continue x;
        }
        if (y > 1.8) {
          break n;
        }
      }
    }
    x z = new x(y * x);
    return z.y() * z.y;
  }

  private Input() {}
}
