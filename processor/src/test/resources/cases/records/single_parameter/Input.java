package cases.records.single_parameter;

import io.github.cotangent.Differentiable;

// One record parameter: the gradient's type is the record itself.
// run: f(new Input.Pair(1.1, 2.2f))
// tolerance: 2e-3
// step: 0.02
final class Input {
  record Pair(double a, float b) {}

  @Differentiable
  static double f(Pair p) {
    return p.a() * p.b() + Math.sin(p.a());
  }

  private Input() {}
}
