package cases.arithmetic.reused_partials;

import io.github.cotangent.Differentiable;

// The result of a function is needed by its own adjoint: exp, sqrt, tanh, division.
// run: f(0.9)
final class Input {
  @Differentiable
  static double f(double x) {
    double a = Math.exp(x);
    double b = Math.sqrt(a + 1);
    double c = Math.tanh(b * x);
    c = Math.exp(c);
    b = 1 / (b + c);
    a = a / b;
    return a + b * c;
  }

  private Input() {}
}
