package cases.calls.default_arguments;

import io.github.cotangent.Differentiable;

// Overloads that call one another, as Java writes default arguments.
// run: decay(1.5)
// run: decay(1.5, 0.5)
// run: decay(1.5, 0.5, 3)
final class Input {
  @Differentiable
  static double decay(double x) {
    return decay(x, 0.9);
  }

  @Differentiable
  static double decay(double x, double rate) {
    return decay(x, rate, 2);
  }

  @Differentiable
  static double decay(double x, double rate, int steps) {
    double y = x;
    for (int i = 0; i < steps; i++) {
      y *= rate;
    }
    return y;
  }

  private Input() {}
}
