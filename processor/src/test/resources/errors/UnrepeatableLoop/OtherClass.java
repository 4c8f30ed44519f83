package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;

final class OtherClass {
  @Differentiable
  static double f(double x) {
    double y = x;
    for (int i = 0; i < 3; i++) {
      Gradients.checkpoint();
      y = Callee.g(y); // error: UnrepeatableLoop
    }
    return y;
  }

  private OtherClass() {}
}

final class Callee {
  @Differentiable
  static double g(double x) {
    double y = x;
    do {
      Gradients.checkpoint();
      y = y * Math.random(); // error: UnrepeatableLoop
    } while (y > 1);
    return y;
  }

  private Callee() {}
}
