package io.github.cotangent.tensor.kernels;

/** {@link StepKernels} of {@code double[]}. */
final class DoubleSteps implements StepKernels<double[]> {

  @Override
  public void adam(AdamStep s, double[] out, double[] p, double[] g, double[] m, double[] v) {
    var rate = Rounding.toDouble(s.rate());
    var beta1 = Rounding.toDouble(s.beta1());
    var rest1 = Rounding.toDouble(1 - s.beta1());
    var beta2 = Rounding.toDouble(s.beta2());
    var rest2 = Rounding.toDouble(1 - s.beta2());
    var scale = Rounding.toDouble(s.scale());
    var epsilon = Rounding.toDouble(s.epsilon());
    for (int i = 0; i < out.length; i++) {
      m[i] = beta1 * m[i] + rest1 * g[i];
      v[i] = beta2 * v[i] + rest2 * (g[i] * g[i]);
      out[i] = p[i] - rate * m[i] / (Rounding.toDouble(Math.sqrt(v[i] * scale)) + epsilon);
    }
  }
}
