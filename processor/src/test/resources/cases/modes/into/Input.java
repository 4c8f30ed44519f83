package cases.modes.into;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;

// What belongs to arrays is added to those that the caller gives.
// run: dot(new double[] {1.5, 2.5}, 3.0)
// expect: Input.added() = 25.0
// expect: Input.same() = 1.0
// expect: Input.second() = 20.0
// run: loss(new Layer(new double[][] {{0.5, 0.25}, {1.5, 2.0}}, new double[] {0.1, 0.2}, 2.0), new double[] {1.5, -0.5})
// run: writes(new double[] {1.5, 2.5}, new double[] {0.5, 0.75})
// run: only(new double[] {1.5, 2.5}, new double[] {0.5, 0.75})
// expect: Input.layers() = 1.0
// expect: Input.refused() = 11.0
// expect: Input.untouched() = 0.0
// expect: Input.keeps() = 0.0
final class Input {
  record Layer(double[][] weights, double[] bias, double scale) {}

  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.HVP_INTO, Output.GRADIENT})
  static double dot(double[] x, double a) {
    double sum = 0;
    for (double v : x) {
      sum += v * v * a;
    }
    return sum;
  }

  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double loss(Layer layer, @NonDifferentiable double[] x) {
    double sum = 0;
    for (int i = 0; i < layer.bias().length; i++) {
      double y = layer.bias()[i];
      for (int j = 0; j < x.length; j++) {
        y += layer.weights()[i][j] * x[j];
      }
      sum += Math.tanh(y) * layer.scale();
    }
    return sum;
  }

  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double writes(double[] x, double[] y) {
    x[0] *= y[1];
    y[0] = x[0] * x[1];
    return y[0] * y[1];
  }

  @Differentiable(wrt = "y", generate = {Output.VALUE_AND_GRADIENT_INTO, Output.GRADIENT})
  static double only(double[] x, double[] y) {
    return x[0] * y[0] * y[1] + x[1];
  }

  // 2 a x of both calls: 9 + 15, and the 1 that was there.
  static double added() {
    double[] dx = {1, 0};
    dInput.DotValueAndGradient first = dInput.dotValueAndGradientInto(new double[] {1.5, 0}, 3, dx);
    if (first.gradient().x() != dx || first.gradient().a() != 2.25 || first.value() != 6.75) {
      return Double.NaN;
    }
    dInput.dotValueAndGradientInto(new double[] {2.5, 0}, 3, dx);
    return dx[0];
  }

  // The same as without.
  static double same() {
    double[] x = {1.5, 2.5};
    double[] y = {0.5, 0.75};
    double[] dx = new double[2];
    double[] dy = new double[2];
    dInput.WritesGradient expected = dInput.dWrites(x, y);
    dInput.writesValueAndGradientInto(x, y, dx, dy);
    double[] only = new double[2];
    dInput.onlyValueAndGradientInto(x, y, only);
    return java.util.Arrays.equals(dx, expected.x())
            && java.util.Arrays.equals(dy, expected.y())
            && java.util.Arrays.equals(only, dInput.dOnly(x, y))
            && x[0] == 1.5
        ? 1
        : 0;
  }

  static double second() {
    double[] dx = {8, 0};
    dInput.dotHvpInto(new double[] {1.5, 2.5}, 3, new double[] {2, 0}, 0, dx);
    return dx[0];
  }

  static double layers() {
    Layer layer = new Layer(new double[][] {{0.5, 0.25}}, new double[] {0.1}, 2);
    double[] x = {1.5, -0.5};
    Layer sum = new Layer(new double[][] {{1, 1}}, new double[] {1}, 0);
    dInput.lossValueAndGradientInto(layer, x, sum);
    Layer expected = dInput.dLoss(layer, x);
    return Math.abs(sum.weights()[0][1] - 1 - expected.weights()[0][1]) < 1e-15
            && Math.abs(sum.bias()[0] - 1 - expected.bias()[0]) < 1e-15
        ? 1
        : 0;
  }

  // A wrong length, null, the array itself, one array with two adjoints, two with one, rows too,
  // and adjoints that are other arguments.
  static double refused() {
    double[] x = {1.5, 2.5};
    double[] other = {1, 2};
    double[] one = {3, 4};
    double[] two = {5, 6};
    Runnable[] calls = {
      () -> dInput.dotValueAndGradientInto(x, 1, new double[3]),
      () -> dInput.dotValueAndGradientInto(x, 1, null),
      () -> dInput.dotValueAndGradientInto(x, 1, x),
      () -> dInput.writesValueAndGradientInto(x, x, new double[2], new double[2]),
      () -> dInput.writesValueAndGradientInto(x, x.clone(), other, other),
      () -> dInput.lossValueAndGradientInto(layer(x, other, other), x, layer(one, one, one)),
      () -> dInput.lossValueAndGradientInto(layer(one, two, other), x, layer(x, one, two)),
      () -> dInput.lossValueAndGradientInto(layer(x, two, other), one, layer(one, x.clone(), two)),
      () -> dInput.errorValueAndGradientInto(x, other, other),
      () -> dInput.dotHvpInto(x, 1, other, 0, other),
      () -> dInput.pairHvpInto(x, one, other, two, two, other)
    };
    int refused = 0;
    for (Runnable call : calls) {
      try {
        call.run();
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    return refused;
  }

  static Layer layer(double[] firstRow, double[] secondRow, double[] bias) {
    return new Layer(new double[][] {firstRow, secondRow}, bias, 1);
  }

  @Differentiable(generate = Output.VALUE_AND_GRADIENT_INTO)
  static double error(double[] w, @NonDifferentiable double[] x) {
    return w[0] * x[0];
  }

  @Differentiable(generate = Output.HVP_INTO)
  static double pair(double[] a, double[] b) {
    return a[0] * a[0] * b[0];
  }

  @Differentiable(generate = Output.HVP_INTO)
  static double picked(double[] x, int[] at) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      double v = x[at[i]];
      sum += v * v * v;
    }
    return sum;
  }

  // The last round goes back first, and the first one has no element: that is found before.
  static double untouched() {
    double[] dx = new double[2];
    double[] x = {1, 2};
    try {
      dInput.pickedHvpInto(x, new int[] {2, 0}, x, dx);
      return Double.NaN;
    } catch (ArrayIndexOutOfBoundsException e) {
      return Math.abs(dx[0]) + Math.abs(dx[1]);
    }
  }

  @Differentiable(generate = {Output.VALUE_AND_GRADIENT_INTO, Output.HVP_INTO})
  static double squares(double[] x, double[][] m) {
    double[] row = m[0];
    m[0] = m[1];
    m[1] = row;
    x[0] = x[0] * x[0];
    return x[0] * m[0][0];
  }

  // What is written loses its adjoint, but not what the caller adds to: 4 + 12, 8 + 4, 5 + 9.
  static double keeps() {
    double[] dx = {4};
    double[][] dm = {{7}, {5}};
    dInput.squaresValueAndGradientInto(new double[] {3}, new double[][] {{1}, {2}}, dx, dm);
    double[] hx = {8};
    double[][] hm = {{7}, {5}};
    double[][] still = {{0}, {0}};
    double[][] m = {{1}, {2}};
    dInput.squaresHvpInto(new double[] {3}, m, new double[] {1}, still, hx, hm);
    return (dx[0] - 16) + (dm[0][0] - 7) + (dm[1][0] - 14) + (hx[0] - 12) + (hm[1][0] - 11);
  }

  private Input() {}
}
