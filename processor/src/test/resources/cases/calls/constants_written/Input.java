package cases.calls.constants_written;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.Arrays;

// Methods without a derivative that give a result may write into arrays of constants: what they overwrite is put back.
// run: counted(new double[] {1.25, 0.5, -0.75}, 0.7)
// run: cursor(new double[] {1.25, 0.5, -0.75}, 0.7)
// run: rows(new double[] {1.25, 0.5, -0.75}, 0.7)
final class Input {
  private Input() {}

  @NonDifferentiable
  static int count(double[] scale, int i) {
    scale[0] += i + 1;
    return i;
  }

  @Differentiable
  static double counted(double[] a, double x) {
    double[] scale = {1, 2};
    double y = x;
    for (int i = 0; i < a.length; i++) {
      y = y * scale[0] * a[i];
      int seen = count(scale, i);
    }
    return y;
  }

  @NonDifferentiable
  static int turn(double[][] rows, int i) {
    double[] first = rows[0];
    Arrays.fill(first, i + 3);
    for (double[] row : rows) {
      row[0]++;
    }
    rows[0] = rows[1];
    rows[1] = first;
    return i;
  }

  @Differentiable
  static double rows(double[] a, double x) {
    double[][] rows = {{1, 2}, {3}};
    double y = x;
    for (int i = 0; i < a.length; i++) {
      y = y * rows[0][0] * a[i];
      int seen = turn(rows, i);
    }
    return y;
  }

  record Cursor(int[] at) {
    int step(int i) {
      return at[0] += i;
    }

    @NonDifferentiable
    void back() {
      at[0]--;
    }
  }

  @Differentiable
  static double cursor(double[] a, double x) {
    Cursor c = new Cursor(new int[] {0});
    double y = x * a[c.at()[0]];
    int now = c.step(2);
    y = y * a[c.at()[0]] * x;
    c.back();
    return y * a[c.at()[0]] * x;
  }
}
