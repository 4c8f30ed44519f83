package io.github.cotangent.processor.interpreter;

/** What a {@code throw} of the program throws: the interpreter does not build exceptions. */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the source of the exception thrown. */
  public UserException(String thrown) {
    super(thrown);
  }
}
