package io.github.cotangent.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.recurrent.RNN;
import io.github.cotangent.examples.pt009_charrnn.Cell;
import io.github.cotangent.examples.pt009_charrnn.Network.Params;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The recurrent network by PyTorch's own recurrent layers, as DJL's blocks {@code RNN} and {@code
 * LSTM} call them: one native call for all times. They take one-hot rows, and a second bias, which
 * stays 0 here.
 */
final class TorchCharacters extends TorchTrainee {

  private final Cell cell;
  private final int hidden;
  private final NDArray characters;
  private final NDArray followers;
  private final NDList weights = new NDList();
  private final NDArray output;
  private final NDArray outputBias;
  private List<NDArray> state = new ArrayList<>();

  TorchCharacters(CharactersTask task, double rate) {
    super(
        task.cell() == Cell.LSTM
            ? new TorchAdam(rate, CharactersTask.CLIP)
            : new TorchAdagrad(rate, CharactersTask.CLIP));
    this.cell = task.cell();
    this.hidden = task.hidden();
    int[][] all = task.characterNumbers();
    Tensor[] times =
        Arrays.stream(all)
            .limit(task.steps())
            .map(row -> Tensors.oneHot(DType.FLOAT, row, CharactersTask.ALPHABET))
            .toArray(Tensor[]::new);
    this.characters = constant(Tensors.stack(0, times));
    this.followers = column(CharactersTask.followers(all));
    Params start = task.start();
    weights.add(parameter(asInTorch(start.input()[0])));
    weights.add(parameter(asInTorch(start.recurrent()[0])));
    weights.add(parameter(asInTorch(start.biases()[0])));
    weights.add(constant(Tensors.zeros(DType.FLOAT, start.biases()[0].size())));
    this.output = parameter(start.output());
    this.outputBias = parameter(start.outputBias());
    for (int i = 0; i < (cell == Cell.LSTM ? 2 : 1); i++) {
      state.add(constant(Tensors.zeros(DType.FLOAT, 1, task.batch(), hidden)));
    }
  }

  /** Its matrices are transposed, and the blocks of a cell are: write, keep, news, show. */
  private Tensor asInTorch(Tensor ours) {
    Tensor ordered = ours;
    if (cell == Cell.LSTM) {
      int axis = ours.rank() - 1;
      Tensor[] b = new Tensor[4];
      for (int i = 0; i < b.length; i++) {
        b[i] = ours.slice(axis, i * hidden, (i + 1) * hidden);
      }
      ordered = Tensors.concat(axis, b[1], b[0], b[3], b[2]);
    }
    return ordered.rank() == 2 ? ordered.transpose() : ordered;
  }

  @Override
  NDArray loss(NDManager ofStep) {
    characters.tempAttach(ofStep);
    NDList read = read();
    read.attach(ofStep);
    state.forEach(NDArray::close);
    state = read.subList(1, read.size()).stream().map(this::kept).toList();
    NDArray logits = read.get(0).reshape(-1, hidden).matMul(output).addi(outputBias);
    return logits.logSoftmax(-1).gather(followers, 1).mean().neg();
  }

  private NDList read() {
    var kernels = characters.getNDArrayInternal();
    return cell == Cell.LSTM
        ? kernels.lstm(characters, new NDList(state), weights, true, 1, 0, true, false, false)
        : kernels.rnn(
            characters, state.get(0), weights, true, 1, RNN.Activation.TANH, 0, true, false, false);
  }
}
