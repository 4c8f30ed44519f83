package errors;

import io.github.cotangent.Differentiable;

// A tape has no name for a class inside a method.
final class LocalClasses {
  @Differentiable
  static double[] kept(double x, int n) { // error: UnsupportedExpression
    class Local {
      final int v;

      Local(int v) {
        this.v = v;
      }
    }
    Local l = new Local(n);
    return new double[] {x * l.v};
  }

  @Differentiable
  static double[] given(double x, int n) {
    class Local {
      final int v;

      Local(int v) {
        this.v = v;
      }
    }
    Local l = new Local(n);
    int v = l.v;
    return new double[] {x * v};
  }

  private LocalClasses() {}
}
