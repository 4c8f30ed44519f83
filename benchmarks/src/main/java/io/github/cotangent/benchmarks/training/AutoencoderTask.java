package io.github.cotangent.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import io.github.cotangent.examples.pt008_autoencoder.Autoencoder.Params;
import io.github.cotangent.examples.pt008_autoencoder.dAutoencoder;
import io.github.cotangent.tensor.Adam;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.util.List;

/**
 * Chapter 8: pictures through a code of twelve numbers, trained by Adam.
 *
 * @param batch how many pictures a step looks at
 */
record AutoencoderTask(int batch) implements Task {

  private static final int PIXELS = 784;
  private static final int HIDDEN = 256;
  private static final int CODE = 12;
  private static final double RATE = 0.002;

  @Override
  public String name() {
    return "autoencoder_b" + batch;
  }

  @Override
  public double rate() {
    return RATE;
  }

  private static Params start() {
    return new Params(
        weights(1, PIXELS, HIDDEN),
        Tensors.zeros(DType.FLOAT, HIDDEN),
        weights(2, HIDDEN, CODE),
        Tensors.zeros(DType.FLOAT, CODE),
        weights(3, CODE, HIDDEN),
        Tensors.zeros(DType.FLOAT, HIDDEN),
        weights(4, HIDDEN, PIXELS),
        Tensors.zeros(DType.FLOAT, PIXELS));
  }

  private static Tensor weights(long seed, int rows, int columns) {
    return Tensors.normal(DType.FLOAT, seed, rows, columns).times(Math.sqrt(1.0 / rows));
  }

  private Tensor images() {
    return Tensors.uniform(DType.FLOAT, 5, 0, 1, batch, PIXELS);
  }

  @Override
  public Trainee generated(double rate) {
    Tensor images = images();
    return new GeneratedTrainee<>(start(), new Adam<>(rate)) {
      @Override
      Slope<Params> slope(Params at) {
        dAutoencoder.LossValueAndGradient loss = dAutoencoder.lossValueAndGradient(at, images);
        return new Slope<>(loss.value(), loss.gradient());
      }

      @Override
      List<Tensor> tensors(Params g) {
        return List.of(g.w1(), g.b1(), g.w2(), g.b2(), g.w3(), g.b3(), g.w4(), g.b4());
      }
    };
  }

  @Override
  public Trainee torch(double rate) {
    return new OfTorch(start(), images(), rate);
  }

  private static final class OfTorch extends TorchTrainee {

    private final NDArray[] w;
    private final NDArray[] b;
    private final NDArray images;

    OfTorch(Params p, Tensor images, double rate) {
      super(new TorchAdam(rate, -1));
      this.w = parameters(p.w1(), p.w2(), p.w3(), p.w4());
      this.b = parameters(p.b1(), p.b2(), p.b3(), p.b4());
      this.images = constant(images);
    }

    private NDArray[] parameters(Tensor... start) {
      return List.of(start).stream().map(this::parameter).toArray(NDArray[]::new);
    }

    @Override
    NDArray loss(NDManager ofStep) {
      images.tempAttach(ofStep);
      NDArray hidden = Activation.relu(images.matMul(w[0]).addi(b[0]));
      NDArray codes = hidden.matMul(w[1]).addi(b[1]);
      NDArray drawn = Activation.relu(codes.matMul(w[2]).addi(b[2]));
      NDArray scores = drawn.matMul(w[3]).addi(b[3]);
      // log(1 + exp(s)) - x · s, as DJL's loss for probabilities has it.
      NDArray log = Activation.softPlus(scores.abs().neg()).addi(Activation.relu(scores));
      return log.sub(scores.mul(images)).sum().div(images.getShape().get(0));
    }
  }
}
