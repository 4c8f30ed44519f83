package cases.calls.accessors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// Methods that only get an element or only set one are put in the place of their calls.
// run: product(new Input.Matrix(2, 2, new double[] {1, 2, 3, 4}), new Input.Matrix(2, 2, new double[] {0.5, -1, 2, 1.5}))
// run: squares(new double[] {1, -2, 3}, 2)
final class Input {
  record Matrix(int rows, int columns, double[] data) {
    double get(int i, int j) {
      return data[i * columns + j];
    }

    void set(int i, int j, double v) {
      data[i * columns + j] = v;
    }

    void add(int i, int j, double v) {
      data[i * columns + j] += v;
    }
  }

  @Differentiable(generate = {Output.GRADIENT, Output.JVP, Output.HVP})
  static double product(Matrix a, Matrix b) {
    Matrix c = new Matrix(a.rows(), b.columns(), new double[a.rows() * b.columns()]);
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        c.set(i, j, 1);
        for (int k = 0; k < a.columns(); k++) {
          c.add(i, j, a.get(i, k) * b.get(k, j));
        }
      }
    }
    double sum = 0;
    for (int i = 0; i < c.rows(); i++) {
      sum += c.get(i, i) * c.get(i, c.columns() - 1 - i);
    }
    return sum;
  }

  /** Overwrites its argument, by an index that is counted up on the way. */
  @Differentiable
  static double squares(double[] x, int n) {
    int next = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double old = at(x, next++);
      put(x, next, old * at(x, next));
      sum += at(x, next) * old;
    }
    return sum;
  }

  private static double at(double[] a, int i) {
    return a[i];
  }

  private static void put(double[] a, int i, double v) {
    a[i] = v;
  }

  private Input() {}
}
