package io.github.cotangent.benchmarks.ba;

/**
 * The Jacobian by hand in the best shape we know: everything of an observation in local variables
 * of one method, one way forward and two back.
 */
final class BaScalars {

  private BaScalars() {}

  static void jacobian(BaInput in, double[][] out) {
    for (int i = 0; i < out.length; i++) {
      row(in.camera(i), in.point(i), in.weights()[i], in.features()[i], out[i]);
    }
  }

  private static void row(
      double[] camera, double[] point, double weight, double[] feature, double[] out) {
    double r0 = camera[0];
    double r1 = camera[1];
    double r2 = camera[2];
    double x0 = point[0] - camera[3];
    double x1 = point[1] - camera[4];
    double x2 = point[2] - camera[5];
    double square = r0 * r0 + r1 * r1 + r2 * r2;
    boolean turned = square != 0;
    double angle = turned ? Math.sqrt(square) : 1;
    double cos = turned ? Math.cos(angle) : 1;
    double sin = turned ? Math.sin(angle) : 1;
    double inverse = 1 / angle;
    double a0 = r0 * inverse;
    double a1 = r1 * inverse;
    double a2 = r2 * inverse;
    double c0 = a1 * x2 - a2 * x1;
    double c1 = a2 * x0 - a0 * x2;
    double c2 = a0 * x1 - a1 * x0;
    double dot = a0 * x0 + a1 * x1 + a2 * x2;
    double versine = 1 - cos;
    double along = dot * versine;
    double depth = 1 / (x2 * cos + c2 * sin + a2 * along);
    double p0 = (x0 * cos + c0 * sin + a0 * along) * depth;
    double p1 = (x1 * cos + c1 * sin + a1 * along) * depth;
    double norm = p0 * p0 + p1 * p1;
    double k1 = camera[9];
    double k2 = camera[10];
    double factor = 1 + (k1 + k2 * norm) * norm;
    double slope = 2 * (k1 + 2 * k2 * norm);
    double focus = camera[6];
    double scaled = weight * focus;
    for (int row = 0; row < 2; row++) {
      int at = 15 * row;
      double p = row == 0 ? p0 : p1;
      double seen = p * factor;
      // Back to the projected point: only coordinate `row` is seeded.
      double dfactor = scaled * p;
      double dp0 = dfactor * slope * p0 + (row == 0 ? scaled * factor : 0);
      double dp1 = dfactor * slope * p1 + (row == 0 ? 0 : scaled * factor);
      // Back through the division by the depth.
      double ds0 = dp0 * depth;
      double ds1 = dp1 * depth;
      double ds2 = -(dp0 * p0 + dp1 * p1) * depth;
      // Back through the rotation.
      double ddot = (ds0 * a0 + ds1 * a1 + ds2 * a2) * versine;
      double dc0 = ds0 * sin;
      double dc1 = ds1 * sin;
      double dc2 = ds2 * sin;
      double dx0 = ds0 * cos + ddot * a0 + dc1 * a2 - dc2 * a1;
      double dx1 = ds1 * cos + ddot * a1 + dc2 * a0 - dc0 * a2;
      double dx2 = ds2 * cos + ddot * a2 + dc0 * a1 - dc1 * a0;
      double da0 = ds0 * along + ddot * x0 + x1 * dc2 - x2 * dc1;
      double da1 = ds1 * along + ddot * x1 + x2 * dc0 - x0 * dc2;
      double da2 = ds2 * along + ddot * x2 + x0 * dc1 - x1 * dc0;
      double dangle = 0;
      if (turned) {
        double dsin = ds0 * c0 + ds1 * c1 + ds2 * c2;
        double dcos = ds0 * x0 + ds1 * x1 + ds2 * x2 - (ds0 * a0 + ds1 * a1 + ds2 * a2) * dot;
        dangle = dsin * cos - dcos * sin - (da0 * a0 + da1 * a1 + da2 * a2) * inverse;
      }
      out[at] = da0 * inverse + dangle * a0;
      out[at + 1] = da1 * inverse + dangle * a1;
      out[at + 2] = da2 * inverse + dangle * a2;
      out[at + 3] = -dx0;
      out[at + 4] = -dx1;
      out[at + 5] = -dx2;
      out[at + 6] = weight * seen;
      out[at + 7] = row == 0 ? weight : 0;
      out[at + 8] = row == 0 ? 0 : weight;
      out[at + 9] = dfactor * norm;
      out[at + 10] = dfactor * norm * norm;
      out[at + 11] = dx0;
      out[at + 12] = dx1;
      out[at + 13] = dx2;
      out[at + 14] = seen * focus + camera[7 + row] - feature[row];
    }
    out[30] = -2 * weight;
  }
}
