package io.github.cotangent.benchmarks.training;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** Moves arrays against their gradients, in place, and sets these to zero. */
interface TorchOptimiser {

  void step(List<NDArray> parameters);
}
