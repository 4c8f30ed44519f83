package io.github.cotangent.processor.interpreter;

/** Thrown when a program takes more steps than it was given. */
public final class BudgetExceeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BudgetExceeded(long budget) {
    super("more than " + budget + " steps");
  }
}
