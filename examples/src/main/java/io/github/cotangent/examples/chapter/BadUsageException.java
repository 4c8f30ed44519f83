package io.github.cotangent.examples.chapter;

/** A mistake on a chapter's command line; the message is the sentence that the user reads. */
public final class BadUsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception from a whole sentence. */
  public BadUsageException(String sentence) {
    super(sentence);
  }
}
