package cases.calls.other_class;

import io.github.cotangent.Differentiable;

// @Differentiable methods of another class of the same compilation, through its linkage.
// run: f(1.6, new double[] {1.1, 2.2})
final class Input {
  @Differentiable
  static double f(double x, double[] a) {
    double y = Other.cube(x) + Other.norm(a);
    Other.scale(a, y);
    double[] b = Other.doubled(a);
    b[0] *= a[1];
    return y * b[0] + Other.cube(b[1]) + Other.constant(x) * x;
  }

  private Input() {}
}
