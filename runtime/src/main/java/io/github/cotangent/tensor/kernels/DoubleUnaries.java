package io.github.cotangent.tensor.kernels;

import io.github.cotangent.runtime.Subgradients;

/** {@link UnaryKernels} of {@code double[]}. */
final class DoubleUnaries implements UnaryKernels<double[]> {

  @Override
  public void apply(UnaryOp op, double[] out, double[] x) {
    switch (op) {
      case RELU -> relu(out, x);
      case SQUARE -> square(out, x);
      case ABS -> abs(out, x);
      case TANH -> Hyperbolic.tanh(out, x);
      case EXP -> Exponential.exp(out, x);
      case LOG -> Logarithm.log(out, x);
      case SIGMOID -> Exponential.sigmoid(out, x);
      default -> {
        for (int i = 0; i < x.length; i++) {
          out[i] = Rounding.toDouble(op.apply(x[i]));
        }
      }
    }
  }

  private static void relu(double[] out, double[] x) {
    for (int i = 0; i < x.length; i++) {
      out[i] = Math.max(x[i], 0);
    }
  }

  private static void abs(double[] out, double[] x) {
    for (int i = 0; i < x.length; i++) {
      out[i] = Math.abs(x[i]);
    }
  }

  private static void square(double[] out, double[] x) {
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i] * x[i];
    }
  }

  @Override
  public void addDerived(UnaryOp op, double[] out, double[] g, double[] at) {
    switch (op) {
      case TANH -> addTanhDerived(out, g, at);
      case SIGMOID -> addSigmoidDerived(out, g, at);
      case EXP -> addExpDerived(out, g, at);
      case RELU -> addReluDerived(out, g, at);
      default -> {
        for (int i = 0; i < out.length; i++) {
          out[i] += Rounding.toDouble(g[i] * op.derivative(at[i]));
        }
      }
    }
  }

  private static void addTanhDerived(double[] out, double[] g, double[] y) {
    for (int i = 0; i < out.length; i++) {
      out[i] += g[i] * (1 - y[i] * y[i]);
    }
  }

  private static void addSigmoidDerived(double[] out, double[] g, double[] y) {
    for (int i = 0; i < out.length; i++) {
      out[i] += g[i] * (y[i] * (1 - y[i]));
    }
  }

  /** A branch would keep the loop from being vectorised. */
  private static void addReluDerived(double[] out, double[] g, double[] y) {
    var largest = Rounding.largest(out);
    for (int i = 0; i < out.length; i++) {
      // 1 where y is positive, however small; 0 where it is 0; NaN stays NaN.
      out[i] += g[i] * Math.min(1, y[i] * largest * largest);
    }
  }

  private static void addExpDerived(double[] out, double[] g, double[] y) {
    for (int i = 0; i < out.length; i++) {
      out[i] += g[i] * y[i];
    }
  }

  @Override
  public void plus(double[] out, double[] x, double k) {
    var summand = Rounding.toDouble(k);
    if (summand == k) { // It is rounded once, as below.
      plusExact(out, x, k);
      return;
    }
    for (int i = 0; i < x.length; i++) {
      out[i] = Rounding.toDouble(x[i] + k);
    }
  }

  @Override
  public void times(double[] out, double[] x, double k) {
    var factor = Rounding.toDouble(k);
    if (factor == k) { // It is rounded once, as below.
      timesExact(out, x, k);
      return;
    }
    for (int i = 0; i < x.length; i++) {
      out[i] = Rounding.toDouble(k * x[i]);
    }
  }

  private static void plusExact(double[] out, double[] x, double k) {
    var summand = Rounding.toDouble(k);
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i] + summand;
    }
  }

  private static void timesExact(double[] out, double[] x, double k) {
    var factor = Rounding.toDouble(k);
    for (int i = 0; i < x.length; i++) {
      out[i] = factor * x[i];
    }
  }

  @Override
  public void pow(double[] out, double[] x, double p) {
    for (int i = 0; i < x.length; i++) {
      out[i] = Rounding.toDouble(Math.pow(x[i], p));
    }
  }

  @Override
  public void addPowDerived(double[] out, double[] g, double[] x, double p) {
    if (p == 0) {
      return;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] += Rounding.toDouble(g[i] * (p * Math.pow(x[i], p - 1)));
    }
  }

  @Override
  public void clip(double[] out, double[] x, double low, double high) {
    var least = Rounding.toDouble(low);
    var most = Rounding.toDouble(high);
    for (int i = 0; i < x.length; i++) {
      out[i] = Math.min(Math.max(x[i], least), most);
    }
  }

  @Override
  public void addClipDerived(double[] out, double[] g, double[] x, double low, double high) {
    for (int i = 0; i < out.length; i++) {
      out[i] += Rounding.toDouble(g[i] * Subgradients.clamp(x[i], low, high));
    }
  }
}
