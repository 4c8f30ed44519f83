package errors;

import io.github.cotangent.Differentiable;

// Records whose canonical constructor or accessors are written out by hand.
final class Written {
  record Gauss(double mean, double sigma) {
    Gauss {
      if (sigma <= 0) {
        throw new IllegalArgumentException();
      }
    }
  }

  record Degrees(double angle) {
    public double angle() {
      return Math.toRadians(angle);
    }
  }

  record Outer(Gauss gauss, double k) {}

  record Tree(double value, Tree left, Tree[] others) {}

  @Differentiable
  static double parameter(Gauss g, double x) { // error: UntrustedRecord
    return g.mean() * x;
  }

  @Differentiable
  static double local(double x) {
    Degrees d = new Degrees(x); // error: UntrustedRecord
    return d.angle();
  }

  @Differentiable
  static double within(Outer o) { // error: UntrustedRecord
    return o.k();
  }

  @Differentiable
  static double recursive(Tree t) { // error: UntrustedRecord
    return t.value();
  }
}
