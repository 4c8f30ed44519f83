package cases.loops.late_value;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Values of sums that the backward pass adds up, and values that cannot wait for it.
// run: mean(new double[] {0.5, -1.5}, new double[] {1, 2, 3})
// run: counted(new double[] {0.5, 2.0, -1.5})
// run: twoSums(new double[] {0.5, 2.0, -1.5}, 0.3)
// run: oneSumTwice(new double[] {0.5, 2.0, -1.5}, 0.3)
// run: readByAnother(new double[] {0.5, 2.0, -1.5})
// run: logOfSum(new double[] {0.5, 2.0, -1.5})
// run: addedBehind(new double[] {0.5, 2.0, -1.5}, 0.3)
// run: startsFrom(new double[] {0.5, 2.0, -1.5}, 0.3)
// run: startsAnew(new double[] {0.5, 2.0, -1.5}, 0.3)
// run: elementsBehind(new double[] {0.5, 2.0, -1.5})
// run: overwrittenBehind(new double[] {0.5, 2.0, -1.5})
// run: variableBehind(new double[] {0.5, 2.0, -1.5}, 0.3)
// run: early(new double[] {0.5, 2.0, -1.5}, 0.3)
// run: early(new double[] {0.5, 2.0, -1.5}, -0.3)
// run: callBehind(new double[] {0.5, 2.0, -1.5})
// run: refuses(new double[] {0.5, 2.0, 1.5})
// run: refuses(new double[] {0.5, -2.0, 1.5})
// run: branchBehind(new double[] {0.5, 2.0, -1.5})
final class Input {

  @Differentiable
  static double mean(double[] w, @NonDifferentiable double[] x) {
    double loss = 0;
    for (int i = 0; i < x.length; i++) {
      double r = Math.sin(w[0] * x[i] + w[1]);
      loss += r * r;
    }
    double mean = loss / x.length;
    return 0.5 * mean;
  }

  // The number of rounds is a sum, too.
  @Differentiable
  static double counted(double[] x) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      double s = x[i] * x[i];
      if (s > 1) {
        sum += Math.exp(s);
        count++;
      }
    }
    return sum - 3 * count;
  }

  @Differentiable
  static double twoSums(double[] x, double w) {
    double a = 0;
    double b = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i] * w);
      a += s * s;
    }
    for (int i = 0; i < x.length; i++) {
      double c = Math.cos(x[i]);
      b -= c * c * c;
    }
    return 2 * a - b;
  }

  // Two loops that add to one sum: the second would add first.
  @Differentiable
  static double oneSumTwice(double[] x, double w) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i] * w);
      sum += s * s;
    }
    for (int i = 0; i < x.length; i++) {
      double c = Math.cos(x[i]);
      sum += c * c * c;
    }
    return sum;
  }

  @Differentiable
  static double readByAnother(double[] x) {
    double a = 0;
    for (int i = 0; i < x.length; i++) {
      double s = x[i] * x[i];
      a += s * s;
    }
    double b = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]);
      b += s * s * a;
    }
    return b;
  }

  // The sum's adjoint depends on the sum.
  @Differentiable
  static double logOfSum(double[] x) {
    double sum = 1;
    for (int i = 0; i < x.length; i++) {
      double s = x[i] * x[i];
      sum += s * s;
    }
    return Math.log(sum);
  }

  @Differentiable
  static double addedBehind(double[] x, double w) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]);
      sum += s * s;
    }
    sum += w * w;
    sum = sum / 2;
    return sum;
  }

  @Differentiable
  static double startsFrom(double[] x, double w) {
    double sum = w * x[0];
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]);
      sum += s * s;
    }
    return sum;
  }

  // The backward pass goes back to the older value of the sum.
  @Differentiable
  static double startsAnew(double[] x, double w) {
    double sum = Math.exp(w);
    double square = sum * sum;
    sum = Math.sin(w);
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]);
      sum += s * s;
    }
    return sum + square;
  }

  @Differentiable
  static double elementsBehind(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]);
      sum += s * s;
    }
    return sum + x[0] * x[1];
  }

  @Differentiable
  static double overwrittenBehind(double[] x) {
    double[] y = {x[0], x[1]};
    double first = y[0] * y[1];
    y[0] = first * y[1];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]);
      sum += s * s;
    }
    return sum + y[0];
  }

  @Differentiable
  static double variableBehind(double[] x, double w) {
    double v = w;
    double square = v * v;
    v = v * square;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]);
      sum += s * s;
    }
    return sum + v;
  }

  @Differentiable
  static double early(double[] x, double w) {
    if (w < 0) {
      return w * w;
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]) * w;
      sum += s * s;
    }
    return sum;
  }

  @Differentiable
  static double callBehind(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]);
      sum += s * s;
    }
    return twice(sum);
  }

  private static double twice(double sum) {
    return 2 * sum;
  }

  @Differentiable
  static double refuses(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0) {
        throw new IllegalStateException("negative");
      }
      double s = Math.sin(x[i]);
      sum += s * s;
    }
    return sum;
  }

  @Differentiable
  static double branchBehind(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]);
      sum += s * s;
    }
    if (sum > 1) {
      sum = sum * 3;
    }
    return sum;
  }
}
