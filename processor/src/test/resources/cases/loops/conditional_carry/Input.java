package cases.loops.conditional_carry;

import io.github.cotangent.Differentiable;

// A variable that some iterations only overwrite.
// run: f(new double[] {1.1, -2.2, 0.3, -0.4})
final class Input {
  @Differentiable
  static double f(double[] x) {
    double last = 1;
    double sum = 0;
    for (double v : x) {
      if (v > 0) {
        last = v * v;
      }
      sum += last * v;
    }
    return sum * last;
  }

  private Input() {}
}
