package io.github.cotangent.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves tensors against their gradient, which has the type that they come in: a record of tensors,
 * or of such records, or an array of these. Whole numbers, strings and enums in a record are kept.
 *
 * <p>An optimiser may remember what it has seen: it belongs to one training run, and to one thread.
 * What it remembers can be taken out by {@link #state} and put into another one by {@link
 * #restore}.
 *
 * @param <P> the type of the parameters: a record, an array, or a tensor
 */
public abstract sealed class Optimiser<P> permits Sgd, Momentum, Adagrad, Adam {

  /** How many arrays are remembered for each tensor. */
  private final int slots;

  private Parameters<P> layout;

  /** For each tensor, what is remembered of it; null before the first step. */
  private Object[][] memory;

  private long steps;

  private double rate;

  Optimiser(int slots, double rate) {
    this.slots = slots;
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
    List<Tensor> at = begun(parameters);
    List<Tensor> gradients = layout.tensors(gradient);
    if (at.size() != gradients.size()) {
      throw new IllegalArgumentException(
          "step: " + at.size() + " tensors, but a gradient of " + gradients.size());
    }
    steps++;
    List<Tensor> moved = new ArrayList<>(at.size());
    for (int i = 0; i < at.size(); i++) {
      Tensor g = gradients.get(i);
      at.get(i).requireType("step", g);
      at.get(i).dims().requireSame("step", g.dims());
      moved.add(moved(at.get(i), g, memory[i], steps));
    }
    return layout.with(parameters, moved);
  }

  /**
   * What has been seen so far; before the first step, that it is nothing.
   *
   * @param parameters where the training is
   * @return a copy, which later steps do not change
   */
  public final OptimiserState state(P parameters) {
    List<Tensor> at = begun(parameters);
    Tensor[] all = new Tensor[at.size() * slots];
    for (int k = 0; k < all.length; k++) {
      Tensor like = at.get(k / slots);
      Object copy = like.kernels().arrays().copy(memory[k / slots][k % slots]);
      all[k] = new Tensor(like.dtype(), like.dims(), copy);
    }
    return new OptimiserState(all, Tensors.scalar(DType.DOUBLE, steps));
  }

  /**
   * Goes on from what an optimiser of the same class had seen.
   *
   * @param parameters where the training is
   * @param state what {@link #state} gave for parameters of these shapes
   */
  public final void restore(P parameters, OptimiserState state) {
    List<Tensor> at = begun(parameters);
    if (state.memory().length != at.size() * slots) {
      throw new IllegalArgumentException(
          "restore: "
              + state.memory().length
              + " tensors, but this optimiser remembers "
              + at.size() * slots);
    }
    for (int k = 0; k < state.memory().length; k++) {
      Tensor like = at.get(k / slots);
      like.requireType("restore", state.memory()[k]);
      like.dims().requireSame("restore", state.memory()[k].dims());
      memory[k / slots][k % slots] = like.kernels().arrays().copy(state.memory()[k].storage());
    }
    steps = (long) state.steps().item();
  }

  private List<Tensor> begun(P parameters) {
    if (layout == null) {
      layout = Parameters.of(parameters);
    }
    List<Tensor> at = layout.tensors(parameters);
    if (memory == null) {
      memory = at.stream().map(this::zeros).toArray(Object[][]::new);
    }
    return at;
  }

  private Object[] zeros(Tensor like) {
    Object[] arrays = new Object[slots];
    for (int slot = 0; slot < slots; slot++) {
      arrays[slot] = like.kernels().arrays().zeros(like.size());
    }
    return arrays;
  }

  /**
   * Where a tensor goes at a step, which are counted from 1. What is remembered of it is changed in
   * place.
   */
  abstract Tensor moved(Tensor at, Tensor gradient, Object[] memory, long step);

  /** {@code at + k · by}. */
  static Tensor plus(Tensor at, double k, Tensor by) {
    TensorAdjoint sum = at.accumulator();
    sum.add(at);
    sum.add(k, by);
    return sum.freeze();
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
