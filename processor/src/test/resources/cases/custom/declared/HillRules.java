package cases.custom.declared;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.PartialOf;

final class HillRules {
  private static final String MEAN = "mean(double a, double b)";

  @Differentiable
  @PartialOf(
      type = Hill.class,
      method = "height(double x)",
      wrt = "x",
      names = {"self", "x", "result"})
  static double heightByX(Hill self, double x, double result) {
    return -2 * x * result / self.width();
  }

  @NonDifferentiable
  @PartialOf(type = Hill.class, method = MEAN, wrt = "a")
  static double meanByA() {
    return 0.5;
  }

  @NonDifferentiable
  @PartialOf(type = Hill.class, method = MEAN, wrt = "b")
  static double meanByB() {
    return 0.5;
  }

  private HillRules() {}
}
