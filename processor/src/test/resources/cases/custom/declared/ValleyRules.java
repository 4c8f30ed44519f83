package cases.custom.declared;

import io.github.cotangent.Differentiable;
import io.github.cotangent.PartialOf;

final class ValleyRules {
  @Differentiable
  @PartialOf(type = Hill.Valley.class, method = "depth(double x)", wrt = "x", names = "x")
  static double depthByX(double x) {
    return -Math.sinh(x);
  }

  private ValleyRules() {}
}
