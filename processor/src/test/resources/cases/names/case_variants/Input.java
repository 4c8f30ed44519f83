package cases.names.case_variants;

import io.github.cotangent.Differentiable;

// Names that differ in case or by an underscore only.
// run: f(1.5, 0.5, 2.5)
final class Input {
  @Differentiable
  static double f(double a, double A, double _a) {
    double aA = a * A;
    double AA = aA * _a;
    double $ = AA + a;
    double dA = $ * A;
    double da = dA * _a;
    return da * dA + aA;
  }

  private Input() {}
}
