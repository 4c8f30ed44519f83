package io.github.cotangent.benchmarks.ba;

import io.github.cotangent.benchmarks.problem.Numbers;
import java.util.Arrays;

/**
 * Cameras, points, and the observations: with weights, with the numbers of the camera and of the
 * point, and with the places in the image.
 */
record BaInput(
    double[][] cameras, double[][] points, double[] weights, int[][] seen, double[][] features) {

  private static final int CAMERA = 11;

  /** All cameras, points, weights and features of this form are the same. */
  static BaInput readReplicated(Numbers in) {
    double[][] cameras = new double[in.nextInt()][];
    double[][] points = new double[in.nextInt()][];
    double[] weights = new double[in.nextInt()];
    double[][] features = new double[weights.length][];
    int[][] seen = new int[weights.length][];
    fill(cameras, in.array(CAMERA));
    fill(points, in.array(3));
    Arrays.fill(weights, in.next());
    fill(features, in.array(2));
    Arrays.setAll(seen, i -> new int[] {i % cameras.length, i % points.length});
    return new BaInput(cameras, points, weights, seen, features);
  }

  private static void fill(double[][] rows, double[] row) {
    Arrays.setAll(rows, i -> row.clone());
  }

  static BaInput readFull(Numbers in) {
    int n = in.nextInt();
    int m = in.nextInt();
    int p = in.nextInt();
    double[][] cameras = in.matrix(n, CAMERA);
    double[][] points = in.matrix(m, 3);
    double[] weights = in.array(p);
    int[][] seen = new int[p][];
    Arrays.setAll(seen, i -> new int[] {in.nextInt(), in.nextInt()});
    return new BaInput(cameras, points, weights, seen, in.matrix(p, 2));
  }

  int observations() {
    return weights.length;
  }

  double[] camera(int observation) {
    return cameras[seen[observation][0]];
  }

  double[] point(int observation) {
    return points[seen[observation][1]];
  }
}
