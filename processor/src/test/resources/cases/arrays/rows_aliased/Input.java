package cases.arrays.rows_aliased;

import io.github.cotangent.Differentiable;

// m[0] = m[1]: two rows become one array; planes of a cube are moved.
// run: f(new double[][] {{1.1, 2.2}, {0.3, 0.4}}, new double[][][] {{{0.5}, {0.6}}, {{0.7}, {0.8}}})
final class Input {
  @Differentiable
  static double f(double[][] m, double[][][] cube) {
    double first = m[0][0] * m[0][1];
    m[0] = m[1];
    m[0][0] *= first;
    m[1][1] *= m[0][0];
    double[][] plane = cube[0];
    cube[0] = cube[1];
    cube[1] = plane;
    cube[0][1] = cube[1][0];
    cube[0][1][0] *= m[0][1];
    plane[1][0] += cube[1][0][0] * cube[0][0][0];
    return m[0][0] * m[1][1] + cube[1][1][0] * plane[0][0] + cube[0][0][0];
  }

  private Input() {}
}
