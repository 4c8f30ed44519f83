package io.github.cotangent.tensor.kernels;

import io.github.cotangent.runtime.Subgradients;

/** {@link UnaryKernels} of {@code float[]}. */
final class FloatUnaries implements UnaryKernels<float[]> {

  @Override
  public void apply(UnaryOp op, float[] out, float[] x) {
    switch (op) {
      case RELU -> relu(out, x);
      case SQUARE -> square(out, x);
      case TANH -> Hyperbolic.tanh(out, x);
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

  private static void addReluDerived(float[] out, float[] g, float[] y) {
    for (int i = 0; i < out.length; i++) {
      out[i] += g[i] * (y[i] > 0 ? 1 : 0 * y[i]); // NaN stays NaN.
    }
  }

  private static void addExpDerived(float[] out, float[] g, float[] y) {
    for (int i = 0; i < out.length; i++) {
      out[i] += g[i] * y[i];
    }
  }

  @Override
  public void plus(float[] out, float[] x, double k) {
    for (int i = 0; i < x.length; i++) {
      out[i] = Rounding.toFloat(x[i] + k);
    }
  }

  @Override
  public void times(float[] out, float[] x, double k) {
    for (int i = 0; i < x.length; i++) {
      out[i] = Rounding.toFloat(k * x[i]);
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
    for (int i = 0; i < x.length; i++) {
      out[i] = Rounding.toFloat(Math.min(Math.max(x[i], low), high));
    }
  }

  @Override
  public void addClipDerived(float[] out, float[] g, float[] x, double low, double high) {
    for (int i = 0; i < out.length; i++) {
      out[i] += Rounding.toFloat(g[i] * Subgradients.clamp(x[i], low, high));
    }
  }
}
