package io.github.cotangent.tensor.kernels;

/**
 * An elementwise function of one number, with its derivative: of {@code EXP}, {@code TANH}, {@code
 * SIGMOID}, {@code RELU} and {@code SQRT} in terms of the result, of the others in terms of the
 * argument.
 */
public enum UnaryOp {
  EXP,
  LOG,
  TANH,
  SIGMOID,
  RELU,
  SQRT,
  ABS,
  SQUARE;

  double apply(double x) {
    return switch (this) {
      case EXP -> Math.exp(x);
      case LOG -> Math.log(x);
      case TANH -> Math.tanh(x);
      case SIGMOID -> 1 / (1 + Math.exp(-x));
      case RELU -> Math.max(x, 0);
      case SQRT -> Math.sqrt(x);
      case ABS -> Math.abs(x);
      case SQUARE -> x * x;
    };
  }

  /** The derivative, from the result or the argument: as the class says. */
  double derivative(double v) {
    return switch (this) {
      case EXP -> v;
      case LOG -> 1 / v;
      case TANH -> 1 - v * v;
      case SIGMOID -> v * (1 - v);
      case RELU -> v > 0 ? 1 : 0 * v; // At 0 it is 0; NaN stays NaN.
      case SQRT -> 0.5 / v;
      case ABS -> Math.signum(v);
      case SQUARE -> 2 * v;
    };
  }
}
