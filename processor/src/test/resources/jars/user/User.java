package user;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.UseDerivatives;
import library.Blas;
import library.BumpRules;
import library.Vec;

@UseDerivatives(BumpRules.class)
public final class User {
  private User() {}

  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  public static double f(double[] a, double x) {
    double s = Blas.dot(a, a, x, a[0]) * Blas.bump(x * a[1]);
    Vec v = Vec.of(a);
    for (int i = 0; i < 3; i++) {
      v = v.times(v).plus(Vec.of(a)).scaled(x).tanh();
    }
    return s + v.dot(v) + Blas.dot(a, a, s * s + 1, 2);
  }

  @Differentiable(generate = {Output.PULLBACK, Output.JVP})
  public static Vec g(Vec u, double x) {
    return u.times(u).scaled(x).plus(u);
  }
}
