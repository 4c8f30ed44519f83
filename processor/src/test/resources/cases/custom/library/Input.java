package cases.custom.library;

import io.github.cotangent.Differentiable;
import io.github.cotangent.UseDerivatives;

// Rules for a library, in a class of their own; a rule beside an annotated target.
// run: f(0.7, 1.4)
// run: Inner#g(0.7)
@UseDerivatives(SumRules.class)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    return Double.sum(x * y, y) * Double.max(x, y) + Double.sum(x, 1);
  }

  @UseDerivatives(HillRules.class)
  static final class Inner {
    @Differentiable
    static double g(double x) {
      double s = x;
      for (int i = 0; i < 3; i++) {
        s = Double.sum(Hill.height(s), x) / 3;
      }
      return s;
    }
  }

  private Input() {}
}
