package cases.arrays.rows_filled_and_copied;

import io.github.cotangent.Differentiable;
import java.util.Arrays;

// The library's methods on arrays of arrays move references: rows become the same row.
// run: filled(new double[][] {{1.5, 0.5}, {2.5, 0.3}, {0.7}}, new double[] {0.9, 1.1})
// run: partly(new double[][] {{1.5, 0.5}, {2.5, 0.3}, {0.7}}, new double[] {0.9, 1.1})
// run: double[] r = {0.9, 1.1}; partly(new double[][] {{1.5, 0.5}, r, {0.7}}, r)
// run: shifted(new double[][] {{1.5, 0.5}, {2.5, 0.3}, {0.7}})
// run: copies(new double[][] {{1.5, 0.5}, {2.5, 0.3}, {0.7}})
// run: deep(new double[][][] {{{1.5, 0.5}, {2.5}}, {{0.7}, {0.2}}})
final class Input {
  @Differentiable
  static double filled(double[][] m, double[] r) {
    double before = m[0][0] * m[1][0];
    Arrays.fill(m, r);
    m[1][0] *= before;
    return m[0][0] * m[2][1];
  }

  @Differentiable
  static double partly(double[][] m, double[] r) {
    Arrays.fill(m, 0, 2, r);
    r[0] *= m[2][0];
    return m[0][0] * m[1][0] * m[1][1];
  }

  @Differentiable
  static double shifted(double[][] m) {
    System.arraycopy(m, 0, m, 1, 2);
    m[1][0] = m[0][0] * m[2][0];
    return m[0][0] * m[1][1] + m[2][1] * m[2][0];
  }

  @Differentiable
  static double copies(double[][] m) {
    double[][] part = Arrays.copyOfRange(m, 1, 3);
    double[][] longer = Arrays.copyOf(m, 4);
    longer[3] = part[0];
    part[0][0] *= m[0][1];
    part[1] = longer[0].clone();
    part[1][0] *= 2;
    return longer[3][0] * part[1][0] * m[0][0] * m[2][0];
  }

  @Differentiable
  static double deep(double[][][] m) {
    m[0] = m[1].clone();
    m[0][0] = m[1][1];
    m[1][1][0] *= m[0][1][0];
    return m[0][0][0] * m[0][1][0];
  }

  private Input() {}
}
