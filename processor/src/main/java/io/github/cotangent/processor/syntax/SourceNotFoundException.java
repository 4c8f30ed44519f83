package io.github.cotangent.processor.syntax;

/** The text of a class cannot be had, so nothing can be derived from it. */
public final class SourceNotFoundException extends Exception {

  private static final long serialVersionUID = 1L;

  SourceNotFoundException(String className, Throwable cause) {
    super(className, cause);
  }
}
