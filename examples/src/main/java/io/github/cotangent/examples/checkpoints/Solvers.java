package io.github.cotangent.examples.checkpoints;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;
import io.github.cotangent.tensor.Tensor;

/** Long loops, recorded and with checkpoints. */
public final class Solvers {

  private Solvers() {}

  /** The logistic map, iterated. */
  @Differentiable
  public static double logistic(double r, double x0, int steps) {
    double x = x0;
    for (int i = 0; i < steps; i++) {
      checkpoint();
      x = r * x * (1 - x);
    }
    return x;
  }

  /** The logistic map, iterated, with all of its values recorded. */
  @Differentiable
  public static double logisticRecorded(double r, double x0, int steps) {
    double x = x0;
    for (int i = 0; i < steps; i++) {
      x = r * x * (1 - x);
    }
    return x;
  }

  /** Heat that spreads along a rod with fixed ends, by explicit steps: the sum of the squares. */
  @Differentiable
  public static double heat(double[] start, double k, int steps) {
    double[] u = start;
    for (int t = 0; t < steps; t++) {
      checkpoint();
      u = step(u, k);
    }
    return squares(u);
  }

  /** The same, with all states recorded. */
  @Differentiable
  public static double heatRecorded(double[] start, double k, int steps) {
    double[] u = start;
    for (int t = 0; t < steps; t++) {
      u = step(u, k);
    }
    return squares(u);
  }

  /** A recurrent network without inputs: how large its state becomes. */
  @Differentiable
  public static double recurrent(Tensor weights, Tensor start, int steps) {
    Tensor h = start;
    for (int t = 0; t < steps; t++) {
      checkpoint();
      h = weights.matmul(h).tanh();
    }
    return h.square().sum();
  }

  /** The same, with all states recorded. */
  @Differentiable
  public static double recurrentRecorded(Tensor weights, Tensor start, int steps) {
    Tensor h = start;
    for (int t = 0; t < steps; t++) {
      h = weights.matmul(h).tanh();
    }
    return h.square().sum();
  }

  static double[] step(double[] u, double k) {
    double[] next = u.clone();
    for (int i = 1; i < u.length - 1; i++) {
      next[i] += k * (u[i - 1] - 2 * u[i] + u[i + 1]);
    }
    return next;
  }

  static double squares(double[] u) {
    double sum = 0;
    for (double v : u) {
      sum += v * v;
    }
    return sum;
  }
}
