package cases.arithmetic.four_operations;

import io.github.cotangent.Differentiable;

// All of + - * / with both, one and no operand active.
// run: f(1.3, -0.7)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double sum = x + y;
    double difference = x - y + 2;
    double product = sum * difference * 3;
    double quotient = product / (y * y + 1);
    return quotient / x - 1 / y + 5;
  }

  private Input() {}
}
