package io.github.cotangent.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves the tensors of a record against their gradient, which is a record of the same type. The
 * record may hold tensors, arrays of tensors and such records; whole numbers, strings and enums are
 * kept.
 *
 * <p>An optimiser may remember what it has seen: it belongs to one training run, and to one thread.
 *
 * @param <P> the type of the record
 */
public abstract sealed class Optimiser<P extends Record> permits Sgd, Momentum, Adam {

  private Parameters<P> layout;
  private double rate;

  Optimiser(double rate) {
    setRate(rate);
  }

  /**
   * Sets the learning rate of the steps that follow: many trainings let it fall towards the end.
   *
   * @param rate a positive number
   */
  public final void setRate(double rate) {
    this.rate = positive("rate", rate);
  }

  final double rate() {
    return rate;
  }

  /**
   * Makes a step.
   *
   * @param parameters where the training is
   * @param gradient the gradient of the loss there
   * @return where it goes on
   */
  public final P step(P parameters, P gradient) {
    if (layout == null) {
      layout = Parameters.of(parameters);
    }
    List<Tensor> at = layout.tensors(parameters);
    List<Tensor> gradients = layout.tensors(gradient);
    if (at.size() != gradients.size()) {
      throw new IllegalArgumentException(
          "step: " + at.size() + " tensors, but a gradient of " + gradients.size());
    }
    begin(at);
    List<Tensor> moved = new ArrayList<>(at.size());
    for (int i = 0; i < at.size(); i++) {
      Tensor g = gradients.get(i);
      at.get(i).requireType("step", g);
      at.get(i).dims().requireSame("step", g.dims());
      moved.add(moved(i, at.get(i), g));
    }
    return layout.with(parameters, moved);
  }

  /** Called before each step. */
  abstract void begin(List<Tensor> parameters);

  /** Where the tensor of this number goes. */
  abstract Tensor moved(int i, Tensor at, Tensor gradient);

  /** {@code at + k · by}. */
  static Tensor plus(Tensor at, double k, Tensor by) {
    TensorAdjoint sum = at.accumulator();
    sum.add(at);
    sum.add(k, by);
    return sum.freeze();
  }

  /** Zeros, of the shape of each tensor. */
  static Tensor[] zeros(List<Tensor> like) {
    return like.stream().map(Tensor::zero).toArray(Tensor[]::new);
  }

  static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be positive, and is " + value);
    }
    return value;
  }

  static double fraction(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be at least 0 and below 1, and is " + value);
    }
    return value;
  }
}
