package cases.calls.rows_of_records_moved;

import io.github.cotangent.Differentiable;

final class Other {
  record Layer(double[][] weights, double[] bias, double scale) {}

  record Rows(double[][] rows) {}

  @Differentiable
  static double replaced(Layer layer) {
    double[][] w = layer.weights();
    w[1] = layer.bias().clone();
    w[0][0] *= layer.scale();
    return w[1][0] * w[0][0] + w[1][1];
  }

  @Differentiable
  static double swapped(Rows rows) {
    double[][] m = rows.rows();
    double[] t = m[0];
    m[0] = m[1];
    m[1] = t;
    m[1][0] *= m[0][1];
    return m[1][0] + m[0][0] * m[1][1];
  }

  private Other() {}
}
