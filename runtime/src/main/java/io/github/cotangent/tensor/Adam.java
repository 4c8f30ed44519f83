package io.github.cotangent.tensor;

import io.github.cotangent.tensor.kernels.StepKernels.AdamStep;

/**
 * Adam (D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1): at
 * step t,
 *
 * <pre>
 * m = β₁ · m + (1 - β₁) · g
 * v = β₂ · v + (1 - β₂) · g²
 * p - rate · (m / (1 - β₁ᵗ)) / (√(v / (1 - β₂ᵗ)) + ε)
 * </pre>
 *
 * @param <P> the type of the parameters
 */
public final class Adam<P> extends Optimiser<P> {

  private final double beta1;
  private final double beta2;
  private final double epsilon;

  /**
   * Creates an optimiser with the paper's β₁ = 0.9, β₂ = 0.999 and ε = 1e-8.
   *
   * @param rate the learning rate, 0.001 in the paper
   */
  public Adam(double rate) {
    this(rate, 0.9, 0.999, 1e-8);
  }

  /**
   * Creates an optimiser.
   *
   * @param rate the learning rate
   * @param beta1 what is left of the mean gradient at each step
   * @param beta2 what is left of the mean squared gradient at each step
   * @param epsilon what keeps the quotient finite
   */
  public Adam(double rate, double beta1, double beta2, double epsilon) {
    super(2, rate);
    this.beta1 = fraction("beta1", beta1);
    this.beta2 = fraction("beta2", beta2);
    this.epsilon = positive("epsilon", epsilon);
  }

  @Override
  Tensor moved(Tensor at, Tensor gradient, Object[] memory, long step) {
    Object out = at.kernels().arrays().zeros(at.size());
    double correction1 = 1 - Math.pow(beta1, step);
    double correction2 = 1 - Math.pow(beta2, step);
    at.kernels()
        .steps()
        .adam(
            new AdamStep(rate() / correction1, beta1, beta2, 1 / correction2, epsilon),
            out,
            at.storage(),
            gradient.storage(),
            memory[0],
            memory[1]);
    return new Tensor(at.dtype(), at.dims(), out);
  }
}
