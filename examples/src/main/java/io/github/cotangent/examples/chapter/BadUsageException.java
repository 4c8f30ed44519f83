package io.github.cotangent.examples.chapter;

/**
 * A mistake of the person who runs a chapter, on its command line or in the files that it names;
 * the message is the sentence that the user reads.
 */
public class BadUsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception from a whole sentence. */
  public BadUsageException(String sentence) {
    super(sentence);
  }
}
