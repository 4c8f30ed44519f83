package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;
import io.github.cotangent.NonDifferentiable;
import java.util.Objects;

final class Constants {
  @NonDifferentiable
  static void clear(double[] a) {
    a[0] = 0;
  }

  @NonDifferentiable
  static double[] same(double[] a) {
    return a;
  }

  @Differentiable
  static double written(double[] a, double x) {
    double[] b = {a[0] * x, x};
    clear(b); // error: UnsupportedExpression
    clear(a.clone());
    double[] c = new double[2];
    clear(c);
    return b[0] * b[1] * c[0];
  }

  @Differentiable
  static double writtenAfterwards(double[] a, double x) {
    double[] c = same(a);
    double y = x * c[0];
    a[0] = x; // error: UnsupportedExpression
    return y * a[0];
  }

  @Differentiable
  static double writtenInTheNextRound(double x, int n) {
    double[] b = new double[n];
    double s = 0;
    for (int i = 0; i < n; i++) {
      b[i] = i; // error: UnsupportedExpression
      double[] own = {i, 1};
      s += x * Objects.requireNonNull(b)[i] * same(own)[0];
    }
    return s * x;
  }

  @Differentiable
  static double copied(double[] a, double x) {
    double[] c = same(a.clone());
    double[] d = Gradients.stopGradient(a);
    double y = x * c[0] * d[0];
    a[0] = x;
    return y * a[0];
  }

  private Constants() {}
}
