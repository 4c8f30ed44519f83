package cases.names.ours;

import io.github.cotangent.Differentiable;

// User variables called as ours would be: dx, tape, dResult, xSaved, i1, result, d, dx1.
// run: f(1.5, 0.5, 3)
final class Input {
  @Differentiable
  static double f(double x, double dx, int n) {
    double dResult = x * dx;
    double tape = dResult * x;
    double xSaved = tape;
    double result = 0;
    double d = xSaved * tape;
    double dx1 = d;
    for (int i = 0, i1 = 0; i < n; i++, i1 += 2) {
      result = result * x + i1;
      x = x * dx + result * dx1;
      xSaved *= x;
    }
    double dd = result * dResult;
    double dDx = dd * dx;
    return dDx + xSaved * tape + x;
  }

  private Input() {}
}
