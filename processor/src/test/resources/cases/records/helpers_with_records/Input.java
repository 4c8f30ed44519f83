package cases.records.helpers_with_records;

import io.github.cotangent.Differentiable;

// Helpers that take and return records, recursively and in loops.
// run: f(0.5, 0.3, 4)
final class Input {
  record Dual(double value, double slope) {}

  @Differentiable
  static double f(double x, double y, int n) {
    Dual d = new Dual(x, 1);
    for (int i = 0; i < n; i++) {
      d = times(d, shifted(d, y));
    }
    Dual p = power(d, 3);
    return p.value() + p.slope() * y;
  }

  static Dual times(Dual a, Dual b) {
    return new Dual(a.value() * b.value(), a.value() * b.slope() + a.slope() * b.value());
  }

  static Dual shifted(Dual a, double k) {
    return new Dual(a.value() + k, a.slope());
  }

  static Dual power(Dual a, int n) {
    return n == 0 ? new Dual(1, 0) : times(a, power(a, n - 1));
  }

  private Input() {}
}
