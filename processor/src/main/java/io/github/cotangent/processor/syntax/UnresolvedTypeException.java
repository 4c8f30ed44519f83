package io.github.cotangent.processor.syntax;

/**
 * A type or method is not known (yet): another processor may write it in this round, or the user's
 * code does not compile, which javac reports itself.
 */
public final class UnresolvedTypeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnresolvedTypeException(String what) {
    super(what);
  }
}
