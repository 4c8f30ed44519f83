package cases.calls.nested_classes;

import io.github.cotangent.Differentiable;

// Nested classes are mirrored; calls among them and to the outer class.
// run: f(1.5)
// run: Inner#g(1.5)
// run: Inner.Deep#h(1.5)
final class Input {
  @Differentiable
  static double f(double x) {
    return Inner.g(x) * x + Inner.Deep.h(x);
  }

  static double outer(double x) {
    return x * x;
  }

  static final class Inner {
    @Differentiable
    static double g(double x) {
      return Math.sin(outer(x)) + local(x);
    }

    static double local(double x) {
      return 3 * x * x;
    }

    interface Deep {
      @Differentiable
      static double h(double x) {
        return x * Inner.local(x) * outer(x);
      }
    }

    private Inner() {}
  }

  private Input() {}
}
