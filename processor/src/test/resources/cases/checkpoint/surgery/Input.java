package cases.checkpoint.surgery;

import static io.github.cotangent.Gradients.checkpoint;
import static io.github.cotangent.Gradients.insertGradientOf;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Operations on gradients in a loop with checkpoints: each is done once for each step.
// kink
// expect: dClipped(1.5, new double[] {1, 0.5, 0.25}, 0.125) = Input.byHand(1.5, new double[] {1, 0.5, 0.25}, 0.125)
final class Input {
  @Differentiable
  static double clipped(
      double w, @NonDifferentiable double[] xs, @NonDifferentiable double limit) {
    double h = 0;
    double bound = limit;
    for (double x : xs) {
      checkpoint(2);
      double most = bound;
      insertGradientOf(h, dh -> Math.max(-most, Math.min(dh, most)));
      h = w * h + x;
      bound += limit;
    }
    return h * h;
  }

  static double byHand(double w, double[] xs, double limit) {
    double[] h = new double[xs.length + 1];
    for (int t = 0; t < xs.length; t++) {
      h[t + 1] = w * h[t] + xs[t];
    }
    double dh = 2 * h[xs.length];
    double dw = 0;
    for (int t = xs.length - 1; t >= 0; t--) {
      dw += dh * h[t];
      dh = Math.max(-limit * (t + 1), Math.min(dh * w, limit * (t + 1)));
    }
    return dw;
  }

  private Input() {}
}
