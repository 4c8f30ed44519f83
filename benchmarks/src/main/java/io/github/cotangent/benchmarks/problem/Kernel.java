package io.github.cotangent.benchmarks.problem;

/** What is timed: a computation whose numbers go to rows that are there already. */
@FunctionalInterface
public interface Kernel {

  /** Computes once; {@code out} has the rows of the reference. */
  void run(double[][] out);
}
