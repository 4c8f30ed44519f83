package cases.calls.void_recursion;

import io.github.cotangent.Differentiable;

// A void method that calls itself and writes on the way down and on the way up.
// run: f(new double[] {1.1, 0.2, 0.5, 0.7}, 0)
// run: total(new double[] {1.1, 0.2, 0.5, 0.7})
final class Input {
  @Differentiable
  static void f(double[] x, int i) {
    if (i + 1 >= x.length) {
      return;
    }
    x[i + 1] += x[i] * x[i];
    f(x, i + 1);
    x[i] *= x[i + 1];
  }

  @Differentiable
  static double total(double[] x) {
    f(x, 1);
    f(x, 0);
    return x[0] * x[3];
  }

  private Input() {}
}
