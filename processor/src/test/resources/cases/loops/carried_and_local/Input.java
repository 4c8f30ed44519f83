package cases.loops.carried_and_local;

import io.github.cotangent.Differentiable;

// Loop-carried against loop-local: a local's adjoint is fresh in each iteration.
// run: f(new double[] {1.1, 2.2, 0.3})
final class Input {
  @Differentiable
  static double f(double[] x) {
    double carried = 1;
    double previous = 0;
    for (int i = 0; i < x.length; i++) {
      double local = x[i] * carried;
      double other = local;
      other = other * local;
      carried = carried + other - previous * local;
      previous = local;
    }
    return carried * previous;
  }

  private Input() {}
}
