package explain;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;
import io.github.cotangent.NonDifferentiable;
import java.util.List;

/** How many rounds: known before the loop, seen as it runs, counted. */
class Rounds {

  @Differentiable
  static double known(double x, int n) {
    double y = x;
    for (int i = n - 1; i >= 0; i -= 2) {
      for (int j = 0; j <= i; j++) {
        y *= y;
      }
    }
    return y;
  }

  @Differentiable
  static double leftEarly(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y *= y;
      if (y > 100) {
        break;
      }
    }
    return y;
  }

  @Differentiable
  static double boundChanges(double x, int n) {
    double y = x;
    int rounds = n;
    rounds = rounds * rounds;
    for (int i = 0; i < rounds; i++) {
      y *= y;
    }
    return y;
  }

  @Differentiable
  static double secondTest(double x, int n) {
    double y = x;
    for (int i = 0; i < n && y < 100; i++) {
      y *= y;
    }
    return y;
  }

  @Differentiable
  static double oddStep(double x, int n) {
    double y = x;
    for (int i = 1; i < n; i *= 2) {
      y *= y;
    }
    return y;
  }

  @Differentiable
  static double longBound(double x, long n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y *= y;
    }
    return y;
  }

  @Differentiable
  static double newton(double a) {
    double x = a;
    while (Math.abs(x * x - a) > 1e-9) {
      x = 0.5 * (x + a / x);
    }
    return x;
  }

  @Differentiable
  static double atLeastOnce(double x) {
    double y = x;
    do {
      y *= y;
      for (int i = 0; i < 10; i++) {
        y = Math.sin(y);
      }
    } while (y > 2);
    return y;
  }

  @Differentiable
  static double collection(double w, @NonDifferentiable List<double[]> data) {
    double loss = 0;
    for (double[] x : data) {
      loss += Math.exp(w * x[0]);
    }
    return loss;
  }

  @Differentiable
  static double array(double w, @NonDifferentiable double[][] data) {
    double loss = 0;
    for (double[] x : data) {
      loss += Math.exp(w * x[0]);
    }
    return loss;
  }

  @Differentiable
  static double size(double w, @NonDifferentiable List<double[]> data) {
    double y = w;
    for (int i = 0; i < data.size(); i++) {
      y *= y;
    }
    return y;
  }

  @Differentiable
  static double sizeBefore(double w, @NonDifferentiable List<double[]> data) {
    double y = w;
    int n = data.size();
    for (int i = 0; i < n; i++) {
      y *= y;
    }
    return y;
  }

  @Differentiable
  static double window(double[] x, int t, int width) {
    double y = 1;
    for (int i = Math.max(0, t - width); i < t; i++) {
      y *= x[i];
    }
    return y;
  }

  @Differentiable
  static double windowBefore(double[] x, int t, int width) {
    double y = 1;
    int from = Math.max(0, t - width);
    for (int i = from; i < t; i++) {
      y *= x[i];
    }
    return y;
  }

  /** Of several things that stand in the way, the one that is in the nature of the loop. */
  @Differentiable
  static double carried(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y *= y;
      System.out.println(i);
    }
    System.out.println(n);
    return y;
  }

  @Differentiable
  static double filled(double[] x) {
    double[] sums = new double[x.length];
    for (int i = 1; i < x.length; i++) {
      sums[i] = sums[i - 1] + x[i] * x[i];
    }
    return sums[x.length - 1];
  }

  @Differentiable
  static double inParts(double x, @NonDifferentiable Limit[] limits) {
    double y = x;
    int i = 0;
    while (i < limits.length && y < limits[i].at()) {
      y *= y;
      i++;
    }
    return y;
  }

  record Limit(double at) {}

  @Differentiable
  static double holdsMark(double w, @NonDifferentiable double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = Math.exp(w * x[i]);
      Gradients.inspectGradientOf(e, de -> System.out.println(de));
      sum += e;
    }
    return sum;
  }

  @Differentiable
  static double otherName(double w, @NonDifferentiable double[] x) {
    double sum = 0;
    double[] powers = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < powers.length; k++) {
        powers[k] = Math.pow(w, k + i);
      }
      double[] same = powers;
      sum += same[0] * same[i];
    }
    return sum;
  }
}
