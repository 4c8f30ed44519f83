package cases.calls.narrowed_callees;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

public final class Other {
  @Differentiable(wrt = "a")
  public static double product(double a, double b) {
    return a * a * b;
  }

  @Differentiable(wrt = "b", name = "over")
  static double over(double a, double b, @NonDifferentiable double c) {
    return a / b * c;
  }

  @Differentiable(wrt = {"a", "b"})
  static double all(double a, double b) {
    return a + b;
  }

  @Differentiable(wrt = "a")
  static double sum(double[] a, double b) {
    double sum = 0;
    for (double v : a) {
      sum += v * b;
    }
    return sum;
  }

  public record Point(double x, double y) {
    @Differentiable(wrt = "k")
    double scaled(double k) {
      return x * y * k;
    }
  }

  @Differentiable(wrt = "p")
  static double norm(Point p, double q) {
    return p.x() * p.x() + p.y() * q;
  }

  private Other() {}
}
