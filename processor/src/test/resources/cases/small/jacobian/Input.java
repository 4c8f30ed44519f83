package cases.small.jacobian;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;

// Forward once and back for each element of a small result, in one method; arrays that share
// storage take the way of the pullback.
// run: seen(new double[] {0.3, -0.2, 1.5}, new double[] {1.5, 0.7, -0.4}, 0.5, new double[] {1, 2})
// run: seen(new double[] {-0.3, 0.2, 1.5}, new double[] {1.5, 0.7, -0.4}, 0.5, new double[] {1, 2})
// expect: Input.asByPullback(new double[] {0.3, -0.2, 1.5}, new double[] {1, 2, 3}) = 1.0
// expect: Input.asByPullback(new double[] {-0.3, -0.2, 1.5}, new double[] {1, 2, 3}) = 1.0
// expect: Input.twice() = 1.0
// expect: Input.refused() = 5.0
final class Input {
  private Input() {}

  @Differentiable(generate = {Output.PULLBACK, Output.JACOBIAN_INTO})
  static double[] seen(
      double[] camera, double[] point, double weight, @NonDifferentiable double[] feature) {
    double[] x = moved(camera, point);
    return new double[] {weight * (x[0] - feature[0]), weight * x[1] * x[0] - feature[1]};
  }

  private static double[] moved(double[] camera, double[] point) {
    double[] x = {point[0] - camera[0], point[1] * camera[1]};
    double square = 0;
    for (int i = 0; i < camera.length; i++) {
      square += camera[i] * camera[i];
    }
    double angle = Math.sqrt(square);
    if (camera[0] < 0) {
      x[0] *= angle;
      return x;
    }
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double first = x[0] * cos - x[1] * sin;
    x[1] = x[0] * sin + x[1] * cos;
    x[0] = first * point[2];
    return x;
  }

  /** Both forms give what the pullback gives, row by row. */
  static double asByPullback(double[] camera, double[] point) {
    double[] feature = {0.5, 0.25};
    dInput.SeenJacobian jacobian = dInput.seenJacobian(camera, point, 0.5, feature);
    double[][] dcamera = {{1, 1, 1}, {2, 2, 2}};
    double[][] dpoint = new double[2][3];
    double[] dweight = {3, 4};
    dInput.seenJacobianInto(camera, point, 0.5, feature, dcamera, dpoint, dweight);
    double wrong = 0;
    for (int row = 0; row < 2; row++) {
      double[] seed = new double[2];
      seed[row] = 1;
      dInput.SeenGradient right = dInput.seenPullback(camera, point, 0.5, feature).apply(seed);
      for (int i = 0; i < 3; i++) {
        wrong += Math.abs(jacobian.camera()[row][i] - right.camera()[i]);
        wrong += Math.abs(jacobian.point()[row][i] - right.point()[i]);
        wrong += Math.abs(dcamera[row][i] - row - 1 - right.camera()[i]);
        wrong += Math.abs(dpoint[row][i] - right.point()[i]);
      }
      wrong += Math.abs(jacobian.weight()[row] - right.weight());
      wrong += Math.abs(dweight[row] - row - 3 - right.weight());
    }
    return wrong < 1e-12 ? 1 : wrong;
  }

  /** One array under two names: each block has the whole derivative. */
  static double twice() {
    double[] both = {0.3, -0.2, 1.5};
    double[] feature = {0.5, 0.25};
    double[] right = dInput.seenPullback(both, both, 0.5, feature).apply(new double[] {0, 1}).camera();
    dInput.SeenJacobian jacobian = dInput.seenJacobian(both, both, 0.5, feature);
    double[][] dcamera = new double[2][3];
    double[][] dpoint = new double[2][3];
    dInput.seenJacobianInto(both, both, 0.5, feature, dcamera, dpoint, new double[2]);
    double wrong = 0;
    for (int i = 0; i < 3; i++) {
      wrong += Math.abs(jacobian.camera()[1][i] - right[i]);
      wrong += Math.abs(jacobian.point()[1][i] - right[i]);
      wrong += Math.abs(dcamera[1][i] - right[i]) + Math.abs(dpoint[1][i] - right[i]);
    }
    return wrong < 1e-12 ? 1 : wrong;
  }

  static double refused() {
    double[] camera = {0.3, -0.2, 1.5};
    double[] point = {1, 2, 3};
    double[] row = new double[3];
    double[][] block = new double[2][3];
    Runnable[] calls = {
      () -> into(camera, point, new double[][] {camera, row}, block),
      () -> into(camera, point, new double[][] {row, row}, block),
      () -> into(camera, point, new double[][] {row, block[1]}, block),
      () -> into(camera, point, new double[1][3], block),
      () -> dInput.seenJacobian(camera, point, 0.5, point),
    };
    int refused = 0;
    for (Runnable call : calls) {
      try {
        call.run();
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    return refused;
  }

  private static void into(double[] camera, double[] point, double[][] dcamera, double[][] dpoint) {
    dInput.seenJacobianInto(camera, point, 0.5, new double[2], dcamera, dpoint, new double[2]);
  }
}
