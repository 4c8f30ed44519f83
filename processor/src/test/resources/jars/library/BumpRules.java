package library;

import io.github.cotangent.PartialOf;

public final class BumpRules {
  private BumpRules() {}

  @PartialOf(
      type = Blas.class,
      method = "bump(double t)",
      wrt = "t",
      names = {"result", "t"})
  public static double bumpByT(double result, double t) {
    return -2 * t * result;
  }
}
