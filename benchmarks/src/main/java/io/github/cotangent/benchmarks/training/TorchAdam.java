package io.github.cotangent.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;

/**
 * What DJL's own Adam does: one native call for each array. That adds ε to the root of the mean
 * square as it is, before its bias is corrected; so that the steps are those of the paper and of
 * PyTorch, it is given ε multiplied accordingly.
 */
final class TorchAdam implements TorchOptimiser {

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double rate;
  private final float clip;
  private final List<NDArray> means = new ArrayList<>();
  private final List<NDArray> squares = new ArrayList<>();
  private int steps;

  /**
   * Starts with no memory.
   *
   * @param rate the learning rate
   * @param clip elements of gradients are kept between this and its negative; negative for no bound
   */
  TorchAdam(double rate, double clip) {
    this.rate = rate;
    this.clip = (float) clip;
  }

  @Override
  public void step(List<NDArray> parameters) {
    steps++;
    double root = Math.sqrt(1 - Math.pow(BETA2, steps));
    double corrected = rate * root / (1 - Math.pow(BETA1, steps));
    for (int i = 0; i < parameters.size(); i++) {
      NDArray parameter = parameters.get(i);
      if (steps == 1) {
        means.add(parameter.zerosLike());
        squares.add(parameter.zerosLike());
      }
      try (NDArray gradient = parameter.getGradient()) {
        parameter
            .getNDArrayInternal()
            .adamUpdate(
                new NDList(parameter, gradient, means.get(i), squares.get(i)),
                new NDList(parameter),
                (float) rate,
                (float) corrected,
                0,
                1,
                clip,
                (float) BETA1,
                (float) BETA2,
                (float) (EPSILON * root),
                true,
                false);
      }
    }
  }
}
