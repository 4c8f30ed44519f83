package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Names in wrt that are no differentiable parameter: an error at each string.
final class Names {
  @Differentiable(wrt = "z") // error: UnknownWrt @25
  static double one(double x, double y) {
    return x * y;
  }

  @Differentiable(
      wrt = {
        "x",
        "n", // error: UnknownWrt @9
        "Y" // error: UnknownWrt @9
      })
  static double several(double x, double y, int n) {
    return x * y * n;
  }

  @Differentiable(wrt = "w") // error: UnknownWrt
  static double marked(double x, @NonDifferentiable double w) {
    return x * w;
  }
}
