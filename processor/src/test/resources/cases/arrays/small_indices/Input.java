package cases.arrays.small_indices;

import io.github.cotangent.Differentiable;

// Indices of type char, byte, short; arithmetic inside brackets.
// run: f(new double[] {1.1, 2.2, 0.3, 0.4}, (byte) 1, (short) 2, 'd')
final class Input {
  @Differentiable
  static double f(double[] x, byte b, short s, char c) {
    x[b] *= x[s];
    x[c - 'a'] += x[b + s - 1] * x[c % 3];
    x[b++] = x[b] * 2;
    x[s -= 2] *= x[3];
    int[] counts = new int[128];
    counts[c]++;
    counts['a'] += 2;
    return x[0] * x[1] * counts[c] + x[counts['a']] * x[3];
  }

  private Input() {}
}
