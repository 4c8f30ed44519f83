package io.github.cotangent.processor.emit;

import java.util.List;
import java.util.function.Predicate;

/**
 * What the emitter must know beside the tree.
 *
 * @param sourceName the simple name of the source file's class, for the comment at the top
 * @param generatedAnnotation true where {@code javax.annotation.processing.Generated} resolves: it
 *     does not in a named module that does not read {@code java.compiler}
 * @param isHidden tells the simple names that mean something else where the file stands, and are
 *     written in full: {@code Math}, if the package has a class of that name
 * @param suppressWarnings the arguments of {@code @SuppressWarnings} on the class, in order: what
 *     the user's class suppresses, also inside, must be suppressed where its code is repeated
 */
public record EmitOptions(
    String sourceName,
    boolean generatedAnnotation,
    Predicate<String> isHidden,
    List<String> suppressWarnings) {

  public EmitOptions {
    suppressWarnings = List.copyOf(suppressWarnings);
  }

  /** The usual options for a source class. */
  public static EmitOptions of(String sourceName, boolean generatedAnnotation) {
    return new EmitOptions(sourceName, generatedAnnotation, name -> false, List.of());
  }

  /** The same options with these simple names never imported. */
  public EmitOptions withHidden(Predicate<String> names) {
    return new EmitOptions(sourceName, generatedAnnotation, names, suppressWarnings);
  }

  /** The same options with these warnings suppressed. */
  public EmitOptions withSuppressWarnings(List<String> warnings) {
    return new EmitOptions(sourceName, generatedAnnotation, isHidden, warnings);
  }
}
