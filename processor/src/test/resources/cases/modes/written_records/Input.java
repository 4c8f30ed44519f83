package cases.modes.written_records;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// A helper writes into the array of a record, and not into its number: the number's tangent stays a
// constant in the product with the Hessian, and has no adjoint.
// run: f(new Scaled(1.5, new double[] {1, 2}), 0.7)
final class Input {
  record Scaled(double scale, double[] w) {}

  static double add(Scaled q, double x) {
    q.w()[0] += x;
    return q.w()[0] * q.scale();
  }

  @Differentiable(generate = {Output.GRADIENT, Output.HVP})
  static double f(Scaled q, double x) {
    double s = add(q, x);
    return s * q.w()[1] * add(q, x * x);
  }

  private Input() {}
}
