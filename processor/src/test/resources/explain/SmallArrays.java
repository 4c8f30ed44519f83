package explain;

import io.github.cotangent.Differentiable;
import java.util.function.IntSupplier;

/** Small arrays that become variables, and others. */
class SmallArrays {

  @Differentiable
  static double variables(double[] camera, double[] x) {
    double[] away = new double[2];
    for (int i = 0; i < 2; i++) {
      away[i] = x[i] - camera[i];
    }
    return away[0] * away[1];
  }

  @Differentiable
  static double unknownIndex(double x, int k) {
    double[] v = {x, x * x};
    return v[k];
  }

  @Differentiable
  static double tooLong(double x) {
    double[] v = new double[9];
    v[0] = x;
    return v[0] * x;
  }

  @Differentiable
  static double whole(double x) {
    double[] v = {x, x * x};
    double[] copy = v.clone();
    return copy[1];
  }

  @Differentiable
  static double[] returned(double x) {
    double[] v = {x, x * x};
    return v;
  }

  @Differentiable
  static double tooMuch(double x) {
    double[] a = {x, 0, 0, 0, 0, 0, 0, 0};
    double[] b = {0, x, 0, 0, 0, 0, 0, 0};
    double[] c = {0, 0, x, 0, 0, 0, 0, 0};
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        for (int k = 0; k < 8; k++) {
          a[i] += b[j] * c[k];
        }
      }
    }
    return a[0];
  }

  @Differentiable
  static double otherLengths(double x, boolean more) {
    double[] v = new double[2];
    if (more) {
      v = new double[3];
    }
    v[1] = x;
    return v[1] * x;
  }

  @Differentiable
  static double unread(double x) {
    double[] v = {x, 2 * x};
    return times(v);
  }

  private static double times(double[] v) {
    IntSupplier two = () -> 2;
    return v[0] * v[1] * two.getAsInt();
  }

  /** Arrays that are made in another method, or have no name. */
  @Differentiable
  static double madeElsewhere(double[] a, double[] b) {
    double[] sum = plus(a, b);
    double[] turned = turned(sum);
    return turned[0] * sum[1] + squares(a[0], b[1]);
  }

  /** What keeps the array of a method that is not put in place. */
  @Differentiable
  static double resultStays(double[] a, int k) {
    double[] turned = turned(a);
    return turned[k] * turned[0];
  }

  private static double[] plus(double[] a, double[] b) {
    double[] r = new double[2];
    r[0] = a[0] + b[0];
    r[1] = a[1] * b[1];
    return r;
  }

  private static double[] turned(double[] v) {
    return new double[] {v[1] * v[0], v[0]};
  }

  private static double squares(double... v) {
    double sum = 0;
    for (double e : v) {
      sum += e * e;
    }
    return sum;
  }
}
