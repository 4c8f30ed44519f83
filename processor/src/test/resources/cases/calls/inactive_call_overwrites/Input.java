package cases.calls.inactive_call_overwrites;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Calls without a derivative overwrite constants that earlier statements need: the rows of an array
// of arrays, which also change places, and the arrays in a record.
// run: rows(2.0, new double[][] {{1.5, 1}, {0.3}})
// run: record(2.0)
// run: fresh(new double[] {0.7, 0.2}, 1.5)
// run: deep(1.3, new double[][][] {{{1.5}, {0.4}}, {{0.3}}})
final class Input {
  record Bag(double[] values, double weight) {}

  @Differentiable
  static double rows(double x, @NonDifferentiable double[][] table) {
    double y = x * x * table[0][0];
    turn(table);
    return y * y * table[0][0];
  }

  private static void turn(double[][] table) {
    double[] first = table[0];
    table[0] = table[1];
    table[1] = first;
    table[0][0] *= 3;
  }

  @Differentiable
  static double record(double x) {
    Bag bag = new Bag(new double[] {1, 2}, 3);
    double y = x * bag.values()[0];
    clear(bag);
    return y * y * bag.values()[0];
  }

  private static void clear(Bag bag) {
    bag.values()[0] = 5;
  }

  /** Only the result of the call is needed, not what the array held before. */
  @Differentiable
  static double fresh(double[] a, double r) {
    for (int i = 0; i < 3; i++) {
      double h = filled(new double[2][2]);
      a[1] = h * r * a[0];
    }
    return a[1] + r;
  }

  private static double filled(double[][] rows) {
    rows[0][1] = 0.5;
    return rows[0][1];
  }

  @Differentiable
  static double deep(double x, @NonDifferentiable double[][][] table) {
    double y = x * x * table[0][1][0];
    turn(table[0]);
    turnAll(table);
    return y * y * table[1][0][0];
  }

  private static void turnAll(double[][][] table) {
    double[][] first = table[0];
    table[0] = table[1];
    table[1] = first;
    table[1][1][0] = 7;
  }

  private Input() {}
}
