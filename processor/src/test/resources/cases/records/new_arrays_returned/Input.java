package cases.records.new_arrays_returned;

import io.github.cotangent.Differentiable;

// New arrays that a method returns in a record: their shadows are parts of the result's adjoint. Not
// of an array that is there twice, of one that is an argument, or of rows that are two matrices'.
// run: chain(new Input.Mat(new double[][] {{1, 0.5}, {0.25, 3}}), 1.5)
// run: State#step(new Input.State(new double[] {1, 0.5, 2}, new double[] {0.25, 3, 1}, 0.5), 0.1)
// run: advance(new Input.State(new double[] {1, 0.5, 2}, new double[] {0.25, 3, 1}, 0.5), 3)
// run: Mat#inverse(new Input.Mat(new double[][] {{1, 0.5}, {0.25, 3}}))
// run: twice(new double[] {1, 0.5})
// run: usesTwice(new double[] {1, 0.5})
// run: argument(new double[] {1, 0.5}, 2)
// run: usesArgument(new double[] {1, 0.5}, 2)
// run: sharedRows(1.5, 0.5)
// run: usesSharedRows(1.5, 0.5)
// run: early(new double[] {1, 0.5}, -1)
// run: early(new double[] {1, 0.5}, 1)
final class Input {
  record Mat(double[][] a) {
    Mat times(Mat b) {
      double[][] c = new double[a.length][b.a[0].length];
      for (int i = 0; i < c.length; i++) {
        for (int j = 0; j < c[i].length; j++) {
          for (int k = 0; k < b.a.length; k++) {
            c[i][j] += a[i][k] * b.a[k][j];
          }
        }
      }
      return new Mat(c);
    }

    @Differentiable
    Mat inverse() {
      double det = a[0][0] * a[1][1] - a[0][1] * a[1][0];
      return new Mat(
          new double[][] {{a[1][1] / det, -a[0][1] / det}, {-a[1][0] / det, a[0][0] / det}});
    }
  }

  record State(double[] x, double[] v, double t) {
    @Differentiable
    State step(double h) {
      double[] nextX = new double[x.length];
      double[] nextV = v.clone();
      for (int i = 0; i < x.length; i++) {
        nextX[i] = x[i] + h * v[i] * t;
        nextV[i] -= h * Math.sin(x[i]) * nextV[i];
      }
      return new State(nextX, nextV, t + h);
    }
  }

  record Pair(double[] first, double[] second) {}

  record Two(double[][] first, double[][] second) {}

  @Differentiable
  static double chain(Mat m, double k) {
    Mat product = m.times(m).times(m.inverse());
    Mat other = product.times(m);
    return k * product.a()[0][1] * other.a()[1][0] + other.a()[0][0];
  }

  @Differentiable
  static double advance(State start, int n) {
    State s = start;
    for (int i = 0; i < n; i++) {
      s = s.step(0.1);
    }
    return s.x()[0] * s.v()[1] + s.t() * s.x()[2];
  }

  @Differentiable
  static Pair twice(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] * x[i];
    }
    return new Pair(y, y);
  }

  @Differentiable
  static double usesTwice(double[] x) {
    Pair p = twice(x);
    return p.first()[0] * p.second()[1] + p.second()[0];
  }

  @Differentiable
  static Pair argument(double[] x, double k) {
    double[] y = {k * x[0], k * x[1]};
    return new Pair(x, y);
  }

  @Differentiable
  static double usesArgument(double[] x, double k) {
    Pair p = argument(x, k);
    return p.first()[0] * p.second()[1] + x[1] * p.second()[0];
  }

  @Differentiable
  static Two sharedRows(double x, double y) {
    double[] row = {x * y, x};
    double[][] first = {row, {y, y * y}};
    double[][] second = {{x * x, y}, row};
    return new Two(first, second);
  }

  @Differentiable
  static double usesSharedRows(double x, double y) {
    Two t = sharedRows(x, y);
    return t.first()[0][0] * t.second()[1][1] + t.second()[1][0] * t.first()[1][1];
  }

  @Differentiable
  static Pair early(double[] x, double k) {
    if (k < 0) {
      double[] z = {x[1] * k};
      return new Pair(z, new double[] {k});
    }
    double[] y = x.clone();
    y[0] *= k;
    return new Pair(y, new double[] {k * y[1]});
  }

  private Input() {}
}
