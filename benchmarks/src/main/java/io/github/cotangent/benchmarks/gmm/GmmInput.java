package io.github.cotangent.benchmarks.gmm;

import io.github.cotangent.benchmarks.problem.Numbers;

/** The arguments of {@link Gmm#objective}. */
record GmmInput(
    double[] alphas, double[][] means, double[][] icf, double[][] x, double gamma, int m) {

  static GmmInput read(Numbers in) {
    int d = in.nextInt();
    int k = in.nextInt();
    int n = in.nextInt();
    return new GmmInput(
        in.array(k),
        in.matrix(k, d),
        in.matrix(k, d * (d + 1) / 2),
        in.matrix(n, d),
        in.next(),
        in.nextInt());
  }

  int components() {
    return alphas.length;
  }

  int dimension() {
    return x[0].length;
  }

  int points() {
    return x.length;
  }
}
