package broken;

import io.github.cotangent.Differentiable;
import library.Blas;

public final class Broken {
  private Broken() {}

  @Differentiable
  public static double f(double x) {
    return x * Blas.bad(x);
  }

  @Differentiable
  public static double g(double x) {
    return Blas.bump(x);
  }
}
