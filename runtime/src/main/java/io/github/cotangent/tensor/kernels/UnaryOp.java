package io.github.cotangent.tensor.kernels;

/** An elementwise function of one number, with its derivative. */
public enum UnaryOp {
  EXP(true),
  LOG(false),
  TANH(true),
  SIGMOID(true),
  RELU(true),
  SQRT(true),
  ABS(false),
  SQUARE(false);

  private final boolean fromResult;

  UnaryOp(boolean fromResult) {
    this.fromResult = fromResult;
  }

  /** True where {@link #derivative} is written in terms of the result, not of the argument. */
  public boolean isFromResult() {
    return fromResult;
  }

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

  /** The derivative, from the result or the argument. */
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
