package errors;

import io.github.cotangent.Differentiable;

// try, synchronized and local classes over active values.
final class TryOverActive {
  @Differentiable
  static double assigned(double x) {
    double y = 0;
    try { // error: UnsupportedStatement @5
      y = x * x;
    } catch (RuntimeException e) {
      y = 1;
    }
    return y;
  }

  @Differentiable
  static double returned(double x) {
    try { // error: UnsupportedStatement
      return x * x;
    } finally {
      System.out.println("done");
    }
  }

  @Differentiable
  static double locked(double x) {
    double y = x;
    synchronized (TryOverActive.class) { // error: UnsupportedStatement
      y = y * x;
    }
    return y;
  }

  @Differentiable
  static double element(double[] x) {
    try { // error: UnsupportedStatement
      x[0] = 1;
    } finally {
      System.out.println();
    }
    return x[0];
  }

  @Differentiable
  static double classOver(double x) {
    class Local { // error: UnsupportedStatement
      double get() {
        return x;
      }
    }
    return new Local().get();
  }
}
