package io.github.cotangent.processor.random;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the checks of one run found.
 *
 * @param failure what is wrong, empty where nothing is
 * @param facts what could be compared
 */
record Verdict(String failure, Set<Fact> facts) {

  /** Something to count. */
  enum Fact {
    /** The program threw, and so must its derivative. */
    THREW,
    /** The value or the derivative is not finite, or so large that differences say nothing. */
    WILD,
    /** Compared with finite differences. */
    DIFFERENCES,
    /** The finite differences of two step sizes disagree: a kink or a jump is near. */
    KINK,
    /** Compared with the dual numbers. */
    DUAL,
    /** The derivative is not zero. */
    ALIVE,
    /** The tangent of {@code fJvp} compared with the dual numbers. */
    JVP,
    /** Two products with the Hessian compared with each other: it is symmetric. */
    SYMMETRY,
    /** A product with the Hessian compared with finite differences of the gradient. */
    HVP
  }

  static Verdict good(EnumSet<Fact> facts) {
    return new Verdict("", facts);
  }

  static Verdict bad(String failure, EnumSet<Fact> facts) {
    return new Verdict(failure, facts);
  }

  boolean isFailure() {
    return !failure.isEmpty();
  }
}
