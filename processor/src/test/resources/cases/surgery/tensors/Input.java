package cases.surgery.tensors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;

// No derivative flows through a tensor that is stopped, in both modes.
// kink
// first order
// expect: Input.gradient(1) = 3.0
// expect: Input.tangent() = 3.0
// expect: Input.last() = 8.0
final class Input {
  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  static double half(Tensor t) {
    return t.dot(t.stopGradient());
  }

  // Only the last step is differentiated.
  @Differentiable
  static double power(Tensor w, int steps) {
    Tensor h = w;
    for (int i = 0; i < steps; i++) {
      Tensor before = h.stopGradient();
      h = before.times(w);
    }
    return h.sum();
  }

  static double gradient(int i) {
    return dInput.dHalf(Tensors.vector(2, 3)).at(i);
  }

  static double tangent() {
    return dInput.halfJvp(Tensors.vector(2, 3), Tensors.vector(0, 1)).valueDot();
  }

  static double last() {
    return dInput.dPower(Tensors.vector(2, 3), 3).at(0);
  }

  private Input() {}
}
