package cases.arithmetic.static_import;

import static java.lang.Math.PI;
import static java.lang.Math.exp;
import static java.lang.Math.sin;

import io.github.cotangent.Differentiable;

// Functions of Math by static import, a constant by static import, and a user's method of the name.
// run: f(0.8)
final class Input {
  static double cos(double x) {
    return x * x * x;
  }

  @Differentiable
  static double f(double x) {
    return sin(PI * x) + exp(x) * cos(x) + Math.cos(x);
  }

  private Input() {}
}
