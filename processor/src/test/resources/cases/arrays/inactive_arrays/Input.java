package cases.arrays.inactive_arrays;

import io.github.cotangent.Differentiable;

// Arrays of other types, and double arrays that hold data only.
// run: f(1.5, new int[] {1, 2, 3}, new boolean[] {true, false, true}, new String[] {"a", "bc"})
final class Input {
  @Differentiable
  static double f(double x, int[] n, boolean[] flags, String[] names) {
    long[] squares = new long[n.length];
    double[] weights = new double[n.length];
    for (int i = 0; i < n.length; i++) {
      squares[i] = (long) n[i] * n[i];
      weights[i] = squares[i] * 0.5;
      n[i] += 1;
    }
    double y = 0;
    for (int i = 0; i < n.length; i++) {
      if (flags[i]) {
        y += weights[i] * x * n[i];
      }
      flags[i] = !flags[i];
    }
    return y * names[1].length() * (flags[1] ? x : 1);
  }

  private Input() {}
}
