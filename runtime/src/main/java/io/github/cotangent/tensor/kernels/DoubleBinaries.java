package io.github.cotangent.tensor.kernels;

/** {@link BinaryKernels} of {@code double[]}. */
final class DoubleBinaries implements BinaryKernels<double[]> {

  @Override
  public void apply(BinaryOp op, Loop loop, double[] out, double[] a, double[] b) {
    switch (op) {
      case PLUS, MINUS, TIMES, DIVIDE -> applyToRows(op, loop, out, a, b);
      case SQUARED_DIFFERENCE -> squaredDifference(loop, out, a, b);
      default -> applyOneByOne(op, loop, out, a, b);
    }
  }

  /** Rows begin anywhere, so they are copied: loops with one bare index are vectorised. */
  private static void applyToRows(BinaryOp op, Loop loop, double[] out, double[] a, double[] b) {
    int n = loop.length();
    if (loop.isFlat()) {
      applyToAll(op, n, out, a, b);
      return;
    }
    double[] first = new double[n];
    double[] second = new double[n];
    double[] result = new double[n];
    while (loop.next()) {
      double[] x = row(n, a, loop.at(1), loop.step(1), first);
      double[] y = row(n, b, loop.at(2), loop.step(2), second);
      applyToAll(op, n, result, x, y);
      System.arraycopy(result, 0, out, loop.at(0), n);
    }
  }

  /** A row as the head of an array: of the one where it is, or of a copy. */
  private static double[] row(int n, double[] from, int at, int step, double[] copy) {
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

  private static void applyToAll(BinaryOp op, int n, double[] out, double[] a, double[] b) {
    switch (op) {
      case PLUS -> plusAll(n, out, a, b);
      case MINUS -> minusAll(n, out, a, b);
      case TIMES -> timesAll(n, out, a, b);
      default -> divideAll(n, out, a, b);
    }
  }

  private static void plusAll(int n, double[] out, double[] a, double[] b) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] + b[i];
    }
  }

  private static void minusAll(int n, double[] out, double[] a, double[] b) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] - b[i];
    }
  }

  private static void timesAll(int n, double[] out, double[] a, double[] b) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i];
    }
  }

  private static void divideAll(int n, double[] out, double[] a, double[] b) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] / b[i];
    }
  }

  private static void squaredDifference(Loop loop, double[] out, double[] a, double[] b) {
    if (!loop.isFlat()) {
      applyOneByOne(BinaryOp.SQUARED_DIFFERENCE, loop, out, a, b);
      return;
    }
    int n = loop.length();
    for (int i = 0; i < n; i++) {
      out[i] = (a[i] - b[i]) * (a[i] - b[i]);
    }
  }

  private static void applyOneByOne(BinaryOp op, Loop loop, double[] out, double[] a, double[] b) {
    while (loop.next()) {
      int n = loop.length();
      int o = loop.at(0);
      int i = loop.at(1);
      int as = loop.step(1);
      int j = loop.at(2);
      int bs = loop.step(2);
      for (int p = 0; p < n; p++) {
        out[o + p] = Rounding.toDouble(op.apply(a[i + p * as], b[j + p * bs]));
      }
    }
  }

  @Override
  public void addPartial(
      BinaryOp op, int operand, Loop loop, double[] out, double[] g, double[] a, double[] b) {
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
          out[loop.at(0) + p * os] += Rounding.toDouble(part);
        }
      }
      if (os == 0) {
        out[loop.at(0)] += Rounding.toDouble(sum);
      }
    }
  }
}
