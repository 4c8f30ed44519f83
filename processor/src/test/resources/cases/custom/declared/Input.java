package cases.custom.declared;

import io.github.cotangent.Differentiable;

// A type that names the class with its rules itself: who calls it names nothing.
// run: f(0.7, 1.4)
// run: f(-0.3, 0.8)
// run: nested(0.7)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    Hill hill = new Hill(3);
    double h = hill.height(x * y);
    for (int i = 0; i < 2; i++) {
      h = Hill.mean(h, hill.height(h) * x);
    }
    return h;
  }

  @Differentiable
  static double nested(double x) {
    return Hill.Valley.depth(x) * x;
  }

  private Input() {}
}
