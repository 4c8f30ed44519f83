package cases.small.geometry;

import io.github.cotangent.Differentiable;

/** Geometry on arrays of three, with small methods: all of it becomes variables. */
final class Input {
  private static final int CENTER = 3;

  private Input() {}

  // run: turned(new double[] {0.3, -0.2, 0.5, 1, 2, 3}, new double[] {1.5, 0.7, -0.4})
  // run: turned(new double[] {0.1, 0.2, 0.1, 1, 2, 3}, new double[] {1.5, 0.7, -0.4})
  @Differentiable
  static double turned(double[] camera, double[] point) {
    double[] centered = new double[3];
    for (int i = 0; i < 3; i++) {
      centered[i] = point[i] - camera[CENTER + i];
    }
    double[] seen = rotate(camera, centered);
    double[] p = {seen[0] / seen[2], seen[1] / seen[2]};
    distort(camera, p);
    return p[0] * Math.sin(p[1]);
  }

  private static double[] rotate(double[] camera, double[] x) {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      square += camera[i] * camera[i];
    }
    double[] rotated = new double[3];
    if (square < 0.1) {
      for (int i = 0; i < 3; i++) {
        rotated[i] = x[i] * 2;
      }
      return rotated;
    }
    double angle = Math.sqrt(square);
    double[] axis = {camera[0] / angle, camera[1] / angle, camera[2] / angle};
    double[] moved = cross(axis, x);
    double[] again = cross(axis, moved);
    for (int i = 0; i < 3; i++) {
      rotated[i] = x[i] + Math.sin(angle) * moved[i] + (1 - Math.cos(angle)) * again[i];
    }
    return rotated;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static void distort(double[] camera, double[] p) {
    double factor = 1 + camera[3] * (p[0] * p[0] + p[1] * p[1]);
    p[0] *= factor;
    p[1] *= factor;
  }
}
