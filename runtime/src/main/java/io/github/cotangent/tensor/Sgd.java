package io.github.cotangent.tensor;

/**
 * Gradient descent: {@code p - rate · g}; stochastic, where the gradient is that of a random batch.
 *
 * @param <P> the type of the parameters
 */
public final class Sgd<P> extends Optimiser<P> {

  /**
   * Creates an optimiser.
   *
   * @param rate the learning rate
   */
  public Sgd(double rate) {
    super(0, rate);
  }

  @Override
  Tensor moved(Tensor at, Tensor gradient, Object[] memory, long step) {
    return plus(at, -rate(), gradient);
  }
}
