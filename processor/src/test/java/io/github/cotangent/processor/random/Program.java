package io.github.cotangent.processor.random;

import java.util.List;

/**
 * A random program: a class with one differentiable method {@code f}.
 *
 * @param seed what it was made from
 * @param className the class, in the package {@link #PACKAGE}
 * @param unit the compilation unit
 * @param parameters of {@code f}
 * @param result the type of {@code f}'s result
 */
record Program(long seed, String className, Tree unit, List<Parameter> parameters, String result) {
  static final String PACKAGE = "fuzz";

  /**
   * A parameter.
   *
   * @param constant true where it is marked {@code @NonDifferentiable}
   */
  record Parameter(String name, String type, boolean constant) {
    boolean isDifferentiable() {
      return !constant && !List.of("int", "long", "boolean", "Mode").contains(type);
    }
  }

  /** The source text. */
  String source() {
    return unit.source();
  }

  /** The same program with another text. */
  Program withUnit(Tree newUnit) {
    return new Program(seed, className, newUnit, parameters, result);
  }

  /** The same program with all loops recorded. */
  Program withoutCheckpoints() {
    return withUnit(Tree.fixed(source().replaceAll("io.github.*checkpoint\\(.*\\);", "")));
  }

  @Override
  public String toString() {
    return "seed " + seed + "\n" + source();
  }
}
