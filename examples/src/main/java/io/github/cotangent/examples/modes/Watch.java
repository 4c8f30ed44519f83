package io.github.cotangent.examples.modes;

/** Finds where a backward pass goes wrong. */
public final class Watch {

  private Watch() {}

  /** Throws at the first adjoint that is no finite number. */
  public static void number(String name, double adjoint) {
    if (!Double.isFinite(adjoint)) {
      throw new ArithmeticException("the adjoint of " + name + " is " + adjoint);
    }
  }
}
