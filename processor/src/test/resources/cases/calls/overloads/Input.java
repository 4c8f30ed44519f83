package cases.calls.overloads;

import io.github.cotangent.Differentiable;

// Overloads by number and by type; each is generated under a name of its own.
// run: f(1.5)
// run: f(1.5f)
// run: f(1.5, 2)
// run: f(new double[] {1.5, 2.5})
// tolerance: 2e-3
// step: 0.01
final class Input {
  @Differentiable
  static double f(double x) {
    return x * x + f(x, 2);
  }

  @Differentiable
  static float f(float x) {
    return x * x * x;
  }

  @Differentiable
  static double f(double x, int n) {
    return x * n * x;
  }

  @Differentiable
  static double f(double[] x) {
    return f(x[0]) * f(x[1]) + f((float) x[0]) + f(x[0], 3);
  }

  private Input() {}
}
