package errors;

import static io.github.cotangent.Gradients.insertGradientOf;
import static io.github.cotangent.Gradients.inspectGradientOf;

import io.github.cotangent.Differentiable;

final class Surgery {
  record P(double x) {}

  @Differentiable
  static double f(double x, double[] a, P[] ps) {
    double y = x * x;
    insertGradientOf(x * y, d -> 2 * d); // error: UnsupportedExpression
    insertGradientOf(a[0], d -> 2 * d); // error: UnsupportedExpression
    insertGradientOf(y, Math::abs); // error: UnsupportedExpression
    insertGradientOf(y, d -> { return 2 * d; }); // error: UnsupportedExpression
    inspectGradientOf(y, d -> { if (d > 0) { return; } }); // error: UnsupportedExpression
    inspectGradientOf(a, d -> { d[0] = 0; }); // error: UnsupportedExpression
    inspectGradientOf(ps, d -> System.out.println(d)); // error: UnsupportedExpression
    return y * a[0] * ps[0].x();
  }
}
