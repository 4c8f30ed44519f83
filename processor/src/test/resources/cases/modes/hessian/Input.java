package cases.modes.hessian;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// Dense second derivatives: a block for each pair of parameters.
// run: fourth(1.5)
// run: products(new double[] {1, 2, 4})
// run: scaled(1.5, new double[] {1, 2})
// expect: fourthHessian(2.0) = 48.0
// expect: productsHessian(new double[] {1, 2, 4})[0][0] = 0.0
// expect: productsHessian(new double[] {1, 2, 4})[0][1] = 1.0
// expect: productsHessian(new double[] {1, 2, 4})[2][1] = 1.0
// expect: productsHessian(new double[] {1, 2, 4})[2][0] = 0.0
// expect: scaledHessian(3.0, new double[] {1, 2}).sS() = 10.0
// expect: scaledHessian(3.0, new double[] {1, 2}).sX()[1] = 24.0
// expect: scaledHessian(3.0, new double[] {1, 2}).xS()[1] = 24.0
// expect: scaledHessian(3.0, new double[] {1, 2}).xX()[1][1] = 18.0
// expect: scaledHessian(3.0, new double[] {1, 2}).xX()[1][0] = 0.0
final class Input {

  @Differentiable(generate = {Output.GRADIENT, Output.HESSIAN})
  static double fourth(double x) {
    double square = x * x;
    return square * square;
  }

  @Differentiable(generate = {Output.GRADIENT, Output.HESSIAN})
  static double products(double[] x) {
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      sum += x[i - 1] * x[i];
    }
    return sum;
  }

  /** The squared length of s·x. */
  @Differentiable(generate = {Output.GRADIENT, Output.HESSIAN})
  static double scaled(double s, double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += s * s * xi * xi;
    }
    return sum;
  }

  private Input() {}
}
