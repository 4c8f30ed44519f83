package io.github.cotangent.benchmarks.typical;

import io.github.cotangent.GradientCheck;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A function at a point, and its gradient.
 *
 * @param <P> what it is differentiated with respect to
 * @param name what the table calls it
 * @param point where it is measured
 * @param value the function
 * @param gradient its gradient, in the shape of the point
 */
public record Typical<P>(String name, P point, ToDoubleFunction<P> value, Function<P, ?> gradient) {

  /**
   * Compares the gradient with differences.
   *
   * @throws AssertionError if they differ
   */
  public void check() {
    GradientCheck.of(name, point, p -> (Double) value.applyAsDouble(p)).gradient(gradient).check();
  }

  /** Computes the function; gives its value. */
  public double runValue() {
    return value.applyAsDouble(point);
  }

  /** Computes the gradient. */
  public Object runGradient() {
    return gradient.apply(point);
  }
}
