package io.github.cotangent.tensor.kernels;

/** {@link ArrayKernels} of {@code float[]}. */
final class FloatArrays implements ArrayKernels<float[]> {

  @Override
  public float[] zeros(int length) {
    return new float[length];
  }

  @Override
  public int length(float[] a) {
    return a.length;
  }

  @Override
  public double get(float[] a, int i) {
    return a[i];
  }

  @Override
  public void set(float[] a, int i, double value) {
    a[i] = Rounding.toFloat(value);
  }

  @Override
  public float[] copy(float[] a) {
    return a.clone();
  }

  @Override
  public void move(float[] a, int from, float[] out, int o, int length) {
    System.arraycopy(a, from, out, o, length);
  }

  @Override
  public void addBlock(float[] a, int from, float[] out, int o, int length) {
    for (int i = 0; i < length; i++) {
      out[o + i] += a[from + i];
    }
  }
}
