package io.github.cotangent.benchmarks.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.cotangent.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Trains by PyTorch's kernels and its tape, called through DJL's arrays. */
abstract class TorchTrainee implements Trainee {

  private final NDManager manager = NDManager.newBaseManager(Torch.ENGINE);
  private final List<NDArray> parameters = new ArrayList<>();
  private final TorchOptimiser optimiser;

  TorchTrainee(TorchOptimiser optimiser) {
    this.optimiser = optimiser;
  }

  /** An array that is trained, with the values of a tensor. */
  final NDArray parameter(Tensor start) {
    NDArray parameter = constant(start);
    parameter.setRequiresGradient(true);
    parameters.add(parameter);
    return parameter;
  }

  /** An array with the values of a tensor. */
  final NDArray constant(Tensor values) {
    long[] shape = java.util.Arrays.stream(values.shape()).asLongStream().toArray();
    return manager.create(FloatBuffer.wrap(values.toFloats()), new Shape(shape), DataType.FLOAT32);
  }

  /** An array of whole numbers, in a column. */
  final NDArray column(int[] values) {
    long[] wide = java.util.Arrays.stream(values).asLongStream().toArray();
    return manager.create(wide, new Shape(wide.length, 1));
  }

  /** Keeps an array beyond the step that made it. */
  final NDArray kept(NDArray array) {
    NDArray kept = array.stopGradient();
    kept.attach(manager);
    return kept;
  }

  /** The loss, a single number; arrays that only the step needs belong to the manager. */
  abstract NDArray loss(NDManager ofStep);

  private double backward() {
    try (NDManager ofStep = manager.newSubManager();
        GradientCollector tape = Engine.getEngine(Torch.ENGINE).newGradientCollector()) {
      NDArray loss = loss(ofStep);
      tape.backward(loss);
      return loss.getFloat();
    }
  }

  @Override
  public double step() {
    double loss = backward();
    optimiser.step(parameters);
    return loss;
  }

  @Override
  public double gradientNorm() {
    backward();
    double squares = 0;
    for (NDArray parameter : parameters) {
      try (NDArray gradient = parameter.getGradient();
          NDArray square = gradient.square();
          NDArray sum = square.sum()) {
        squares += sum.getFloat();
        gradient.subi(gradient); // It adds up otherwise.
      }
    }
    return Math.sqrt(squares);
  }

  @Override
  public void close() {
    manager.close();
  }
}
