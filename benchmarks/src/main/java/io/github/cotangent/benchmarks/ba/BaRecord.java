package io.github.cotangent.benchmarks.ba;

/**
 * The Jacobian by hand in the shape that the compiler chose: one way forward that keeps what it
 * computed, and a way back for each row. What is kept is a single object, used for all
 * observations.
 */
final class BaRecord {

  private static final int COLUMNS = 15;

  private final double[] x = new double[3];
  private final double[] axis = new double[3];
  private final double[] perpendicular = new double[3];
  private final double[] seen = new double[3];
  private final double[] p = new double[2];
  private boolean turned;
  private double angle;
  private double cos;
  private double sin;
  private double dot;
  private double along;
  private double norm;
  private double factor;

  private final double[] dx = new double[3];
  private final double[] daxis = new double[3];
  private final double[] dperpendicular = new double[3];
  private final double[] dseen = new double[3];
  private final double[] dp = new double[2];

  static void jacobian(BaInput in, double[][] out) {
    BaRecord record = new BaRecord();
    for (int i = 0; i < out.length; i++) {
      double[] camera = in.camera(i);
      double weight = in.weights()[i];
      double[] feature = in.features()[i];
      record.forward(camera, in.point(i));
      record.backward(camera, weight, feature, weight, 0, out[i], 0);
      record.backward(camera, weight, feature, 0, weight, out[i], COLUMNS);
      out[i][2 * COLUMNS] = -2 * weight;
    }
  }

  private void forward(double[] camera, double[] point) {
    for (int i = 0; i < 3; i++) {
      x[i] = point[i] - camera[3 + i];
    }
    rotate(camera);
    p[0] = seen[0] / seen[2];
    p[1] = seen[1] / seen[2];
    norm = p[0] * p[0] + p[1] * p[1];
    factor = 1 + camera[9] * norm + camera[10] * norm * norm;
  }

  private void rotate(double[] camera) {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      square += camera[i] * camera[i];
    }
    turned = square != 0;
    angle = turned ? Math.sqrt(square) : 1;
    for (int i = 0; i < 3; i++) {
      axis[i] = camera[i] / angle;
    }
    perpendicular[0] = axis[1] * x[2] - axis[2] * x[1];
    perpendicular[1] = axis[2] * x[0] - axis[0] * x[2];
    perpendicular[2] = axis[0] * x[1] - axis[1] * x[0];
    if (!turned) {
      for (int i = 0; i < 3; i++) {
        seen[i] = x[i] + perpendicular[i];
      }
      return;
    }
    cos = Math.cos(angle);
    sin = Math.sin(angle);
    dot = axis[0] * x[0] + axis[1] * x[1] + axis[2] * x[2];
    along = dot * (1 - cos);
    for (int i = 0; i < 3; i++) {
      seen[i] = x[i] * cos + perpendicular[i] * sin + axis[i] * along;
    }
  }

  private void backward(
      double[] camera,
      double weight,
      double[] feature,
      double dprojected0,
      double dprojected1,
      double[] out,
      int at) {
    double focus = camera[6];
    double moved0 = p[0] * factor;
    double moved1 = p[1] * factor;
    out[at + 14] =
        (dprojected0 * (moved0 * focus + camera[7] - feature[0])
                + dprojected1 * (moved1 * focus + camera[8] - feature[1]))
            / weight;
    out[at + 6] = dprojected0 * moved0 + dprojected1 * moved1;
    out[at + 7] = dprojected0;
    out[at + 8] = dprojected1;
    double dmoved0 = dprojected0 * focus;
    double dmoved1 = dprojected1 * focus;
    double dfactor = dmoved0 * p[0] + dmoved1 * p[1];
    out[at + 9] = dfactor * norm;
    out[at + 10] = dfactor * norm * norm;
    double dnorm = dfactor * (camera[9] + 2 * camera[10] * norm);
    dp[0] = dmoved0 * factor + 2 * dnorm * p[0];
    dp[1] = dmoved1 * factor + 2 * dnorm * p[1];
    dseen[0] = dp[0] / seen[2];
    dseen[1] = dp[1] / seen[2];
    dseen[2] = -(dp[0] * p[0] + dp[1] * p[1]) / seen[2];
    rotateBackward(out, at);
    for (int i = 0; i < 3; i++) {
      out[at + 3 + i] = -dx[i];
      out[at + 11 + i] = dx[i];
    }
  }

  private void rotateBackward(double[] out, int at) {
    if (!turned) {
      for (int i = 0; i < 3; i++) {
        dx[i] = dseen[i];
        dperpendicular[i] = dseen[i];
        daxis[i] = 0;
      }
      crossBackward();
      System.arraycopy(daxis, 0, out, at, 3);
      return;
    }
    double dcos = 0;
    double dsin = 0;
    double dalong = 0;
    for (int i = 0; i < 3; i++) {
      dcos += dseen[i] * x[i];
      dsin += dseen[i] * perpendicular[i];
      dalong += dseen[i] * axis[i];
    }
    double ddot = dalong * (1 - cos);
    dcos -= dalong * dot;
    for (int i = 0; i < 3; i++) {
      dx[i] = dseen[i] * cos + ddot * axis[i];
      dperpendicular[i] = dseen[i] * sin;
      daxis[i] = dseen[i] * along + ddot * x[i];
    }
    crossBackward();
    double dangle = dsin * cos - dcos * sin;
    for (int i = 0; i < 3; i++) {
      dangle -= daxis[i] * axis[i] / angle;
    }
    for (int i = 0; i < 3; i++) {
      out[at + i] = daxis[i] / angle + dangle * axis[i];
    }
  }

  private void crossBackward() {
    double[] d = dperpendicular;
    daxis[0] += x[1] * d[2] - x[2] * d[1];
    daxis[1] += x[2] * d[0] - x[0] * d[2];
    daxis[2] += x[0] * d[1] - x[1] * d[0];
    dx[0] += d[1] * axis[2] - d[2] * axis[1];
    dx[1] += d[2] * axis[0] - d[0] * axis[2];
    dx[2] += d[0] * axis[1] - d[1] * axis[0];
  }
}
