package explain;

import io.github.cotangent.Differentiable;

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
}
