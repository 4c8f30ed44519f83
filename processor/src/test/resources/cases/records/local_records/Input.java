package cases.records.local_records;

import io.github.cotangent.Differentiable;

// Records built, copied, replaced in loops and branches, and compared with null.
// run: f(1.5, 0.5, 3)
// run: f(1.5, 2.5, 0)
final class Input {
  record Complex(double re, double im) {}

  @Differentiable
  static double f(double x, double y, int n) {
    Complex z = new Complex(x, y);
    Complex start = z;
    for (int i = 0; i < n; i++) {
      z = new Complex(z.re() * z.re() - z.im() * z.im() + x, 2 * z.re() * z.im() + y);
      z = new Complex(z.re() * 0.5, z.im() * 0.5);
    }
    Complex chosen = z.re() > 1 ? z : start;
    if (chosen == start) {
      chosen = new Complex(chosen.im(), z.re());
    }
    return chosen.re() * chosen.re() + chosen.im() * start.re();
  }

  private Input() {}
}
