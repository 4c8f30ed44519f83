package io.github.cotangent.examples.mnist;

import io.github.cotangent.examples.chapter.BadUsageException;

/**
 * Files of digits that cannot be used. The message is the sentence that the user reads: it names
 * the file, what was expected, and what to do. A chapter leaves with it as after a mistake on its
 * command line.
 */
public final class BadDataException extends BadUsageException {

  private static final long serialVersionUID = 1L;

  BadDataException(String sentence) {
    super(sentence);
  }
}
