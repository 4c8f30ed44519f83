package cases.calls.renamed;

import io.github.cotangent.Differentiable;

// name = "..." gives the generated members another name.
// run: f(1.5)
// run: f(1.5, 2.5)
// expect: dSlope(2.0) = 4.0
final class Input {
  @Differentiable(name = "slope")
  static double f(double x) {
    return x * x;
  }

  @Differentiable
  static double f(double x, double y) {
    return x * y;
  }

  private Input() {}
}
