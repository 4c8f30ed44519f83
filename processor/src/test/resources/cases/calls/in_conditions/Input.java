package cases.calls.in_conditions;

import io.github.cotangent.Differentiable;

// Calls in conditions, indices, bounds and arguments; evaluated once and in order.
// run: f(1.5, new double[] {1.1, 2.2, 0.3})
final class Input {
  @Differentiable
  static double f(double x, double[] a) {
    double y = x;
    for (int i = 0; i < limit(a); i++) {
      if (bump(a, i) > 1 && gain(y) < 30 || i == 2) {
        y = y * a[index(a, i)];
      }
    }
    while (gain(y) < 5) {
      y = y * 2 + bump(a, 1);
    }
    return gain(bump(a, 0) * bump(a, 0)) + y;
  }

  static int limit(double[] a) {
    return a.length;
  }

  static int index(double[] a, int i) {
    return a[i] > 1 ? i : 0;
  }

  static double bump(double[] a, int i) {
    a[i] = a[i] * 1.25;
    return a[i] * a[i];
  }

  static double gain(double y) {
    return Math.abs(y) * 1.5;
  }

  private Input() {}
}
