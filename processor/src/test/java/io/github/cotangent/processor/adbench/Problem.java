package io.github.cotangent.processor.adbench;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * A problem with its reference.
 *
 * @param name of the file
 * @param primal the method of {@code Runs} that computes the values
 * @param derivative the method of {@code Runs} that computes the derivatives
 * @param arguments of both
 * @param values what the primal must give
 * @param derivatives what the derivative must give
 */
record Problem(
    String name,
    String primal,
    String derivative,
    Object[] arguments,
    double[] values,
    double[][] derivatives) {

  private static final int CAMERA = 11;
  private static final int JACOBIAN = 31;

  static Problem gmm(Path data, String name) {
    Numbers in = Numbers.of(data.resolve("gmm").resolve(name));
    int d = in.nextInt();
    int k = in.nextInt();
    int n = in.nextInt();
    double[] alphas = in.array(k);
    double[][] means = in.matrix(k, d);
    double[][] icf = in.matrix(k, d * (d + 1) / 2);
    double[][] x = in.matrix(n, d);
    Object[] arguments = {alphas, means, icf, x, in.next(), in.nextInt()};
    return scalar(name, "gmm", arguments, expected(data, name));
  }

  static Problem lstm(Path data, String name) {
    Numbers in = Numbers.of(data.resolve("lstm").resolve(name));
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
    Arrays.setAll(state, i -> in.matrix(2, bits));
    Object[] arguments = {main, extra, state, in.matrix(length, bits)};
    return scalar(name, "lstm", arguments, expected(data, name));
  }

  private static Problem scalar(String name, String primal, Object[] arguments, Numbers expected) {
    double[] value = {expected.next()};
    double[][] gradient = {expected.array(expected.nextInt())};
    return new Problem(name, primal, primal + "Gradient", arguments, value, gradient);
  }

  /** All cameras, points, weights and features of this form are the same. */
  static Problem replicatedBa(Path data, String name) {
    Numbers in = Numbers.of(data.resolve("ba").resolve(name));
    int n = in.nextInt();
    int m = in.nextInt();
    int p = in.nextInt();
    double[][] cameras = new double[n][];
    Arrays.fill(cameras, in.array(CAMERA));
    double[][] points = new double[m][];
    Arrays.fill(points, in.array(3));
    double[] weights = new double[p];
    Arrays.fill(weights, in.next());
    double[][] features = new double[p][];
    Arrays.fill(features, in.array(2));
    int[][] seen = new int[p][];
    Arrays.setAll(seen, i -> new int[] {i % n, i % m});
    Object[] arguments = {cameras, points, weights, seen, features};
    return ba(name, arguments, expected(data, name));
  }

  static Problem fullBa(Path data, String name) {
    Numbers in = Numbers.of(data.resolve("ba").resolve(name));
    int n = in.nextInt();
    int m = in.nextInt();
    int p = in.nextInt();
    double[][] cameras = in.matrix(n, CAMERA);
    double[][] points = in.matrix(m, 3);
    double[] weights = in.array(p);
    int[][] seen = new int[p][];
    Arrays.setAll(seen, i -> new int[] {in.nextInt(), in.nextInt()});
    Object[] arguments = {cameras, points, weights, seen, in.matrix(p, 2)};
    return ba(name, arguments, expected(data, name));
  }

  private static Problem ba(String name, Object[] arguments, Numbers expected) {
    int lines = expected.nextInt();
    double[] errors = new double[3 * lines];
    double[][] jacobian = new double[lines][];
    for (int i = 0; i < lines; i++) {
      System.arraycopy(expected.array(3), 0, errors, 3 * i, 3);
      jacobian[i] = expected.array(JACOBIAN);
    }
    return new Problem(name, "ba", "baJacobian", arguments, errors, jacobian);
  }

  private static Numbers expected(Path data, String name) {
    return Numbers.of(data.resolve("expected").resolve(name));
  }
}
