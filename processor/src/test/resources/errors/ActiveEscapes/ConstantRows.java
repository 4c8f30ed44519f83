package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// An array that the function has made is an element of a constant one when it is written.
final class ConstantRows {
  @Differentiable
  static double put(double[] w, @NonDifferentiable double[][] x) {
    double[] row = new double[2];
    double[] other = row;
    x[0] = other;
    row[1] = w[0]; // error: ActiveEscapes
    return x[0][1] * w[1];
  }

  @Differentiable
  static double putByCall(double[] w, @NonDifferentiable double[][] x) {
    return inRow(w, x); // error: ActiveEscapes
  }

  private static double inRow(double[] w, double[][] x) {
    double[] row = new double[2];
    x[0] = row;
    row[1] = w[0];
    return x[0][1] * w[1];
  }

  @Differentiable
  static double filled(double[] w, @NonDifferentiable double[] x) {
    double[] h = x;
    for (int i = 0; i < 2; i++) {
      h[i] *= w[i]; // error: ActiveEscapes
      h = new double[] {w[0], w[1]};
    }
    return h[0];
  }

  @Differentiable
  static double copied(double[] w, @NonDifferentiable double[][] x) {
    double[][] h = x.clone();
    h[0][0] = w[0]; // error: ActiveEscapes
    return x[0][0] * w[1];
  }

  @Differentiable
  static double rowOfConstant(double[] w, @NonDifferentiable double[][] x) {
    double[][] h = new double[2][2];
    h[0][0] = w[0]; // error: ActiveEscapes
    h[1] = x[1];
    h[1][0] = w[1]; // error: ActiveEscapes
    return x[1][0] * w[1];
  }

  record Rows(double[][] rows) {
    double[] first() {
      return rows[0];
    }
  }

  @Differentiable
  static double inRecord(double[] w, @NonDifferentiable double[][] x) {
    double[][] made = new double[2][2];
    Rows h = new Rows(made);
    made[0] = x[0];
    h.first()[0] = w[0]; // error: ActiveEscapes
    return x[0][0] * w[1];
  }

  @Differentiable
  static double ofHelper(double[] w, @NonDifferentiable Rows x) {
    Rows h = same(x);
    h.rows()[0][0] = w[0]; // error: ActiveEscapes
    return x.rows()[0][0] * w[1];
  }

  private static Rows same(Rows x) {
    return new Rows(x.rows());
  }
}
