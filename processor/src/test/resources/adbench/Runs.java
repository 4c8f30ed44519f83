package adbench;

/** Calls the objectives and their derivatives: what is timed, without reflection in between. */
public final class Runs {

  public static double gmm(
      double[] alphas, double[][] means, double[][] icf, double[][] x, double gamma, int m) {
    return Gmm.objective(alphas, means, icf, x, gamma, m);
  }

  /** The gradient, in the order of the reference. */
  public static double[] gmmGradient(
      double[] alphas, double[][] means, double[][] icf, double[][] x, double gamma, int m) {
    var gradient = dGmm.dObjective(alphas, means, icf, x, gamma, m);
    double[] all = new double[alphas.length * (1 + means[0].length + icf[0].length)];
    int next = put(gradient.alphas(), all, 0);
    for (double[] row : gradient.means()) {
      next = put(row, all, next);
    }
    for (double[] row : gradient.icf()) {
      next = put(row, all, next);
    }
    return all;
  }

  public static double lstm(
      double[][][][] main, double[][] extra, double[][][] state, double[][] sequence) {
    return Lstm.loss(main, extra, state, sequence);
  }

  public static double[] lstmGradient(
      double[][][][] main, double[][] extra, double[][][] state, double[][] sequence) {
    var gradient = dLstm.dLoss(main, extra, state, sequence);
    int bits = extra[0].length;
    double[] all = new double[main.length * 8 * bits + 3 * bits];
    int next = 0;
    for (double[][][] layer : gradient.main()) {
      for (double[][] gates : layer) {
        for (double[] row : gates) {
          next = put(row, all, next);
        }
      }
    }
    for (double[] row : gradient.extra()) {
      next = put(row, all, next);
    }
    return all;
  }

  /** All errors, three numbers for each observation: two coordinates and that of the weight. */
  public static double[][] ba(
      double[][] cameras, double[][] points, double[] weights, int[][] seen, double[][] features) {
    double[][] errors = new double[seen.length][];
    for (int i = 0; i < seen.length; i++) {
      double[] e =
          Ba.reprojectionError(cameras[seen[i][0]], points[seen[i][1]], weights[i], features[i]);
      errors[i] = new double[] {e[0], e[1], Ba.weightError(weights[i])};
    }
    return errors;
  }

  /** The Jacobian, 31 numbers for each observation: two rows of 15, and that of the weight. */
  public static double[][] baJacobian(
      double[][] cameras, double[][] points, double[] weights, int[][] seen, double[][] features) {
    double[][] jacobian = new double[seen.length][31];
    for (int i = 0; i < seen.length; i++) {
      var pullback =
          dBa.reprojectionErrorPullback(
              cameras[seen[i][0]], points[seen[i][1]], weights[i], features[i]);
      int next = 0;
      for (int row = 0; row < 2; row++) {
        var gradient = pullback.apply(new double[] {1 - row, row});
        next = put(gradient.camera(), jacobian[i], next);
        next = put(gradient.point(), jacobian[i], next);
        jacobian[i][next++] = gradient.weight();
      }
      jacobian[i][next] = dBa.dWeightError(weights[i]);
    }
    return jacobian;
  }

  private static int put(double[] from, double[] to, int at) {
    System.arraycopy(from, 0, to, at, from.length);
    return at + from.length;
  }

  private Runs() {}
}
