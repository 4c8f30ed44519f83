package explain;

import io.github.cotangent.Differentiable;

/** Loops whose rounds share nothing but sums, and what prevents that. */
class Sums {

  @Differentiable
  static double straightBack(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = x[i + 1] - x[i] * x[i];
      sum += a * a;
    }
    return sum;
  }

  @Differentiable
  static double sumIsRead(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = Math.exp(x[i]);
      sum += e * e;
    }
    return sum * sum;
  }

  @Differentiable
  static double carriesAValue(double x, int n) {
    double y = 1;
    for (int i = 0; i < n; i++) {
      y = y * x + y * y;
    }
    return y;
  }

  @Differentiable
  static double workingSpace(double[] x, int n) {
    double[] terms = new double[x.length];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < x.length; j++) {
        terms[j] = Math.exp(x[j] * i);
      }
      double most = 0;
      for (int j = 0; j < x.length; j++) {
        most += terms[j] * terms[j];
      }
      sum += Math.log(most);
    }
    return sum;
  }

  @Differentiable
  static double usedOutside(double[] x, int n) {
    double[] terms = new double[x.length];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < x.length; j++) {
        terms[j] = Math.exp(x[j] * i);
        sum += terms[j] * terms[j];
      }
    }
    return sum * terms[0];
  }

  @Differentiable
  static double inABranch(double[] x, boolean all) {
    double sum = 0;
    if (all) {
      for (int i = 0; i < x.length; i++) {
        double e = Math.exp(x[i]);
        sum += e * e;
      }
    }
    return sum;
  }

  @Differentiable
  static double hasAnEffect(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = Math.exp(x[i]);
      sum += e * e;
      System.out.println(i);
    }
    return sum;
  }

  @Differentiable
  static double constant(double x, int n) {
    int bits = 0;
    for (int i = 1; i < n; i *= 2) {
      bits++;
    }
    return x * bits;
  }
}
