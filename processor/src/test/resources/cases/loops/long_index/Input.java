package cases.loops.long_index;

import io.github.cotangent.Differentiable;

// Loops over long, short, byte and char indices.
// run: f(1.1, 4L, (short) 3, (byte) 2)
final class Input {
  @Differentiable
  static double f(double x, long n, short s, byte b) {
    double y = x;
    for (long i = 0; i < n; i++) {
      y = y * x + i;
    }
    for (short i = 0; i < s; i++) {
      y = Math.sin(y) * x;
    }
    for (byte i = b; i >= 0; i--) {
      y = y * y + i;
    }
    for (char c = 'a'; c <= 'c'; c++) {
      y = y * x / (c - 'a' + 1);
    }
    return y;
  }

  private Input() {}
}
