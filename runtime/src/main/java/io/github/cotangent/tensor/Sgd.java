package io.github.cotangent.tensor;

import java.util.List;

/**
 * Gradient descent: {@code p - rate · g}; stochastic, where the gradient is that of a random batch.
 *
 * @param <P> the type of the record of parameters
 */
public final class Sgd<P extends Record> extends Optimiser<P> {

  /**
   * Creates an optimiser.
   *
   * @param rate the learning rate
   */
  public Sgd(double rate) {
    super(rate);
  }

  @Override
  void begin(List<Tensor> parameters) {}

  @Override
  Tensor moved(int i, Tensor at, Tensor gradient) {
    return plus(at, -rate(), gradient);
  }
}
