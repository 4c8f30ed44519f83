package cases.names.interface_and_enum;

import io.github.cotangent.Differentiable;

// Static methods of an interface and of an enum.
// run: Shape#f(1.5)
// run: Kind#g(1.5)
final class Input {
  interface Shape {
    @Differentiable
    static double f(double x) {
      return x * x * x;
    }
  }

  enum Kind {
    ONE,
    TWO;

    @Differentiable
    static double g(double x) {
      return x * Shape.f(x) * values().length * TWO.ordinal();
    }
  }

  private Input() {}
}
