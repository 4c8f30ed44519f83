package explain;

import io.github.cotangent.Differentiable;
import io.github.cotangent.tensor.Tensor;

/** Values of a type that declares itself differentiable. */
class Values {

  @Differentiable
  static double inArray(Tensor[] x, Tensor w) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += w.times(x[i]).square().sum();
    }
    return sum;
  }

  @Differentiable
  static double inTurn(Tensor w, int n) {
    Tensor h = w;
    for (int i = 0; i < n; i++) {
      h = h.times(w);
    }
    return h.sum();
  }
}
