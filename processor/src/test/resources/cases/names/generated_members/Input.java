package cases.names.generated_members;

import io.github.cotangent.Differentiable;

// Methods, fields and variables named as generated members and runtime classes.
// run: f(1.5, 0.5)
final class Input {
  static final double dF = 2.5;
  static final double fPullback = 0.5;

  @Differentiable
  static double f(double gradient, double value) {
    double FGradient = gradient * dF;
    double Math = value * fPullback;
    double DoubleTape = FGradient * Math;
    double Arrays = DoubleTape + apply(gradient, value);
    return Arrays * dX(value) * java.lang.Math.sin(Arrays);
  }

  static double apply(double self, double seed) {
    return self * seed;
  }

  static double dX(double x) {
    return x * x;
  }

  private Input() {}
}
