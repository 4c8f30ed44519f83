package cases.custom.library;

import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.PartialOf;

final class SumRules {
  private static final String SUM = "sum(double a, double b)";

  @PartialOf(type = Double.class, method = SUM, wrt = "a")
  static double sumByA() {
    return 1;
  }

  @PartialOf(type = Double.class, method = SUM, wrt = "b")
  static double sumByB() {
    return 1;
  }

  @PartialOf(
      type = Double.class,
      method = "max(double a, double b)",
      wrt = "a",
      names = {"a", "b"})
  @NonDifferentiable
  static double maxByA(double a, double b) {
    return a > b ? 1 : 0;
  }

  @PartialOf(
      type = Double.class,
      method = "max(double a, double b)",
      wrt = "b",
      names = {"a", "b"})
  @NonDifferentiable
  static double maxByB(double a, double b) {
    return a > b ? 0 : 1;
  }

  private SumRules() {}
}
