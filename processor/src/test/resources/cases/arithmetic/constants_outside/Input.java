package cases.arithmetic.constants_outside;

import io.github.cotangent.Differentiable;

// Constants of the compiler, static final fields and arrays of the class, constants of others.
// run: f(1.5, 2)
final class Input {
  static final double SCALE = 2.5;
  private static final int COUNT = 3;
  static final double[] TABLE = {0.5, 1.5, 2.5, 3.5};
  static final double START = Math.sqrt(2);

  @Differentiable
  static double f(double x, int k) {
    double y = SCALE * x * COUNT;
    y += TABLE[k] * x + Input.TABLE[COUNT] * Math.E;
    return y * START + Integer.MIN_VALUE * 1e-10 * x;
  }

  private Input() {}
}
