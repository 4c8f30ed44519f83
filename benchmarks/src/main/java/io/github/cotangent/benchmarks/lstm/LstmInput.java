package io.github.cotangent.benchmarks.lstm;

import io.github.cotangent.benchmarks.problem.Numbers;

/** The arguments of {@link Lstm#loss}. */
record LstmInput(double[][][][] main, double[][] extra, double[][][] state, double[][] sequence) {

  static LstmInput read(Numbers in) {
    int layers = in.nextInt();
    int length = in.nextInt();
    int bits = in.nextInt();
    double[][][][] main = new double[layers][2][][];
    for (double[][][] layer : main) {
      layer[0] = in.matrix(4, bits);
      layer[1] = in.matrix(4, bits);
    }
    double[][] extra = in.matrix(3, bits);
    double[][][] state = new double[layers][][];
    for (int layer = 0; layer < layers; layer++) {
      state[layer] = in.matrix(2, bits);
    }
    return new LstmInput(main, extra, state, in.matrix(length, bits));
  }

  int layers() {
    return main.length;
  }

  int bits() {
    return sequence[0].length;
  }

  /** How many characters are predicted. */
  int steps() {
    return sequence.length - 1;
  }
}
