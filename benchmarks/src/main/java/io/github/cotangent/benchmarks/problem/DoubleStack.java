package io.github.cotangent.benchmarks.problem;

import java.util.Arrays;

/** The one stack of the literal adjoints. */
public final class DoubleStack {

  private double[] values = new double[1024];
  private int size;

  /** Keeps a value. */
  public void push(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /** Takes back the value that was kept last. */
  public double pop() {
    return values[--size];
  }
}
