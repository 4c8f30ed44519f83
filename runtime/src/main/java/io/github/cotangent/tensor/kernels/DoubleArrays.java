package io.github.cotangent.tensor.kernels;

/** {@link ArrayKernels} of {@code double[]}. */
final class DoubleArrays implements ArrayKernels<double[]> {

  @Override
  public double[] zeros(int length) {
    return new double[length];
  }

  @Override
  public int length(double[] a) {
    return a.length;
  }

  @Override
  public double get(double[] a, int i) {
    return a[i];
  }

  @Override
  public void set(double[] a, int i, double value) {
    a[i] = Rounding.toDouble(value);
  }

  @Override
  public double[] copy(double[] a) {
    return a.clone();
  }

  @Override
  public void move(double[] a, int from, double[] out, int o, int length) {
    System.arraycopy(a, from, out, o, length);
  }

  @Override
  public void addBlock(double[] a, int from, double[] out, int o, int length) {
    for (int i = 0; i < length; i++) {
      out[o + i] += a[from + i];
    }
  }
}
