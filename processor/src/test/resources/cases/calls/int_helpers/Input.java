package cases.calls.int_helpers;

import io.github.cotangent.Differentiable;

// Helpers over integers, booleans and strings only, private and not.
// run: f(1.5, 10)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      if (prime(i)) {
        y = y * label("i", i).length() * 0.5 + x;
      }
    }
    return y * gcd(n, 4);
  }

  private static boolean prime(int n) {
    for (int d = 2; d * d <= n; d++) {
      if (n % d == 0) {
        return false;
      }
    }
    return n > 1;
  }

  static String label(String name, int i) {
    return name + i;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private Input() {}
}
