package io.github.cotangent.tensor;

/**
 * Adagrad (J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods for online learning and
 * stochastic optimization", 2011): each number has a rate of its own, which falls as its gradients
 * add up,
 *
 * <pre>
 * v = v + g²
 * p - rate · g / (√v + ε)
 * </pre>
 *
 * @param <P> the type of the parameters
 */
public final class Adagrad<P> extends Optimiser<P> {

  private final double epsilon;

  /**
   * Creates an optimiser with ε = 1e-8.
   *
   * @param rate the learning rate: the length of the first step in each direction
   */
  public Adagrad(double rate) {
    this(rate, 1e-8);
  }

  /**
   * Creates an optimiser.
   *
   * @param rate the learning rate
   * @param epsilon what keeps the quotient finite
   */
  public Adagrad(double rate, double epsilon) {
    super(1, rate);
    this.epsilon = positive("epsilon", epsilon);
  }

  @Override
  Tensor moved(Tensor at, Tensor gradient, Object[] memory, long step) {
    Tensor squares = plus(new Tensor(at.dtype(), at.dims(), memory[0]), 1, gradient.square());
    memory[0] = squares.storage();
    return plus(at, -rate(), gradient.dividedBy(squares.sqrt().plus(epsilon)));
  }
}
