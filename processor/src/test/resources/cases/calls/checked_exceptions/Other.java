package cases.calls.checked_exceptions;

import io.github.cotangent.Differentiable;

final class Other {
  @Differentiable
  static double norm(double[] a) throws Input.Refused {
    if (a.length == 0) {
      throw new Input.Refused("empty");
    }
    double sum = 0;
    for (double v : a) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }

  @Differentiable
  static double positive(double x) throws Input.Refused {
    if (x <= 0) {
      throw new Input.Refused("x");
    }
    return x * x;
  }

  private Other() {}
}
