package cases.small.helpers_that_throw;

import io.github.cotangent.Differentiable;

/** Helpers that check what they are given can stand in place of their calls. */
final class Input {
  private Input() {}

  enum Axis {
    X,
    Y,
    BAD
  }

  record Complex(double re, double im) {
    Complex times(Complex o) {
      return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
    }

    Complex over(Complex o) {
      double d = o.re * o.re + o.im * o.im;
      if (d == 0) {
        throw new ArithmeticException("division by zero");
      }
      return new Complex((re * o.re + im * o.im) / d, (im * o.re - re * o.im) / d);
    }

    /** Says what it is: then that stays a record. */
    Complex inverse() {
      if (re == 0) {
        throw new ArithmeticException("no inverse of " + this);
      }
      return new Complex(1, 0).over(this);
    }

    Complex turned(Axis axis, double angle, int times) {
      if (times < 0) {
        throw new IllegalArgumentException("times " + times);
      }
      switch (axis) {
        case X:
          return new Complex(re * Math.cos(angle), im * times);
        case Y:
          return new Complex(re * times, im * Math.sin(angle));
        default:
          throw new AssertionError(axis);
      }
    }
  }

  // run: sum(new double[] {0.5, -1.5, 2})
  @Differentiable
  static double sum(double[] w) {
    Complex sum = new Complex(1, 0);
    for (double x : w) {
      sum = sum.times(new Complex(x, 1)).over(new Complex(2, x));
    }
    return sum.re() * sum.im();
  }

  // run: zero(new double[] {0.5, -1.5, 0})
  // run: zero(new double[] {0.5, -1.5})
  @Differentiable
  static double zero(double[] w) {
    Complex sum = new Complex(1, 0);
    for (double x : w) {
      sum = sum.over(new Complex(x, 0));
    }
    return sum.re() * sum.im();
  }

  // run: inverse(0.4, 0.7)
  // run: inverse(0, 0.7)
  @Differentiable
  static double inverse(double x, double y) {
    return new Complex(x, y).inverse().re();
  }

  // run: turned(0.4, 0.7, Input.Axis.X)
  // run: turned(0.4, 0.7, Input.Axis.Y)
  // run: turned(0.4, 0.7, Input.Axis.BAD)
  @Differentiable
  static double turned(double x, double y, Axis axis) {
    Complex c = new Complex(x, y).turned(axis, x, 3).turned(Axis.X, y, 2);
    return c.times(c).re();
  }

  static double norm(double[] v, int n) {
    if (v.length != n) {
      throw new IllegalArgumentException(v.length + " numbers, not " + n);
    }
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      sum += v[i] * v[i];
    }
    return Math.sqrt(sum);
  }

  // run: arrays(0.4, 0.7)
  @Differentiable
  static double arrays(double x, double y) {
    double[] v = {x * y, y};
    return norm(v, 2) + norm(new double[] {y, x}, 2);
  }
}
