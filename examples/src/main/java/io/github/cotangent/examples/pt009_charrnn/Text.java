package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.chapter.BadUsageException;
import io.github.cotangent.examples.pt009_charrnn.Network.Stretch;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensors;
import java.util.Arrays;

/** A text as the numbers of its characters in an alphabet. */
record Text(Alphabet alphabet, int[] codes) {

  /** The part for training: the first nine tenths. The rest is for validation. */
  private static final double TRAINING = 0.9;

  static Text of(String text, Alphabet alphabet) {
    return new Text(alphabet, alphabet.codes(text, "text"));
  }

  int length() {
    return codes.length;
  }

  /** The same for the same text, and hardly ever for another one. */
  String fingerprint() {
    return "%d-%08x".formatted(codes.length, Arrays.hashCode(codes));
  }

  Text training() {
    return new Text(alphabet, Arrays.copyOf(codes, (int) (codes.length * TRAINING)));
  }

  Text validation() {
    return new Text(
        alphabet, Arrays.copyOfRange(codes, (int) (codes.length * TRAINING), codes.length));
  }

  /** How many characters are in each of so many equal parts, besides the one that follows. */
  private int partLength(int parts) {
    return (codes.length - 1) / parts;
  }

  /**
   * How many stretches of a length the parts are cut into.
   *
   * @throws BadUsageException if there is not one
   */
  int stretches(int parts, int length) {
    int count = partLength(parts) / length;
    if (count == 0) {
      throw new BadUsageException(
          "The text is too short: a tenth of it is for validation, and for training and validation it"
              + " is cut into "
              + parts
              + " parts; one has "
              + partLength(parts)
              + " characters, and --seq asks for "
              + length
              + ". Take a longer text, or a smaller --batch or --seq.");
    }
    return count;
  }

  /**
   * The text is cut into equal parts, which are read side by side; this is the stretch of a number,
   * the same in each part.
   */
  Stretch stretch(int parts, int length, int number, DType type) {
    int part = partLength(parts);
    int[][] characters = new int[length][parts];
    int[] followers = new int[length * parts];
    for (int t = 0; t < length; t++) {
      for (int i = 0; i < parts; i++) {
        int at = i * part + number * length + t;
        characters[t][i] = codes[at];
        followers[t * parts + i] = codes[at + 1];
      }
    }
    return new Stretch(characters, Tensors.oneHot(type, followers, alphabet.size()));
  }
}
