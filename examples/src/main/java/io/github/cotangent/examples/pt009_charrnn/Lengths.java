package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.tensor.Tensor;

/** The lengths of adjoints, by the time of what they belong to. */
public final class Lengths {

  private final double[] lengths;

  Lengths(int times) {
    lengths = new double[times];
  }

  /** Notes the length of an adjoint: the root of the sum of its squares. */
  public void note(int time, Tensor adjoint) {
    lengths[time] = Math.sqrt(adjoint.dot(adjoint));
  }

  double at(int time) {
    return lengths[time];
  }

  /** The length so many steps before the last one. */
  double back(int steps) {
    return lengths[lengths.length - 1 - steps];
  }
}
