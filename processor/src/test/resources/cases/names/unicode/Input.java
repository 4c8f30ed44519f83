package cases.names.unicode;

import io.github.cotangent.Differentiable;

// Identifiers beyond ASCII.
// run: größe(1.5, 0.5)
final class Input {
  @Differentiable
  static double größe(double α, double β) {
    double Δx = α * β;
    double été = Δx * Δx;
    return été * α;
  }

  private Input() {}
}
