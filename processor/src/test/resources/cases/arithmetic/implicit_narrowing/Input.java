package cases.arithmetic.implicit_narrowing;

import io.github.cotangent.Differentiable;

// i += x narrows: the integer carries no derivative, and x += i does.
// run: f(2.75, 4)
final class Input {
  @SuppressWarnings("lossy-conversions")
  @Differentiable
  static double f(double x, int n) {
    int i = n;
    i += x;
    i *= 1.5;
    long l = 10;
    l -= x * 2;
    short s = 3;
    s += x;
    byte b = (byte) 200;
    b >>= 1;
    double y = x * i;
    y += l;
    y *= s;
    return y * b;
  }

  private Input() {}
}
