package cases.records.queries;

import io.github.cotangent.Differentiable;

// Methods that only tell a whole number or a truth value are put in place, also in tests: the loops
// are counted. Not one that may end before it asks its receiver, calls itself, makes something, or
// whose argument may fail unread.
// run: product(new Input.Mat(new double[][] {{1, 0.5, 2}, {0.25, 3, 1}}), new Input.Mat(new double[][] {{0.5, 1}, {2, 0.75}, {1, 1.5}}))
// run: diagonal(new Input.Mat(new double[][] {{1, 0.5}, {0.25, 3}}))
// run: diagonal(new Input.Mat(new double[][] {{1, 0.5, 2}, {0.25, 3, 1}}))
// run: packed(new Input.Packed(new double[] {1, 0.5, 2, 0.25, 3, 1}, 3))
// run: others(new Input.Packed(new double[] {1, 0.5, 2, 0.25, 3, 1}, 3), null, 2)
final class Input {
  record Mat(double[][] a) {
    int rows() {
      return a.length;
    }

    int columns() {
      return rows() == 0 ? 0 : a[0].length;
    }

    boolean isSquare() {
      return rows() == columns();
    }

    Mat times(Mat b) {
      double[][] c = new double[rows()][b.columns()];
      for (int i = 0; i < rows(); i++) {
        for (int j = 0; j < b.columns(); j++) {
          double s = 0;
          for (int k = 0; k < columns(); k++) {
            s += a[i][k] * b.a[k][j];
          }
          c[i][j] = s;
        }
      }
      return new Mat(c);
    }
  }

  record Packed(double[] values, int width) {
    int size() {
      return values.length;
    }

    int height() {
      return size() / width;
    }

    int at(int row, int column) {
      return row * width() + column;
    }

    /** It may end before it asks for a component. */
    boolean holds(int row, int column) {
      return row >= 0 && row < height() && column >= 0 && column < width;
    }

    int halvings(int n) {
      return n * size() < 2 ? 0 : 1 + halvings(n / 2);
    }

    int parts() {
      return new int[size()].length;
    }

    int plus(int n) {
      return size();
    }
  }

  @Differentiable
  static double product(Mat a, Mat b) {
    Mat c = a.times(b);
    double sum = 0;
    for (int i = c.rows() - 1; i >= 0; i--) {
      for (int j = 0; j < c.columns(); j++) {
        sum += c.a()[i][j] * c.a()[i][j];
      }
    }
    return sum;
  }

  @Differentiable
  static double diagonal(Mat m) {
    double product = 1;
    for (int i = 0; m.isSquare() && i < m.rows(); i++) {
      product *= m.a()[i][i];
    }
    return product;
  }

  @Differentiable
  static double packed(Packed p) {
    double sum = 1;
    for (int i = 0; i < p.height(); i++) {
      for (int j = 1; j < p.width(); j++) {
        sum += sum * p.values()[p.at(i, j)] * p.values()[p.at(i, j - 1)];
      }
    }
    return sum;
  }

  @Differentiable
  static double others(Packed p, int[] counts, int n) {
    double sum = 1;
    int i = 0;
    while (p.holds(i, i)) {
      sum *= p.values()[p.at(i, i++)];
    }
    for (int k = 0; k < p.halvings(n); k++) {
      sum *= p.values()[k];
    }
    for (int k = 0; k < p.parts(); k++) {
      sum *= p.values()[k];
    }
    return n < 0 ? sum * p.plus(counts[0]) : sum;
  }

  private Input() {}
}
