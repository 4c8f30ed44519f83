package io.github.cotangent.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/** Adagrad on DJL's arrays, in place where it can be. */
final class TorchAdagrad implements TorchOptimiser {

  private static final float EPSILON = 1e-8f;

  private final float rate;
  private final float clip;
  private final List<NDArray> squares = new ArrayList<>();

  /**
   * Starts with no memory.
   *
   * @param rate the learning rate
   * @param clip elements of gradients are kept between this and its negative
   */
  TorchAdagrad(double rate, double clip) {
    this.rate = (float) rate;
    this.clip = (float) clip;
  }

  @Override
  public void step(List<NDArray> parameters) {
    boolean first = squares.isEmpty();
    for (int i = 0; i < parameters.size(); i++) {
      NDArray parameter = parameters.get(i);
      if (first) {
        squares.add(parameter.zerosLike());
      }
      try (NDManager ofStep = parameter.getManager().newSubManager()) {
        NDArray gradient = parameter.getGradient();
        gradient.attach(ofStep);
        NDArray clipped = gradient.clip(-clip, clip);
        squares.get(i).addi(clipped.square());
        NDArray length = squares.get(i).sqrt();
        length.attach(ofStep);
        parameter.subi(clipped.muli(rate).divi(length.addi(EPSILON)));
        gradient.subi(gradient); // It adds up otherwise.
      }
    }
  }
}
