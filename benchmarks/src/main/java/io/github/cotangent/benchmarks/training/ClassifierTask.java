package io.github.cotangent.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import io.github.cotangent.examples.pt007_multiclass.Classifier.Params;
import io.github.cotangent.examples.pt007_multiclass.dClassifier;
import io.github.cotangent.tensor.Adam;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.util.List;
import java.util.Random;

/**
 * Chapter 7: digits in ten classes, two plain layers, trained by Adam.
 *
 * @param batch how many images a step looks at
 */
record ClassifierTask(int batch) implements Task {

  private static final int PIXELS = 784;
  private static final int HIDDEN = 256;
  private static final int CLASSES = 10;
  private static final double RATE = 0.001;

  @Override
  public String name() {
    return "classifier_b" + batch;
  }

  @Override
  public double rate() {
    return RATE;
  }

  private static Params start() {
    return new Params(
        Tensors.normal(DType.FLOAT, 1, PIXELS, HIDDEN).times(Math.sqrt(2.0 / PIXELS)),
        Tensors.zeros(DType.FLOAT, HIDDEN),
        Tensors.normal(DType.FLOAT, 2, HIDDEN, CLASSES).times(Math.sqrt(1.0 / HIDDEN)),
        Tensors.zeros(DType.FLOAT, CLASSES));
  }

  private Tensor images() {
    return Tensors.uniform(DType.FLOAT, 3, 0, 1, batch, PIXELS);
  }

  private int[] labels() {
    return new Random(4).ints(batch, 0, CLASSES).toArray();
  }

  @Override
  public Trainee generated(double rate) {
    Tensor images = images();
    Tensor targets = Tensors.oneHot(DType.FLOAT, labels(), CLASSES);
    return new GeneratedTrainee<>(start(), new Adam<>(rate)) {
      @Override
      Slope<Params> slope(Params at) {
        dClassifier.LossValueAndGradient loss =
            dClassifier.lossValueAndGradient(at, images, targets);
        return new Slope<>(loss.value(), loss.gradient());
      }

      @Override
      List<Tensor> tensors(Params gradient) {
        return List.of(gradient.w1(), gradient.b1(), gradient.w2(), gradient.b2());
      }
    };
  }

  @Override
  public Trainee torch(double rate) {
    return new OfTorch(start(), images(), labels(), rate);
  }

  private static final class OfTorch extends TorchTrainee {

    private final NDArray w1;
    private final NDArray b1;
    private final NDArray w2;
    private final NDArray b2;
    private final NDArray images;
    private final NDArray labels;

    OfTorch(Params start, Tensor images, int[] labels, double rate) {
      super(new TorchAdam(rate, -1));
      this.w1 = parameter(start.w1());
      this.b1 = parameter(start.b1());
      this.w2 = parameter(start.w2());
      this.b2 = parameter(start.b2());
      this.images = constant(images);
      this.labels = column(labels);
    }

    @Override
    NDArray loss(NDManager ofStep) {
      images.tempAttach(ofStep);
      NDArray hidden = Activation.relu(images.matMul(w1).addi(b1));
      NDArray scores = hidden.matMul(w2).addi(b2);
      return scores.logSoftmax(-1).gather(labels, 1).mean().neg();
    }
  }
}
