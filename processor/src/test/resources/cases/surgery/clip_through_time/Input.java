package cases.surgery.clip_through_time;

import static io.github.cotangent.Gradients.insertGradientOf;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// The adjoint of the state is clipped at each step of the loop, as far as the limit was then.
// kink
// expect: dLoss(1.5, new double[] {1, 0.5, 0.25}, 0.125) = Input.byHand(1.5, new double[] {1, 0.5, 0.25}, 0.125)
// expect: dLoss(1.5, new double[] {1, 0.5, 0.25}, 1e9) = Input.byHand(1.5, new double[] {1, 0.5, 0.25}, 1e9)
// expect: dLoss(1.5, new double[0], 0.125) = 0.0
final class Input {
  @Differentiable
  static double loss(
      double w, @NonDifferentiable double[] xs, @NonDifferentiable double limit) {
    double h = 0;
    for (int t = 0; t < xs.length; t++) {
      double bound = limit * (t + 1);
      insertGradientOf(h, dh -> Math.max(-bound, Math.min(dh, bound)));
      h = w * h + xs[t];
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
