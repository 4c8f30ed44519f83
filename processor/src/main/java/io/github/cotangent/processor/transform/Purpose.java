package io.github.cotangent.processor.transform;

/**
 * What the two sweeps of a function are made for. From that follows what the forward sweep must
 * leave behind, and what may wait until the backward sweep runs.
 */
enum Purpose {
  /** {@code dF}, and {@code fHvp}: the derivative of the function, without its value. */
  GRADIENT,
  /** The same, added to arrays of the caller. */
  GRADIENT_INTO,
  /** {@code fValueAndGradient}. */
  VALUE_AND_GRADIENT,
  /** The same, added to arrays of the caller. */
  VALUE_AND_GRADIENT_INTO,
  /** {@code fValueAndGradient} with a value that is made behind the backward sweep. */
  GRADIENT_THEN_VALUE,
  /** The rows of {@code fJacobian}: one backward sweep for each element of the result. */
  JACOBIAN_ROWS,
  /** {@code fForward} and {@code fBackward}, which other derivatives call. */
  PAIR;

  /**
   * True if the caller sees what the function writes into its arrays, and will read them again: the
   * forward sweep works on them, and the backward sweep puts back what was there.
   */
  boolean sharesArrays() {
    return this == PAIR;
  }

  /**
   * True if what the primal throws must be thrown by the forward sweep: where the backward sweep
   * runs later, or writes into what belongs to the caller.
   */
  boolean throwsFirst() {
    return switch (this) {
      case GRADIENT, VALUE_AND_GRADIENT, GRADIENT_THEN_VALUE -> false;
      case GRADIENT_INTO, VALUE_AND_GRADIENT_INTO, JACOBIAN_ROWS, PAIR -> true;
    };
  }

  /** True if the forward sweep leaves the function's value in a variable, where it has one. */
  boolean needsValue() {
    return switch (this) {
      case VALUE_AND_GRADIENT, VALUE_AND_GRADIENT_INTO, PAIR -> true;
      case GRADIENT, GRADIENT_INTO, GRADIENT_THEN_VALUE, JACOBIAN_ROWS -> false;
    };
  }

  /** True if the value may be made behind the backward sweep. */
  boolean mayMakeValueLate() {
    return this == GRADIENT_THEN_VALUE;
  }
}
