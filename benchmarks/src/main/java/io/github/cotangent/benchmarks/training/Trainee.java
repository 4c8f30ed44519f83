package io.github.cotangent.benchmarks.training;

/**
 * A model in training. Each step takes the same batch; what a recurrent network remembers goes on.
 */
public interface Trainee extends AutoCloseable {

  /**
   * Makes a step: forward, backward, and an update of all parameters.
   *
   * @return the loss before it
   */
  double step();

  /** The length of the gradient at the parameters as they are, which stay so. */
  double gradientNorm();

  @Override
  void close();
}
