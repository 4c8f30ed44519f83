package cases.custom.library;

import io.github.cotangent.Differentiable;
import io.github.cotangent.PartialOf;

final class HillRules {
  @Differentiable
  @PartialOf(
      type = Hill.class,
      method = "height(double x)",
      wrt = "x",
      names = {"x", "result"})
  static double heightByX(double x, double result) {
    return -2 * x * result;
  }

  private HillRules() {}
}
