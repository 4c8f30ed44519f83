package cases.branches.kinks;

import io.github.cotangent.Differentiable;

// Subgradients at the kinks: of smallest norm, ties share equally.
// kink
// expect: dAbsolute(0.0) = 0.0
// expect: dAbsolute(-0.0) = 0.0
// expect: dLarger(1.0, 1.0).a() = 0.5
// expect: dLarger(1.0, 1.0).b() = 0.5
// expect: dLarger(-0.0, 0.0).a() = 0.5
// expect: dLarger(2.0, 1.0).a() = 1.0
// expect: dLarger(2.0, 1.0).b() = 0.0
// expect: dSmaller(1.0, 1.0).a() = 0.5
// expect: dSmaller(1.0, 2.0).b() = 0.0
// expect: dLarger(Double.NaN, 1.0).a() = Double.NaN
// expect: dLarger(Double.NaN, 1.0).b() = Double.NaN
// expect: dRelu(0.0) = 0.5
// expect: dTwice(1.0) = 1.0
// expect: dRoot(0.0) = Double.POSITIVE_INFINITY
// expect: dLength(0.0, 0.0).x() = 0.0
// expect: dLength(0.0, 0.0).y() = 0.0
// expect: dCubeRoot(0.0) = Double.POSITIVE_INFINITY
// expect: dPower(2.0, 0.0).x() = 0.0
// expect: dPower(0.0, 0.0).x() = 0.0
// expect: dPower(0.0, 2.0).y() = 0.0
// expect: dSquare(-3.0) = -6.0
// expect: dSquare(0.0) = 0.0
// expect: dAngle(0.0, 0.0).x() = Double.NaN
// expect: dAngle(0.0, 0.0).y() = Double.NaN
// expect: dSteps(1.0) = 0.0
// expect: dSign(0.0) = 0.0
final class Input {
  @Differentiable
  static double absolute(double x) {
    return Math.abs(x);
  }

  @Differentiable
  static double larger(double a, double b) {
    return Math.max(a, b);
  }

  @Differentiable
  static double smaller(double a, double b) {
    return Math.min(a, b);
  }

  @Differentiable
  static double relu(double x) {
    return Math.max(x, 0);
  }

  @Differentiable
  static double twice(double x) {
    return Math.max(x, x);
  }

  @Differentiable
  static double root(double x) {
    return Math.sqrt(x);
  }

  @Differentiable
  static double length(double x, double y) {
    return Math.hypot(x, y);
  }

  @Differentiable
  static double cubeRoot(double x) {
    return Math.cbrt(x);
  }

  @Differentiable
  static double power(double x, double y) {
    return Math.pow(x, y);
  }

  @Differentiable
  static double square(double x) {
    return Math.pow(x, 2);
  }

  @Differentiable
  static double angle(double y, double x) {
    return Math.atan2(y, x);
  }

  @Differentiable
  static double steps(double x) {
    return Math.floor(x) + Math.ceil(x) + Math.rint(x) + Math.round(x) + (int) x;
  }

  @Differentiable
  static double sign(double x) {
    return Math.signum(x);
  }

  private Input() {}
}
