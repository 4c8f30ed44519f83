package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.ir.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whole lines of the user's, carried over: moved to the left as one, so that they stand at the
 * indentation of their new place. Only white space that all lines share is taken away; a text block
 * among them keeps its value.
 */
final class Carried {

  private Carried() {}

  /** The first line begins behind its indentation already; the others set the margin. */
  static Code outdented(Code code) {
    String margin = margin(code);
    List<Code.Part> parts = new ArrayList<>();
    for (Code.Part part : code.parts()) {
      parts.add(
          part instanceof Code.Text t
              ? new Code.Text(lines(t).replace("\n" + margin, "\n"))
              : part);
    }
    return new Code(parts);
  }

  /** True where the text itself has a word, a variable perhaps, that a class is named by too. */
  static boolean mentions(Code code, String name) {
    Pattern word = Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])");
    return code.parts().stream()
        .anyMatch(p -> p instanceof Code.Text t && word.matcher(t.text()).find());
  }

  private static String lines(Code.Text t) {
    return t.text().replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String margin(Code code) {
    StringBuilder all = new StringBuilder();
    for (Code.Part part : code.parts()) {
      all.append(part instanceof Code.Text t ? lines(t) : "x");
    }
    String margin = null;
    String[] lines = all.toString().split("\n");
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        String lead = lines[i].substring(0, lines[i].length() - lines[i].stripLeading().length());
        margin = margin == null ? lead : common(margin, lead);
      }
    }
    return margin == null ? "" : margin;
  }

  private static String common(String a, String b) {
    int n = 0;
    while (n < Math.min(a.length(), b.length()) && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return a.substring(0, n);
  }
}
