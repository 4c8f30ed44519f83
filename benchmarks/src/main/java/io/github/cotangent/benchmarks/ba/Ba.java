package io.github.cotangent.benchmarks.ba;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Bundle adjustment: how far a point, seen by a camera, lies from where it was found. */
public final class Ba {

  private static final int ROTATION = 0;
  private static final int CENTER = 3;
  private static final int FOCUS = 6;
  private static final int PRINCIPAL = 7;
  private static final int RADIAL = 9;

  /**
   * The error of one observation, in two coordinates.
   *
   * @param camera rotation (3), centre (3), focus, principal point (2), radial distortion (2)
   * @param point in space
   * @param weight of the observation
   * @param feature where it was found in the image
   */
  @Differentiable(generate = Differentiable.Output.JACOBIAN_INTO)
  public static double[] reprojectionError(
      double[] camera, double[] point, double weight, @NonDifferentiable double[] feature) {
    double[] projected = project(camera, point);
    return new double[] {
      weight * (projected[0] - feature[0]), weight * (projected[1] - feature[1])
    };
  }

  @Differentiable
  public static double weightError(double weight) {
    return 1 - weight * weight;
  }

  private static double[] project(double[] camera, double[] point) {
    double[] centered = new double[3];
    for (int i = 0; i < 3; i++) {
      centered[i] = point[i] - camera[CENTER + i];
    }
    double[] seen = rotate(camera, centered);
    double[] p = {seen[0] / seen[2], seen[1] / seen[2]};
    distort(camera, p);
    for (int i = 0; i < 2; i++) {
      p[i] = p[i] * camera[FOCUS] + camera[PRINCIPAL + i];
    }
    return p;
  }

  /** Rodrigues' formula for the rotation by a vector, whose length is the angle. */
  private static double[] rotate(double[] camera, double[] x) {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      square += camera[ROTATION + i] * camera[ROTATION + i];
    }
    double[] axis = new double[3];
    double[] rotated = new double[3];
    if (square == 0) {
      for (int i = 0; i < 3; i++) {
        axis[i] = camera[ROTATION + i];
      }
      double[] moved = cross(axis, x);
      for (int i = 0; i < 3; i++) {
        rotated[i] = x[i] + moved[i];
      }
      return rotated;
    }
    double angle = Math.sqrt(square);
    for (int i = 0; i < 3; i++) {
      axis[i] = camera[ROTATION + i] / angle;
    }
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double[] perpendicular = cross(axis, x);
    double along = (axis[0] * x[0] + axis[1] * x[1] + axis[2] * x[2]) * (1 - cos);
    for (int i = 0; i < 3; i++) {
      rotated[i] = x[i] * cos + perpendicular[i] * sin + axis[i] * along;
    }
    return rotated;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static void distort(double[] camera, double[] p) {
    double square = p[0] * p[0] + p[1] * p[1];
    double factor = 1 + camera[RADIAL] * square + camera[RADIAL + 1] * square * square;
    p[0] *= factor;
    p[1] *= factor;
  }

  private Ba() {}
}
