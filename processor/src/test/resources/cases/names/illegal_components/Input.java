package cases.names.illegal_components;

import io.github.cotangent.Differentiable;

// Parameters whose names no record component may have take a trailing underscore.
// run: f(1.5, 0.5, 2.5)
// run: g(1.5, new double[] {0.5})
// expect: dF(1.0, 2.0, 3.0).wait_() = 6.0
final class Input {
  @Differentiable
  static double f(double wait, double clone, double hashCode) {
    double notify = wait * clone;
    return notify * hashCode;
  }

  @Differentiable
  static double g(double toString, double[] finalize) {
    return toString * finalize[0] * toString;
  }

  private Input() {}
}
