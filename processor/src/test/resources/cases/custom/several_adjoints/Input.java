package cases.custom.several_adjoints;

import io.github.cotangent.Differentiable;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

// A pullback that returns a record of adjoints; a parameter without a derivative.
// run: f(0.7, 1.4f, 0.3)
// tolerance: 1e-3
// step: 0.1
final class Input {
  @Differentiable
  static double f(double x, float y, double z) {
    double s = blend(x, y, 0.25, 3);
    s = blend(s * z, y, 0.75, 2);
    return s * blend(s, 2, 0.5, 1);
  }

  static double blend(double a, float b, double share, int n) {
    return n * (share * a + (1 - share) * b) * a;
  }

  @PullbackOf(
      method = "blend(double a, float b, double share, int n)",
      names = {"a", "b", "share", "n", "dResult"},
      constants = "share")
  static BlendAdjoints blendPullback(double a, float b, double share, int n, double dResult) {
    return new BlendAdjoints(
        dResult * n * (2 * share * a + (1 - share) * b), (float) (dResult * n * (1 - share) * a));
  }

  record BlendAdjoints(double da, float db) {}

  @TangentOf(
      method = "blend(double a, float b, double share, int n)",
      names = {"a", "b", "share", "n", "aDot", "bDot"},
      constants = "share")
  static double blendTangent(
      double a, float b, double share, int n, double aDot, float bDot) {
    return n * (2 * share * a + (1 - share) * b) * aDot + n * (1 - share) * a * bDot;
  }

  private Input() {}
}
