package io.github.cotangent.benchmarks.problem;

/** The objective, and those who compute its derivatives. */
public enum Contender {
  /** The objective itself, as an ordinary programmer writes it. */
  OBJECTIVE("objective"),
  /** What Cotangent writes from it. */
  GENERATED("generated"),
  /** By hand: every value that is overwritten goes to one stack. */
  PUSH_POP("push/pop"),
  /** By hand, in the shape that the compiler chose. */
  SAME_SHAPE("same shape"),
  /** By hand, in the fastest shape that we know. */
  BEST("best by hand"),
  /** Forward mode by objects: Hipparchus' {@code Gradient}. */
  HIPPARCHUS("Hipparchus");

  private final String title;

  Contender(String title) {
    this.title = title;
  }

  /** How tables call it. */
  public String title() {
    return title;
  }
}
