package cases.loops.comma_updates;

import io.github.cotangent.Differentiable;

// Several initialisers and updates, calls among them, active ones too.
// run: f(1.1, 4)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    double z;
    int i;
    for (i = 0, z = x * x; i < n && z < 50; i++, z *= y, y += 0.1) {
      y = y + z * 0.01;
    }
    return y * z * i;
  }

  private Input() {}
}
