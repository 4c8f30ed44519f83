package io.github.cotangent.tensor;

import java.io.IOException;

/**
 * A file that holds no model, or not the one that was expected, or that cannot be read or written.
 * The message is one whole sentence, which names the file.
 */
public final class ModelFileException extends IOException {

  private static final long serialVersionUID = 1L;

  ModelFileException(String sentence) {
    super(sentence);
  }

  ModelFileException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
