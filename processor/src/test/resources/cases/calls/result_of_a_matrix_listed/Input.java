package cases.calls.result_of_a_matrix_listed;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// A matrix that starts from listed rows, and is assigned the results of calls: the adjoint of a
// result is that of the matrix just assigned, also where it is found by its identity.
// run: pose(new double[] {0.3, -0.7}, new double[][] {{1.1, 0.4}, {0.5, 0.2}})
// run: nested(1.2, 3)
final class Input {
  @Differentiable
  static double pose(double[] joints, @NonDifferentiable double[][] lengths) {
    double[][] pose = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (int i = 0; i < joints.length; i++) {
      pose = multiply(pose, link(joints[i], lengths[i][0], lengths[i][1]));
    }
    return pose[0][2] * pose[1][2];
  }

  static double[][] link(double angle, double x, double y) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new double[][] {{c, -s, x * c}, {s, c, y * s}, {0, 0, 1}};
  }

  static double[][] multiply(double[][] a, double[][] b) {
    double[][] c = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  record Body(double[][] pose, double mass) {
    Body moved(double x) {
      return new Body(multiply(pose, link(x, mass, x)), mass * x);
    }
  }

  /** The same in a record. */
  @Differentiable
  static double nested(double x, int n) {
    double[] top = {x, 0, 0};
    double[] middle = {0, 1, x};
    Body body = new Body(new double[][] {top, middle, {0, 0, 1}}, x);
    for (int i = 0; i < n; i++) {
      body = body.moved(x);
    }
    return body.pose()[0][2] * body.mass() + body.pose()[1][0];
  }

  private Input() {}
}
