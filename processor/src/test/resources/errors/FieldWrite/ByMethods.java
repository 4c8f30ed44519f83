package errors;

import io.github.cotangent.Differentiable;

// Writes to arrays of static fields that a method has returned, or stored into an argument.
final class ByMethods {
  static final double[] TABLE = {1.1, 2.0};
  static final double[][] TABLES = {TABLE, {0.5, 0.25}};

  record Box(double s, double[] v) {}

  static double[] tableOr(double[] own, double x) {
    return x > 0 ? own : TABLE;
  }

  static void reset(double[][] rows) {
    rows[0] = TABLE;
  }

  static void resetBoth(double[][] rows, Box[] boxes) {
    reset(rows);
    boxes[1] = new Box(1, TABLES[1]);
  }

  static void scale(double[][] rows, double x) {
    for (double[] row : rows) {
      row[0] *= x;
    }
  }

  @Differentiable
  static double returned(double[] w, double x) {
    double[] v = tableOr(w, x);
    double y = x * TABLE[0];
    v[0] = 4; // error: FieldWrite
    return y * TABLE[0];
  }

  @Differentiable
  static double stored(double x) {
    double[][] rows = new double[2][2];
    reset(rows);
    double y = x * TABLE[0];
    rows[0][0] = 4; // error: FieldWrite
    return y * TABLE[0];
  }

  @Differentiable
  static double storedInRecord(double[][] rows, Box[] boxes, double x) {
    resetBoth(rows, boxes);
    double y = x * TABLES[1][0];
    boxes[1].v()[0] = 4; // error: FieldWrite
    return y * TABLES[1][0];
  }

  @Differentiable
  static double writtenByAnother(double[][] rows, double x) {
    reset(rows);
    scale(rows, x); // error: FieldWrite
    return rows[1][0];
  }

  @Differentiable
  static double onlyRead(double[][] rows, double x) {
    reset(rows);
    rows[1] = tableOr(rows[1], x);
    return rows[0][0] * x + rows[1][1];
  }

  private ByMethods() {}
}
