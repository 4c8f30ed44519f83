package io.github.cotangent.tensor.kernels;

/** {@link LoopKernels} of {@code float[]}. */
final class FloatLoops implements LoopKernels<float[]> {

  @Override
  public void copy(Loop loop, float[] out, float[] a) {
    if (loop.isFlat()) {
      System.arraycopy(a, 0, out, 0, loop.length());
      return;
    }
    while (loop.next()) {
      copyRow(loop.length(), out, loop.at(0), loop.step(0), a, loop.at(1), loop.step(1));
    }
  }

  private static void copyRow(int n, float[] out, int o, int os, float[] a, int i, int as) {
    if (os == 1 && as == 1) {
      System.arraycopy(a, i, out, o, n);
      return;
    }
    for (int p = 0; p < n; p++) {
      out[o + p * os] = a[i + p * as];
    }
  }

  @Override
  public void add(Loop loop, float[] out, double k, float[] a) {
    if (loop.isFlat()) {
      addAll(loop.length(), out, k, a);
      return;
    }
    while (loop.next()) {
      int n = loop.length();
      if (loop.step(0) == 0) {
        double sum = sumOfRow(n, a, loop.at(1), loop.step(1));
        out[loop.at(0)] += Rounding.toFloat(k * sum);
      } else {
        addRow(n, out, loop.at(0), loop.step(0), k, a, loop.at(1), loop.step(1));
      }
    }
  }

  private static void addAll(int n, float[] out, double k, float[] a) {
    if (k == 1) {
      for (int i = 0; i < n; i++) {
        out[i] += a[i];
      }
      return;
    }
    var factor = Rounding.toFloat(k);
    for (int i = 0; i < n; i++) {
      out[i] += factor * a[i];
    }
  }

  private static void addRow(
      int n, float[] out, int o, int os, double k, float[] a, int i, int as) {
    var factor = Rounding.toFloat(k);
    if (os == 1 && as == 1) {
      for (int p = 0; p < n; p++) {
        out[o + p] += factor * a[i + p];
      }
      return;
    }
    for (int p = 0; p < n; p++) {
      out[o + p * os] += factor * a[i + p * as];
    }
  }

  /** Four sums at a time, since one would wait for itself. */
  private static double sumOfRow(int n, float[] a, int i, int as) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int p = 0;
    for (; p + 3 < n; p += 4) {
      sum0 += a[i + p * as];
      sum1 += a[i + (p + 1) * as];
      sum2 += a[i + (p + 2) * as];
      sum3 += a[i + (p + 3) * as];
    }
    for (; p < n; p++) {
      sum0 += a[i + p * as];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  @Override
  public void addProduct(Loop loop, float[] out, float[] a, float[] b) {
    if (loop.isFlat()) {
      addProductOfAll(loop.length(), out, a, b);
      return;
    }
    while (loop.next()) {
      addProductOfRow(loop, out, a, b);
    }
  }

  private static void addProductOfAll(int n, float[] out, float[] a, float[] b) {
    for (int i = 0; i < n; i++) {
      out[i] += a[i] * b[i];
    }
  }

  private static void addProductOfRow(Loop loop, float[] out, float[] a, float[] b) {
    int n = loop.length();
    int o = loop.at(0);
    int os = loop.step(0);
    int i = loop.at(1);
    int as = loop.step(1);
    int j = loop.at(2);
    int bs = loop.step(2);
    if (os == 0) {
      double sum = 0;
      for (int p = 0; p < n; p++) {
        sum += a[i + p * as] * b[j + p * bs];
      }
      out[o] += Rounding.toFloat(sum);
      return;
    }
    for (int p = 0; p < n; p++) {
      out[o + p * os] += a[i + p * as] * b[j + p * bs];
    }
  }

  @Override
  public void max(Loop loop, float[] out, float[] a) {
    while (loop.next()) {
      int o = loop.at(0);
      int os = loop.step(0);
      int i = loop.at(1);
      int as = loop.step(1);
      for (int p = 0; p < loop.length(); p++) {
        out[o + p * os] = Math.max(out[o + p * os], a[i + p * as]);
      }
    }
  }

  @Override
  public void select(Loop loop, float[] out, float[] mask, float[] a, float[] b) {
    while (loop.next()) {
      for (int p = 0; p < loop.length(); p++) {
        boolean first = mask[loop.at(1) + p * loop.step(1)] != 0;
        out[loop.at(0) + p * loop.step(0)] =
            first ? a[loop.at(2) + p * loop.step(2)] : b[loop.at(3) + p * loop.step(3)];
      }
    }
  }

  @Override
  public void addWhere(Loop loop, float[] out, float[] mask, boolean wanted, float[] a) {
    while (loop.next()) {
      for (int p = 0; p < loop.length(); p++) {
        if (mask[loop.at(1) + p * loop.step(1)] != 0 == wanted) {
          out[loop.at(0) + p * loop.step(0)] += a[loop.at(2) + p * loop.step(2)];
        }
      }
    }
  }

  @Override
  public double sum(float[] a) {
    return sumOfRow(a.length, a, 0, 1);
  }

  @Override
  public double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double first = a[i];
      sum += first * b[i];
    }
    return sum;
  }
}
