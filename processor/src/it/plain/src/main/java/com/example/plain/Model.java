package com.example.plain;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.Arrays;

/** A linear model. */
public final class Model {

  private Model() {}

  /** The squared error of a linear model at one example. */
  @Differentiable
  static double loss(
      double[] w, double b, @NonDifferentiable double[] x, @NonDifferentiable double y) {
    double e = b - y;
    for (int i = 0; i < w.length; i++) {
      e += w[i] * x[i];
    }
    return e * e;
  }

  /** Prints the gradient with respect to the weights and the offset. */
  public static void main(String[] args) {
    dModel.LossGradient gradient = dModel.dLoss(new double[] {1, 2}, 0.5, new double[] {3, 4}, 10);
    System.out.println(Arrays.toString(gradient.w()) + " " + gradient.b());
  }
}
