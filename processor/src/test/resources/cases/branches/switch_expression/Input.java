package cases.branches.switch_expression;

import io.github.cotangent.Differentiable;

// Switch expressions with values, yield, and a throw.
// run: f(1.5, 0)
// run: f(1.5, 1)
// run: f(1.5, 2)
// run: f(1.5, 3)
final class Input {
  @Differentiable
  static double f(double x, int k) {
    double a = switch (k) {
      case 0 -> x * x;
      case 1 -> {
        double t = Math.exp(x);
        yield t * t;
      }
      case 2 -> 3;
      default -> throw new IllegalArgumentException("k = " + k);
    };
    double b = a + switch (k) {
      case 0:
        yield a * x;
      case 1:
        yield a * 2;
      default:
        yield a;
    } * x;
    return a * b;
  }

  private Input() {}
}
