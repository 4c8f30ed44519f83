package io.github.cotangent.tensor;

import io.github.cotangent.tensor.kernels.BinaryOp;
import io.github.cotangent.tensor.kernels.Kernels;
import io.github.cotangent.tensor.kernels.Loop;
import io.github.cotangent.tensor.kernels.UnaryOp;

/** Elementwise operations, with NumPy's broadcasting. */
final class Elementwise {

  private Elementwise() {}

  static Tensor binary(BinaryOp op, Tensor a, Tensor b) {
    a.requireType(op.method(), b);
    Shape shape = a.dims().broadcastWith(op.method(), b.dims());
    Kernels<Object> kernels = a.kernels();
    Object out = kernels.arrays().zeros(shape.size());
    Loop loop = Loop.broadcast(shape.sizes(), shape.sizes(), a.dims().sizes(), b.dims().sizes());
    kernels.binaries().apply(op, loop, out, a.storage(), b.storage());
    return new Tensor(a.dtype(), shape, out);
  }

  static Tensor unary(UnaryOp op, Tensor x) {
    Object out = x.kernels().arrays().zeros(x.size());
    x.kernels().unaries().apply(op, out, x.storage());
    return new Tensor(x.dtype(), x.dims(), out);
  }

  static Tensor plus(Tensor x, double k) {
    Object out = x.kernels().arrays().zeros(x.size());
    x.kernels().unaries().plus(out, x.storage(), k);
    return new Tensor(x.dtype(), x.dims(), out);
  }

  static Tensor times(Tensor x, double k) {
    Object out = x.kernels().arrays().zeros(x.size());
    x.kernels().unaries().times(out, x.storage(), k);
    return new Tensor(x.dtype(), x.dims(), out);
  }

  static Tensor pow(Tensor x, double p) {
    Object out = x.kernels().arrays().zeros(x.size());
    x.kernels().unaries().pow(out, x.storage(), p);
    return new Tensor(x.dtype(), x.dims(), out);
  }

  static Tensor clip(Tensor x, double low, double high) {
    if (!(low <= high)) {
      throw new IllegalArgumentException("clip: the bounds " + low + " and " + high + " cross");
    }
    Object out = x.kernels().arrays().zeros(x.size());
    x.kernels().unaries().clip(out, x.storage(), low, high);
    return new Tensor(x.dtype(), x.dims(), out);
  }

  /** {@code dx += g · p · x^(p-1)}. */
  static void addPowDerived(TensorAdjoint dx, Tensor g, Tensor x, double p) {
    dx.requireSame("pow", g);
    dx.into(out -> x.kernels().unaries().addPowDerived(out, g.storage(), x.storage(), p));
  }

  /** {@code dx += g} within the bounds. */
  static void addClipDerived(TensorAdjoint dx, Tensor g, Tensor x, double low, double high) {
    dx.requireSame("clip", g);
    dx.into(out -> x.kernels().unaries().addClipDerived(out, g.storage(), x.storage(), low, high));
  }

  static Tensor where(Tensor mask, Tensor a, Tensor b) {
    a.requireType("where", b);
    a.requireType("where", mask);
    Shape shape = a.dims().broadcastWith("where", b.dims()).broadcastWith("where", mask.dims());
    Object out = a.kernels().arrays().zeros(shape.size());
    Loop loop =
        Loop.broadcast(
            shape.sizes(), shape.sizes(), mask.dims().sizes(), a.dims().sizes(), b.dims().sizes());
    a.kernels().loops().select(loop, out, mask.storage(), a.storage(), b.storage());
    return new Tensor(a.dtype(), shape, out);
  }

  static Tensor converted(Tensor x, DType dtype) {
    if (dtype == x.dtype()) {
      return x.copy();
    }
    Object out = dtype.kernels().arrays().zeros(x.size());
    for (int i = 0; i < x.size(); i++) {
      dtype.kernels().arrays().set(out, i, x.kernels().arrays().get(x.storage(), i));
    }
    return new Tensor(dtype, x.dims(), out);
  }
}
