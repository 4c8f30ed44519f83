package errors;

import io.github.cotangent.Differentiable;
import java.util.List;

// Writes into arrays of objects that a method has returned, or stored into an argument.
final class BorrowedByMethods {
  private BorrowedByMethods() {}

  static double[] firstOr(double x, List<double[]> known) {
    return x > 100 ? new double[] {x, x} : known.get(0);
  }

  static void reset(double[][] rows, List<double[]> known) {
    rows[0] = known.get(0);
  }

  static void copy(double[][] rows, List<double[]> known) {
    rows[0] = known.get(0).clone();
  }

  @Differentiable
  static double returned(double x, List<double[]> known) {
    double[] v = firstOr(x, known);
    double y = x * known.get(0)[0];
    v[0] = 4; // error: UnsupportedExpression
    return y * known.get(0)[0];
  }

  @Differentiable
  static double stored(double x, List<double[]> known) {
    double[][] rows = new double[2][2];
    reset(rows, known);
    double y = x * known.get(0)[0];
    rows[0][0] = 4; // error: UnsupportedExpression
    return y * known.get(0)[0];
  }

  @Differentiable
  static double copied(double x, List<double[]> known) {
    double[][] rows = new double[2][2];
    copy(rows, known);
    double y = x * known.get(0)[0];
    rows[0][0] = 4;
    return y * known.get(0)[0] * rows[0][0];
  }
}
