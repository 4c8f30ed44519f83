package io.github.cotangent.tensor;

import io.github.cotangent.tensor.kernels.Kernels;
import io.github.cotangent.tensor.kernels.Loop;

/** Reductions along axes. */
final class Reductions {

  private Reductions() {}

  static Tensor sum(String operation, Tensor x, Axes axes, double k) {
    Shape kept = axes.kept(operation, x.dims());
    Object out = x.kernels().arrays().zeros(kept.size());
    Loop loop = Loop.broadcast(x.dims().sizes(), kept.sizes(), x.dims().sizes());
    x.kernels().loops().add(loop, out, k, x.storage());
    return new Tensor(x.dtype(), axes.result(operation, x.dims()), out);
  }

  /** The number of elements that come together in one. */
  static double count(Shape x, Axes axes) {
    Shape kept = axes.kept("mean", x);
    long count = 1;
    for (int axis = 0; axis < kept.rank(); axis++) {
      count *= kept.size(axis) == 1 ? x.size(axis) : 1;
    }
    return count;
  }

  static Tensor mean(Tensor x, Axes axes) {
    return Elementwise.times(sum("mean", x, axes, 1), 1 / count(x.dims(), axes));
  }

  static Tensor max(Tensor x, Axes axes) {
    Shape kept = axes.kept("max", x.dims());
    if (x.size() == 0 && kept.size() > 0) {
      throw new IllegalArgumentException("max: of no elements, in the shape " + x.dims());
    }
    Tensor out = Tensors.full(x.dtype(), Double.NEGATIVE_INFINITY, kept.sizes());
    Loop loop = Loop.broadcast(x.dims().sizes(), kept.sizes(), x.dims().sizes());
    x.kernels().loops().max(loop, out.storage(), x.storage());
    return out.reshape(axes.result("max", x.dims()).sizes());
  }

  /** {@code m + log Σ exp(x - m)}, with m the maximum, so that nothing overflows. */
  static Tensor logSumExp(Tensor x, Axes axes) {
    Tensor max = max(x, axes.keepDims());
    // An infinite maximum is not subtracted: ∞ - ∞ would be NaN.
    Tensor finite =
        Tensors.where(max.abs().less(infinity(x)), max, Tensors.zeros(x.dtype(), max.shape()));
    Tensor sum = x.minus(finite).exp().sum(axes.keepDims());
    return sum.log().plus(finite).reshape(axes.result("logSumExp", x.dims()).sizes());
  }

  private static Tensor infinity(Tensor x) {
    return Tensors.scalar(x.dtype(), Double.POSITIVE_INFINITY);
  }

  /** The adjoint of a reduction's result, in the shape that can be broadcast against {@code x}. */
  static Tensor kept(TensorAdjoint dResult, Shape x, Axes axes) {
    return dResult.freeze().reshape(axes.kept("reduction", x).sizes());
  }

  /** For each element that is the maximum, one by their number; else 0. */
  static Tensor shares(Tensor x, Axes axes, Tensor max) {
    Tensor kept = max.reshape(axes.kept("max", x.dims()).sizes());
    Tensor mask = x.equalTo(kept);
    return mask.dividedBy(mask.sum(axes.keepDims()));
  }

  /** {@code exp(x - logSumExp)}. */
  static Tensor weights(Tensor x, Axes axes, Tensor logSumExp) {
    return x.minus(logSumExp.reshape(axes.kept("logSumExp", x.dims()).sizes())).exp();
  }

  static int[] argmax(Tensor x, int axis) {
    int a = x.dims().axis("argmax", axis);
    int length = x.dims().size(a);
    if (length == 0) {
      throw new IllegalArgumentException("argmax: of no elements, in the shape " + x.dims());
    }
    int stride = x.dims().strides()[a];
    int[] best = new int[x.size() / length];
    Kernels<Object> kernels = x.kernels();
    for (int i = 0; i < best.length; i++) {
      int start = i / stride * stride * length + i % stride;
      double max = kernels.arrays().get(x.storage(), start);
      for (int p = 1; p < length && !Double.isNaN(max); p++) {
        double v = kernels.arrays().get(x.storage(), start + p * stride);
        if (v > max || Double.isNaN(v)) {
          max = v;
          best[i] = p;
        }
      }
    }
    return best;
  }
}
