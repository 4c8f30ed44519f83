package explain;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;

/** A loop with checkpoints. */
class Again {

  @Differentiable
  static double decay(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint();
      y = y - 0.01 * Math.sin(y);
    }
    return y;
  }
}
