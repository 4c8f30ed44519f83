package io.github.cotangent.tensor.kernels;

/** {@link BinaryKernels} of {@code float[]}. */
final class FloatBinaries implements BinaryKernels<float[]> {

  @Override
  public void apply(BinaryOp op, Loop loop, float[] out, float[] a, float[] b) {
    switch (op) {
      case PLUS, MINUS, TIMES, DIVIDE -> applyToRows(op, loop, out, a, b);
      case SQUARED_DIFFERENCE -> squaredDifference(loop, out, a, b);
      default -> applyOneByOne(op, loop, out, a, b);
    }
  }

  /** Rows begin anywhere, so they are copied: loops with one bare index are vectorised. */
  private static void applyToRows(BinaryOp op, Loop loop, float[] out, float[] a, float[] b) {
    int n = loop.length();
    if (loop.isFlat()) {
      applyToAll(op, n, out, a, b);
      return;
    }
    float[] first = new float[n];
    float[] second = new float[n];
    float[] result = new float[n];
    while (loop.next()) {
      float[] x = row(n, a, loop.at(1), loop.step(1), first);
      float[] y = row(n, b, loop.at(2), loop.step(2), second);
      applyToAll(op, n, result, x, y);
      System.arraycopy(result, 0, out, loop.at(0), n);
    }
  }

  /** A row as the head of an array: of the one where it is, or of a copy. */
  private static float[] row(int n, float[] from, int at, int step, float[] copy) {
    if (step == 1) {
      if (at == 0) {
        return from;
      }
      System.arraycopy(from, at, copy, 0, n);
    } else {
      for (int p = 0; p < n; p++) {
        copy[p] = from[at + p * step];
      }
    }
    return copy;
  }

  private static void applyToAll(BinaryOp op, int n, float[] out, float[] a, float[] b) {
    switch (op) {
      case PLUS -> plusAll(n, out, a, b);
      case MINUS -> minusAll(n, out, a, b);
      case TIMES -> timesAll(n, out, a, b);
      default -> divideAll(n, out, a, b);
    }
  }

  private static void plusAll(int n, float[] out, float[] a, float[] b) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] + b[i];
    }
  }

  private static void minusAll(int n, float[] out, float[] a, float[] b) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] - b[i];
    }
  }

  private static void timesAll(int n, float[] out, float[] a, float[] b) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i];
    }
  }

  private static void divideAll(int n, float[] out, float[] a, float[] b) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] / b[i];
    }
  }

  private static void squaredDifference(Loop loop, float[] out, float[] a, float[] b) {
    if (!loop.isFlat()) {
      applyOneByOne(BinaryOp.SQUARED_DIFFERENCE, loop, out, a, b);
      return;
    }
    int n = loop.length();
    for (int i = 0; i < n; i++) {
      out[i] = (a[i] - b[i]) * (a[i] - b[i]);
    }
  }

  private static void applyOneByOne(BinaryOp op, Loop loop, float[] out, float[] a, float[] b) {
    while (loop.next()) {
      int n = loop.length();
      int o = loop.at(0);
      int i = loop.at(1);
      int as = loop.step(1);
      int j = loop.at(2);
      int bs = loop.step(2);
      for (int p = 0; p < n; p++) {
        out[o + p] = Rounding.toFloat(op.apply(a[i + p * as], b[j + p * bs]));
      }
    }
  }

  @Override
  public void addPartial(
      BinaryOp op, int operand, Loop loop, float[] out, float[] g, float[] a, float[] b) {
    while (loop.next()) {
      int n = loop.length();
      int os = loop.step(0);
      double sum = 0;
      for (int p = 0; p < n; p++) {
        double first = a[loop.at(2) + p * loop.step(2)];
        double second = b[loop.at(3) + p * loop.step(3)];
        double part = g[loop.at(1) + p * loop.step(1)] * op.partial(operand, first, second);
        if (os == 0) {
          sum += part;
        } else {
          out[loop.at(0) + p * os] += Rounding.toFloat(part);
        }
      }
      if (os == 0) {
        out[loop.at(0)] += Rounding.toFloat(sum);
      }
    }
  }
}
