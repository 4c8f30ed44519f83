package io.github.cotangent.tensor.kernels;

/** {@link BinaryKernels} of {@code float[]}. */
final class FloatBinaries implements BinaryKernels<float[]> {

  @Override
  public void apply(BinaryOp op, Loop loop, float[] out, float[] a, float[] b) {
    if (loop.isFlat()) {
      applyToAll(op, loop, out, a, b);
      return;
    }
    while (loop.next()) {
      switch (op) {
        case PLUS -> plusRow(loop, out, a, b);
        case MINUS -> minusRow(loop, out, a, b);
        case TIMES -> timesRow(loop, out, a, b);
        default -> applyRow(op, loop, out, a, b);
      }
    }
  }

  private static void applyToAll(BinaryOp op, Loop loop, float[] out, float[] a, float[] b) {
    int n = loop.length();
    switch (op) {
      case PLUS -> plusAll(n, out, a, b);
      case MINUS -> minusAll(n, out, a, b);
      case TIMES -> timesAll(n, out, a, b);
      case DIVIDE -> divideAll(n, out, a, b);
      case SQUARED_DIFFERENCE -> squaredDifferenceOfAll(n, out, a, b);
      default -> {
        while (loop.next()) {
          applyRow(op, loop, out, a, b);
        }
      }
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

  private static void squaredDifferenceOfAll(int n, float[] out, float[] a, float[] b) {
    for (int i = 0; i < n; i++) {
      out[i] = (a[i] - b[i]) * (a[i] - b[i]);
    }
  }

  private static void plusRow(Loop loop, float[] out, float[] a, float[] b) {
    int n = loop.length();
    int o = loop.at(0);
    int i = loop.at(1);
    int as = loop.step(1);
    int j = loop.at(2);
    int bs = loop.step(2);
    if (as == 1 && bs == 1) {
      for (int p = 0; p < n; p++) {
        out[o + p] = a[i + p] + b[j + p];
      }
      return;
    }
    for (int p = 0; p < n; p++) {
      out[o + p] = a[i + p * as] + b[j + p * bs];
    }
  }

  private static void minusRow(Loop loop, float[] out, float[] a, float[] b) {
    int n = loop.length();
    int o = loop.at(0);
    int i = loop.at(1);
    int as = loop.step(1);
    int j = loop.at(2);
    int bs = loop.step(2);
    for (int p = 0; p < n; p++) {
      out[o + p] = a[i + p * as] - b[j + p * bs];
    }
  }

  private static void timesRow(Loop loop, float[] out, float[] a, float[] b) {
    int n = loop.length();
    int o = loop.at(0);
    int i = loop.at(1);
    int as = loop.step(1);
    int j = loop.at(2);
    int bs = loop.step(2);
    if (as == 1 && bs == 1) {
      for (int p = 0; p < n; p++) {
        out[o + p] = a[i + p] * b[j + p];
      }
      return;
    }
    for (int p = 0; p < n; p++) {
      out[o + p] = a[i + p * as] * b[j + p * bs];
    }
  }

  private static void applyRow(BinaryOp op, Loop loop, float[] out, float[] a, float[] b) {
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
