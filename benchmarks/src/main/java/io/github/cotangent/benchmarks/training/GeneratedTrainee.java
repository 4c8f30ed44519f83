package io.github.cotangent.benchmarks.training;

import io.github.cotangent.tensor.Optimiser;
import io.github.cotangent.tensor.Tensor;
import java.util.List;

/**
 * Trains as the chapters do.
 *
 * @param <P> the parameters
 */
abstract class GeneratedTrainee<P extends Record> implements Trainee {

  private final Optimiser<P> optimiser;
  private P parameters;

  GeneratedTrainee(P parameters, Optimiser<P> optimiser) {
    this.parameters = parameters;
    this.optimiser = optimiser;
  }

  /** The loss of a batch, and its gradient. */
  record Slope<P>(double loss, P gradient) {}

  /** Goes forward and backward; {@link #step} does so once. */
  abstract Slope<P> slope(P at);

  /** The tensors of a gradient. */
  abstract List<Tensor> tensors(P gradient);

  @Override
  public double step() {
    Slope<P> slope = slope(parameters);
    parameters = optimiser.step(parameters, slope.gradient());
    return slope.loss();
  }

  @Override
  public double gradientNorm() {
    double squares = 0;
    for (Tensor tensor : tensors(slope(parameters).gradient())) {
      squares += tensor.dot(tensor);
    }
    return Math.sqrt(squares);
  }

  @Override
  public void close() {
    // Nothing but the heap is used.
  }
}
