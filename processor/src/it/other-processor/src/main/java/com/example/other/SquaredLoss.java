package com.example.other;

import com.google.auto.service.AutoService;
import io.github.cotangent.Differentiable;

/** Both processors have work in this class. */
@AutoService(Loss.class)
public final class SquaredLoss implements Loss {

  /** Called by {@link java.util.ServiceLoader}. */
  public SquaredLoss() {}

  @Differentiable
  static double squared(double weight) {
    return weight * weight;
  }

  @Override
  public double value(double weight) {
    return squared(weight);
  }

  @Override
  public double slope(double weight) {
    return dSquaredLoss.dSquared(weight);
  }
}
