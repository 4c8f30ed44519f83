package errors;

import io.github.cotangent.Accumulator;
import io.github.cotangent.Differentiable;
import io.github.cotangent.DifferentiableType;
import io.github.cotangent.NonDifferentiable;

// A field of a value of a type of the user's own: no rule says what its derivative is.
final class FieldOfValue {
  @Differentiable
  static double read(Own o, double x) {
    return o.value * x; // error: UnsupportedExpression @12
  }

  @Differentiable
  static double row(Own o, double x) {
    double[] row = o.row; // error: UnsupportedExpression @20
    return row[0] * x;
  }

  @Differentiable
  static double constant(@NonDifferentiable Own o, double x) {
    return o.value * x * o.row[0];
  }

  @Differentiable
  static double size(Own o, double x) {
    return o.size * x;
  }

  static final class Own implements DifferentiableType<Own, OwnSum> {
    final double value = 1;
    final double[] row = {1};
    final int size = 3;

    @Override
    public OwnSum accumulator() {
      return new OwnSum();
    }

    @Override
    public Own copy() {
      return new Own();
    }
  }

  static final class OwnSum implements Accumulator<Own> {
    @Override
    public void add(Own adjoint) {}

    @Override
    public void set(Own adjoint) {}

    @Override
    public Own freeze() {
      return new Own();
    }
  }
}
