package cases.names.shadowing_fields;

import io.github.cotangent.Differentiable;

// Parameters and locals that shadow fields and methods of the class.
// run: f(1.5, 0.5)
final class Input {
  static final double x = 7;
  static final double scale = 3;

  static double y() {
    return 2;
  }

  @Differentiable
  static double f(double x, double y) {
    double r = x * Input.x + y * y();
    {
      double scale = r * y;
      r = scale * Input.scale;
    }
    return r * scale;
  }

  private Input() {}
}
