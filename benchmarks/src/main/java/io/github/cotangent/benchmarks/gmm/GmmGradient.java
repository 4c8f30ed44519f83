package io.github.cotangent.benchmarks.gmm;

/** The adjoints of the parameters of {@link Gmm#objective}. */
record GmmGradient(double[] alphas, double[][] means, double[][] icf) {

  static GmmGradient zero(GmmInput in) {
    return new GmmGradient(
        new double[in.components()],
        new double[in.components()][in.dimension()],
        new double[in.components()][in.icf()[0].length]);
  }

  /** Writes the numbers in the order of the reference. */
  void into(double[] out) {
    int next = put(alphas, out, 0);
    for (double[] row : means) {
      next = put(row, out, next);
    }
    for (double[] row : icf) {
      next = put(row, out, next);
    }
  }

  private static int put(double[] from, double[] to, int at) {
    System.arraycopy(from, 0, to, at, from.length);
    return at + from.length;
  }
}
