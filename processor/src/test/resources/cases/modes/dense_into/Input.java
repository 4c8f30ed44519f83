package cases.modes.dense_into;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;

// Dense derivatives, added to the caller's blocks: twice is twice the block.
// run: scaled(1.5, new double[] {1, 2})
// run: products(new double[] {1, 2, 4})
// run: affine(new double[] {1, 2}, 0.5)
// run: overwrites(new double[] {1, 2})
// run: ellipse(1.5, 0.5)
// run: area(2.0, new double[] {3, 4}, new double[] {5})
// run: squares(new double[] {1, 2})
// run: only(new double[] {1, 2}, 3.0)
// expect: Input.hessians() = 1.0
// expect: Input.jacobians() = 1.0
// expect: Input.refused() = 10.0
// expect: Input.untouched() = 0.0
final class Input {

  @Differentiable(generate = {Output.GRADIENT, Output.HESSIAN_INTO})
  static double scaled(double s, double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += s * s * xi * xi;
    }
    return sum;
  }

  @Differentiable(generate = {Output.GRADIENT, Output.HESSIAN_INTO})
  static double products(double[] x) {
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      sum += x[i - 1] * x[i];
    }
    return sum;
  }

  @Differentiable(generate = {Output.PULLBACK, Output.JACOBIAN_INTO})
  static double[] affine(double[] x, double s) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = s * x[i] + 1;
    }
    return y;
  }

  @Differentiable(generate = {Output.PULLBACK, Output.JACOBIAN_INTO})
  static double[] overwrites(double[] x) {
    x[0] *= x[1];
    return new double[] {x[0], x[0] * x[1], x[1]};
  }

  @Differentiable(generate = {Output.PULLBACK, Output.JACOBIAN_INTO})
  static double[] ellipse(double a, double t) {
    return new double[] {a * Math.cos(t), 2 * a * Math.sin(t)};
  }

  @Differentiable(generate = {Output.GRADIENT, Output.JACOBIAN_INTO})
  static double area(double width, double[] heights, @NonDifferentiable double[] data) {
    return width * heights[0] * heights[1] * data[0];
  }

  @Differentiable(generate = {Output.GRADIENT, Output.JACOBIAN_INTO})
  static double squares(double[] x) {
    return x[0] * x[0] + x[1] * x[1];
  }

  @Differentiable(wrt = "x", generate = {Output.GRADIENT, Output.HESSIAN_INTO})
  static double only(double[] x, double s) {
    return s * x[0] * x[0] * x[1];
  }

  static double hessians() {
    double[] x = {1, 2};
    dInput.ScaledHessian scaled = dInput.scaledHessian(1.5, x);
    double[] sX = new double[2];
    double[] xS = new double[2];
    double[][] xX = new double[2][2];
    dInput.scaledHessianInto(1.5, x, sX, xS, xX);
    dInput.ScaledHessian again = dInput.scaledHessianInto(1.5, x, sX, xS, xX);
    double[] y = {1, 2, 4};
    double[][] yY = new double[3][3];
    dInput.productsHessianInto(y, yY);
    dInput.productsHessianInto(y, yY);
    double[][] only = new double[2][2];
    dInput.onlyHessianInto(x, 3, only);
    dInput.onlyHessianInto(x, 3, only);
    return again.sX() == sX
            && again.xX() == xX
            && again.sS() == scaled.sS()
            && isTwice(sX, scaled.sX())
            && isTwice(xS, scaled.xS())
            && isTwice(xX, scaled.xX())
            && isTwice(yY, dInput.productsHessian(y))
            && isTwice(only, dInput.onlyHessian(x, 3))
        ? 1
        : 0;
  }

  static double jacobians() {
    double[] x = {1, 2};
    dInput.AffineJacobian affine = dInput.affineJacobian(x, 0.5);
    double[][] dx = new double[2][2];
    double[] ds = new double[2];
    dInput.affineJacobianInto(x, 0.5, dx, ds);
    dInput.affineJacobianInto(x, 0.5, dx, ds);
    double[][] overwrites = new double[3][2];
    dInput.overwritesJacobianInto(x, overwrites);
    dInput.overwritesJacobianInto(x, overwrites);
    dInput.EllipseJacobian ellipse = dInput.ellipseJacobian(1.5, 0.5);
    double[] da = new double[2];
    double[] dt = new double[2];
    dInput.ellipseJacobianInto(1.5, 0.5, da, dt);
    dInput.ellipseJacobianInto(1.5, 0.5, da, dt);
    double[] dheights = new double[2];
    double[] data = {5};
    dInput.areaJacobianInto(2, x, data, dheights);
    dInput.AreaGradient area = dInput.areaJacobianInto(2, x, data, dheights);
    double[] dsquares = new double[2];
    dInput.squaresJacobianInto(x, dsquares);
    dInput.squaresJacobianInto(x, dsquares);
    return isTwice(dsquares, new double[] {2, 4})
            && isTwice(dx, affine.x())
            && isTwice(ds, affine.s())
            && isTwice(overwrites, dInput.overwritesJacobian(x))
            && isTwice(da, ellipse.a())
            && isTwice(dt, ellipse.t())
            && isTwice(dheights, dInput.dArea(2, x, data).heights())
            && area.width() == dInput.dArea(2, x, data).width()
        ? 1
        : 0;
  }

  private static boolean isTwice(double[] sum, double[] once) {
    for (int i = 0; i < once.length; i++) {
      if (sum[i] != 2 * once[i]) {
        return false;
      }
    }
    return sum.length == once.length;
  }

  private static boolean isTwice(double[][] sum, double[][] once) {
    for (int i = 0; i < once.length; i++) {
      if (!isTwice(sum[i], once[i])) {
        return false;
      }
    }
    return sum.length == once.length;
  }

  // Wrong shapes, null, an argument, a row that is there twice.
  static double refused() {
    double[] x = {1, 2};
    double[] row = new double[2];
    double[] two = new double[2];
    Runnable[] calls = {
      () -> dInput.onlyHessianInto(x, 1, new double[3][2]),
      () -> dInput.onlyHessianInto(x, 1, new double[2][1]),
      () -> dInput.onlyHessianInto(x, 1, null),
      () -> dInput.onlyHessianInto(x, 1, new double[][] {row, x}),
      () -> dInput.onlyHessianInto(x, 1, new double[][] {row, row}),
      () -> dInput.scaledHessianInto(1, x, two, two, new double[2][2]),
      () -> dInput.affineJacobianInto(x, 1, new double[1][2], new double[2]),
      () -> dInput.affineJacobianInto(x, 1, new double[2][2], new double[1]),
      () -> dInput.ellipseJacobianInto(1, 2, two, new double[1]),
      () -> dInput.areaJacobianInto(1, x, new double[] {5}, new double[1])
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

  // What is refused has not been added to.
  static double untouched() {
    double[] sX = new double[2];
    double[] da = new double[2];
    try {
      dInput.scaledHessianInto(1, new double[] {1, 2}, sX, new double[2], new double[1][2]);
    } catch (IllegalArgumentException e) {
      try {
        dInput.ellipseJacobianInto(1, 2, da, new double[1]);
      } catch (IllegalArgumentException f) {
        return sX[0] + da[0];
      }
    }
    return Double.NaN;
  }

  private Input() {}
}
