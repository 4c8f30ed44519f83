package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.chapter.BadUsageException;
import java.util.Arrays;

/** The characters that a network knows, in the order of their numbers. */
record Alphabet(String characters) {

  /** The characters of a text, each once, in the order of Unicode. */
  static Alphabet of(String text) {
    int[] sorted = text.codePoints().distinct().sorted().toArray();
    return new Alphabet(new String(sorted, 0, sorted.length));
  }

  int size() {
    return characters.codePointCount(0, characters.length());
  }

  /**
   * The numbers of a text's characters.
   *
   * @param what what the text is, for the message
   * @throws BadUsageException if it has a character that is not in the alphabet
   */
  int[] codes(String text, String what) {
    int[] known = characters.codePoints().toArray();
    int[] codes = text.codePoints().toArray();
    for (int i = 0; i < codes.length; i++) {
      int code = Arrays.binarySearch(known, codes[i]);
      if (code < 0) {
        throw new BadUsageException(
            "The "
                + what
                + " has the character "
                + name(codes[i])
                + ", which the network has never seen.");
      }
      codes[i] = code;
    }
    return codes;
  }

  /** The text of some numbers. */
  String text(int... codes) {
    int[] known = characters.codePoints().toArray();
    int[] points = Arrays.stream(codes).map(code -> known[code]).toArray();
    return new String(points, 0, points.length);
  }

  private static String name(int point) {
    return Character.isISOControl(point)
        ? "U+%04X".formatted(point)
        : "'" + Character.toString(point) + "'";
  }
}
