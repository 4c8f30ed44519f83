package io.github.cotangent.tensor.kernels;

import io.github.cotangent.runtime.Subgradients;

/** {@link UnaryKernels} of {@code float[]}. */
final class FloatUnaries implements UnaryKernels<float[]> {

  @Override
  public void apply(UnaryOp op, float[] out, float[] x) {
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
          out[i] = Rounding.toFloat(op.apply(x[i]));
        }
      }
    }
  }

  private static void relu(float[] out, float[] x) {
    for (int i = 0; i < x.length; i++) {
      out[i] = Math.max(x[i], 0);
    }
  }

  private static void abs(float[] out, float[] x) {
    for (int i = 0; i < x.length; i++) {
      out[i] = Math.abs(x[i]);
    }
  }

  private static void square(float[] out, float[] x) {
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i] * x[i];
    }
  }

  @Override
  public void addDerived(UnaryOp op, float[] out, float[] g, float[] at) {
    switch (op) {
      case TANH -> addTanhDerived(out, g, at);
      case SIGMOID -> addSigmoidDerived(out, g, at);
      case EXP -> addExpDerived(out, g, at);
      case RELU -> addReluDerived(out, g, at);
      default -> {
        for (int i = 0; i < out.length; i++) {
          out[i] += Rounding.toFloat(g[i] * op.derivative(at[i]));
        }
      }
    }
  }

  private static void addTanhDerived(float[] out, float[] g, float[] y) {
    for (int i = 0; i < out.length; i++) {
      out[i] += g[i] * (1 - y[i] * y[i]);
    }
  }

  private static void addSigmoidDerived(float[] out, float[] g, float[] y) {
    for (int i = 0; i < out.length; i++) {
      out[i] += g[i] * (y[i] * (1 - y[i]));
    }
  }

  /** A branch would keep the loop from being vectorised. */
  private static void addReluDerived(float[] out, float[] g, float[] y) {
    var largest = Rounding.largest(out);
    for (int i = 0; i < out.length; i++) {
      // 1 where y is positive, however small; 0 where it is 0; NaN stays NaN.
      out[i] += g[i] * Math.min(1, y[i] * largest * largest);
    }
  }

  private static void addExpDerived(float[] out, float[] g, float[] y) {
    for (int i = 0; i < out.length; i++) {
      out[i] += g[i] * y[i];
    }
  }

  @Override
  public void plus(float[] out, float[] x, double k) {
    var summand = Rounding.toFloat(k);
    if (summand == k) { // It is rounded once, as below.
      plusExact(out, x, k);
      return;
    }
    for (int i = 0; i < x.length; i++) {
      out[i] = Rounding.toFloat(x[i] + k);
    }
  }

  @Override
  public void times(float[] out, float[] x, double k) {
    var factor = Rounding.toFloat(k);
    if (factor == k) { // It is rounded once, as below.
      timesExact(out, x, k);
      return;
    }
    for (int i = 0; i < x.length; i++) {
      out[i] = Rounding.toFloat(k * x[i]);
    }
  }

  private static void plusExact(float[] out, float[] x, double k) {
    var summand = Rounding.toFloat(k);
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i] + summand;
    }
  }

  private static void timesExact(float[] out, float[] x, double k) {
    var factor = Rounding.toFloat(k);
    for (int i = 0; i < x.length; i++) {
      out[i] = factor * x[i];
    }
  }

  @Override
  public void pow(float[] out, float[] x, double p) {
    for (int i = 0; i < x.length; i++) {
      out[i] = Rounding.toFloat(Math.pow(x[i], p));
    }
  }

  @Override
  public void addPowDerived(float[] out, float[] g, float[] x, double p) {
    if (p == 0) {
      return;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] += Rounding.toFloat(g[i] * (p * Math.pow(x[i], p - 1)));
    }
  }

  @Override
  public void clip(float[] out, float[] x, double low, double high) {
    var least = Rounding.toFloat(low);
    var most = Rounding.toFloat(high);
    for (int i = 0; i < x.length; i++) {
      out[i] = Math.min(Math.max(x[i], least), most);
    }
  }

  @Override
  public void addClipDerived(float[] out, float[] g, float[] x, double low, double high) {
    for (int i = 0; i < out.length; i++) {
      out[i] += Rounding.toFloat(g[i] * Subgradients.clamp(x[i], low, high));
    }
  }
}
