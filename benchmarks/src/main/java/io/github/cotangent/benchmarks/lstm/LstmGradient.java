package io.github.cotangent.benchmarks.lstm;

/** The adjoints of the parameters of {@link Lstm#loss}. */
record LstmGradient(double[][][][] main, double[][] extra) {

  static LstmGradient zero(LstmInput in) {
    return new LstmGradient(new double[in.layers()][2][4][in.bits()], new double[3][in.bits()]);
  }

  /** Writes the numbers in the order of the reference. */
  void into(double[] out) {
    int next = 0;
    for (double[][][] layer : main) {
      for (double[][] gates : layer) {
        for (double[] row : gates) {
          next = put(row, out, next);
        }
      }
    }
    for (double[] row : extra) {
      next = put(row, out, next);
    }
  }

  private static int put(double[] from, double[] to, int at) {
    System.arraycopy(from, 0, to, at, from.length);
    return at + from.length;
  }
}
