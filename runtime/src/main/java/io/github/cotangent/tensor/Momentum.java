package io.github.cotangent.tensor;

/**
 * Gradient descent with momentum: {@code v = decay · v + g}, then {@code p - rate · v} (B. T.
 * Polyak, "Some methods of speeding up the convergence of iteration methods", 1964).
 *
 * @param <P> the type of the parameters
 */
public final class Momentum<P> extends Optimiser<P> {

  private final double decay;

  /**
   * Creates an optimiser at rest.
   *
   * @param rate the learning rate
   * @param decay what is left of the velocity at each step, usually 0.9
   */
  public Momentum(double rate, double decay) {
    super(1, rate);
    this.decay = fraction("decay", decay);
  }

  @Override
  Tensor moved(Tensor at, Tensor gradient, Object[] memory, long step) {
    Tensor velocity = plus(gradient, decay, new Tensor(at.dtype(), at.dims(), memory[0]));
    memory[0] = velocity.storage();
    return plus(at, -rate(), velocity);
  }
}
