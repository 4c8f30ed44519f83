package cases.arithmetic.integers_and_bits;

import io.github.cotangent.Differentiable;

// Integer arithmetic and bit operations pass through as constants.
// run: f(1.1, 13, 29L)
final class Input {
  @Differentiable
  static double f(double x, int n, long m) {
    int bits = (n << 2 ^ n >>> 1 | 5) & ~n;
    bits ^= n;
    bits <<= 1;
    long l = m >> 2 | bits;
    l &= 0xFFL;
    boolean odd = (n & 1) == 1 ^ m > 3 | false & !(n > 2);
    int hash = Integer.bitCount(bits) + Long.numberOfTrailingZeros(m) + Integer.hashCode(n);
    double y = x * bits + (odd ? x * x : -x);
    return y * l + y * hash;
  }

  private Input() {}
}
