package cases.arithmetic.promotion;

import io.github.cotangent.Differentiable;

// int, long, char, short and byte operands are promoted as Java does; integer division stays so.
// run: f(1.7, 7, 9L, 'c', (short) 5, (byte) -3)
final class Input {
  @Differentiable
  static double f(double x, int n, long m, char c, short s, byte b) {
    double y = x * n / 2 + n / 2 * x;
    y += m / 4 * x + c * x;
    y = y * s + b / 2 * y;
    return y / (n % 3) + 1 / 2 * x + 1 / 2.0 * x;
  }

  private Input() {}
}
