package io.github.cotangent.tensor;

import java.util.List;

/**
 * Gradient descent with momentum: {@code v = decay · v + g}, then {@code p - rate · v} (B. T.
 * Polyak, "Some methods of speeding up the convergence of iteration methods", 1964).
 *
 * @param <P> the type of the record of parameters
 */
public final class Momentum<P extends Record> extends Optimiser<P> {

  private final double decay;
  private Tensor[] velocity;

  /**
   * Creates an optimiser at rest.
   *
   * @param rate the learning rate
   * @param decay what is left of the velocity at each step, usually 0.9
   */
  public Momentum(double rate, double decay) {
    super(rate);
    this.decay = fraction("decay", decay);
  }

  @Override
  void begin(List<Tensor> parameters) {
    if (velocity == null) {
      velocity = zeros(parameters);
    }
  }

  @Override
  Tensor moved(int i, Tensor at, Tensor gradient) {
    velocity[i] = plus(gradient, decay, velocity[i]);
    return plus(at, -rate(), velocity[i]);
  }
}
