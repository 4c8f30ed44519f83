package cases.calls.pullback_wrt;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// wrt and @NonDifferentiable together with pullbacks.
// run: f(1.5, 0.5, new double[] {1.1, 0.2})
// run: g(new double[] {1.1, 0.2}, 0.5, new double[] {0.3, 0.4})
final class Input {
  @Differentiable(wrt = "b")
  static double[] f(double a, double b, double[] c) {
    return new double[] {a * b * c[0], c[1] * b};
  }

  @Differentiable
  static void g(double[] out, double k, @NonDifferentiable double[] data) {
    for (int i = 0; i < out.length; i++) {
      out[i] = out[i] * k + data[i] * k;
    }
  }

  private Input() {}
}
