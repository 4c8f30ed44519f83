package cases.calls.objects;

import io.github.cotangent.Differentiable;

final class Other {
  private Other() {}

  @Differentiable
  static double norm(double first, double... rest) {
    double sum = first * first;
    for (double x : rest) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }
}
