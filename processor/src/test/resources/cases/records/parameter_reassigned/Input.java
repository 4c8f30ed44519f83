package cases.records.parameter_reassigned;

import io.github.cotangent.Differentiable;

// A record parameter that is reassigned from itself, with its array kept.
// run: f(new Input.S(1.1, 2.2, new double[] {0.3, 0.4}), 3)
final class Input {
  record S(double x, double y, double[] a) {}

  @Differentiable
  static double f(S s, int n) {
    for (int i = 0; i < n; i++) {
      s = new S(s.y() * 0.5, s.x() * s.a()[0], s.a());
      s.a()[0] = s.a()[1] * s.x();
      if (s.y() > 0.1) {
        s = new S(s.x(), s.y() * s.y(), s.a().clone());
      }
    }
    return s.x() * s.y() + s.a()[0] * s.a()[1];
  }

  private Input() {}
}
