package io.github.cotangent.benchmarks.lstm;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** The loss of a character model: layers of LSTM cells with diagonal weights. */
public final class Lstm {

  private static final int FORGET = 0;
  private static final int IN = 1;
  private static final int OUT = 2;
  private static final int CHANGE = 3;

  /**
   * The mean negative log-likelihood of the sequence.
   *
   * @param main for each layer the weights and the biases of four gates
   * @param extra the weights of the input, the weights and the biases of the output
   * @param state for each layer the hidden values and the cells at the start
   * @param sequence the characters, as bits
   */
  @Differentiable
  public static double loss(
      double[][][][] main,
      double[][] extra,
      @NonDifferentiable double[][][] state,
      @NonDifferentiable double[][] sequence) {
    int bits = sequence[0].length;
    double[][][] current = new double[state.length][2][];
    for (int layer = 0; layer < state.length; layer++) {
      current[layer][0] = state[layer][0].clone();
      current[layer][1] = state[layer][1].clone();
    }
    double total = 0;
    int count = 0;
    for (int t = 0; t + 1 < sequence.length; t++) {
      double[] prediction = predict(main, extra, current, sequence[t]);
      double[] normalised = logSoftmax(prediction);
      for (int i = 0; i < bits; i++) {
        total += sequence[t + 1][i] * normalised[i];
      }
      count += bits;
    }
    return -total / count;
  }

  private static double[] predict(
      double[][][][] main, double[][] extra, double[][][] state, double[] input) {
    double[] x = new double[input.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = input[i] * extra[0][i];
    }
    for (int layer = 0; layer < main.length; layer++) {
      cell(main[layer][0], main[layer][1], state[layer][0], state[layer][1], x);
      x = state[layer][0];
    }
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] * extra[1][i] + extra[2][i];
    }
    return y;
  }

  /** One step of a layer: updates its hidden values and its cells. */
  private static void cell(
      double[][] weight, double[][] bias, double[] hidden, double[] cell, double[] x) {
    for (int i = 0; i < hidden.length; i++) {
      double forget = sigmoid(x[i] * weight[FORGET][i] + bias[FORGET][i]);
      double in = sigmoid(hidden[i] * weight[IN][i] + bias[IN][i]);
      double out = sigmoid(x[i] * weight[OUT][i] + bias[OUT][i]);
      double change = Math.tanh(hidden[i] * weight[CHANGE][i] + bias[CHANGE][i]);
      cell[i] = cell[i] * forget + in * change;
      hidden[i] = out * Math.tanh(cell[i]);
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double[] logSoftmax(double[] y) {
    double sum = 2;
    for (double e : y) {
      sum += Math.exp(e);
    }
    double[] normalised = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      normalised[i] = y[i] - Math.log(sum);
    }
    return normalised;
  }

  private Lstm() {}
}
