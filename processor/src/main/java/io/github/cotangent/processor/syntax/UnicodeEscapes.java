package io.github.cotangent.processor.syntax;

import java.util.Arrays;

/**
 * A source text with its Unicode escapes translated, as Java does before all else, and the way back
 * to the offsets of the text as it is written, by which javac counts.
 */
final class UnicodeEscapes {

  private static final int DIGITS = 4;
  private static final int HEX = 16;

  private final StringBuilder translated = new StringBuilder();
  private int[] origins;

  /** Translates a text. */
  UnicodeEscapes(String text) {
    origins = new int[text.length() + 1];
    boolean escapable = true;
    for (int i = 0; i < text.length(); ) {
      origins[translated.length()] = i;
      int end = escapable ? escapeEnd(text, i) : -1;
      if (end >= 0) {
        translated.append((char) Integer.parseInt(text.substring(end - DIGITS, end), HEX));
        i = end;
        continue;
      }
      char c = text.charAt(i++);
      translated.append(c);
      // A backslash behind a backslash begins nothing.
      escapable = c != '\\' || !escapable;
    }
    origins[translated.length()] = text.length();
    origins = Arrays.copyOf(origins, translated.length() + 1);
  }

  /** The text without escapes. */
  String translated() {
    return translated.toString();
  }

  /** The offset in the text as written of an offset in the translated one. */
  int origin(int offset) {
    return origins[offset];
  }

  /** Where the escape that begins at a place ends; -1 where none begins. */
  private static int escapeEnd(String text, int start) {
    if (text.charAt(start) != '\\') {
      return -1;
    }
    int i = start + 1;
    while (i < text.length() && text.charAt(i) == 'u') {
      i++;
    }
    boolean complete =
        i > start + 1
            && i + DIGITS <= text.length()
            && text.substring(i, i + DIGITS).chars().allMatch(c -> Character.digit(c, HEX) >= 0);
    return complete ? i + DIGITS : -1;
  }
}
