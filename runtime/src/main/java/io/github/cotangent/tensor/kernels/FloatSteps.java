package io.github.cotangent.tensor.kernels;

/** {@link StepKernels} of {@code float[]}. */
final class FloatSteps implements StepKernels<float[]> {

  @Override
  public void adam(AdamStep s, float[] out, float[] p, float[] g, float[] m, float[] v) {
    var rate = Rounding.toFloat(s.rate());
    var beta1 = Rounding.toFloat(s.beta1());
    var rest1 = Rounding.toFloat(1 - s.beta1());
    var beta2 = Rounding.toFloat(s.beta2());
    var rest2 = Rounding.toFloat(1 - s.beta2());
    var scale = Rounding.toFloat(s.scale());
    var epsilon = Rounding.toFloat(s.epsilon());
    for (int i = 0; i < out.length; i++) {
      m[i] = beta1 * m[i] + rest1 * g[i];
      v[i] = beta2 * v[i] + rest2 * (g[i] * g[i]);
      out[i] = p[i] - rate * m[i] / (Rounding.toFloat(Math.sqrt(v[i] * scale)) + epsilon);
    }
  }
}
