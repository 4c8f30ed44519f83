package cases.small.jacobian_rows;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// Each row without what the other elements would pass on, in branches and loops, too; an element that nothing flows to.
// run: f(new double[] {0.3, -0.2, 1.5}, 0.7)
// run: f(new double[] {-0.3, 0.2, 1.5}, 0.7)
// expect: Input.asByPullback(new double[] {0.3, -0.2, 1.5}) = 1.0
// expect: Input.asByPullback(new double[] {-0.3, 0.2, 1.5}) = 1.0
// expect: Input.pole() = 1.0
final class Input {
  private Input() {}

  @Differentiable(generate = {Output.PULLBACK, Output.JACOBIAN})
  static double[] f(double[] x, double s) {
    double[] y = {x[0] * s, x[1] / s, x[2]};
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[2] * 0.5;
    }
    if (x[0] < 0) {
      y[1] = y[1] * y[0] - sum;
    } else {
      y[0] = -y[2];
      y[2] = sum * y[1];
    }
    return new double[] {y[0] - y[1], -y[1] * y[1], sum, 2.5, y[2] * 0.0 - s};
  }

  static double asByPullback(double[] x) {
    dInput.FJacobian jacobian = dInput.fJacobian(x, 0.7);
    double wrong = 0;
    for (int row = 0; row < 5; row++) {
      double[] seed = new double[5];
      seed[row] = 1;
      dInput.FGradient right = dInput.fPullback(x, 0.7).apply(seed);
      for (int i = 0; i < 3; i++) {
        wrong += Math.abs(jacobian.x()[row][i] - right.x()[i]);
      }
      wrong += Math.abs(jacobian.s()[row] - right.s());
    }
    return wrong < 1e-12 ? 1 : wrong;
  }

  @Differentiable(generate = {Output.PULLBACK, Output.JACOBIAN})
  static double[] roots(double[] x) {
    double[] y = {Math.sqrt(x[0]), x[1]};
    return new double[] {y[0], y[1]};
  }

  /** A row of its own has nothing of the root; in a loop over the rows it is zero times infinity. */
  static double pole() {
    double[][] jacobian = dInput.rootsJacobian(new double[] {0, 3});
    boolean isOfOther = jacobian[1][0] == 0 || Double.isNaN(jacobian[1][0]);
    return Double.isInfinite(jacobian[0][0]) && isOfOther && jacobian[1][1] == 1 ? 1 : 0;
  }
}
