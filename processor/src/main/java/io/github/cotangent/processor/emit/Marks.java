package io.github.cotangent.processor.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * What JavaPoet cannot lay out, it gets with a mark: an empty body that stays on its line, a member
 * that is carried over as text, a Javadoc of one line. So it does with lines in which there is
 * nothing for it to do. Afterwards {@link #apply} finds the marks and rewrites those lines, and
 * only those.
 */
final class Marks {

  /** The first sign to try: hardly any text has this control character, and it is Latin-1. */
  static final char FIRST = '\u0086';

  private static final String LINES = "lines";

  private final List<String> lines = new ArrayList<>();
  private final char sign;
  private int made;

  /** Marks that begin with this character. */
  Marks(char sign) {
    this.sign = sign;
  }

  /** The only line of a body that is to be empty. */
  String emptyBody() {
    return mark("empty");
  }

  /** The only line of the only method of a class that is to be empty. */
  String emptyClass() {
    return mark("class");
  }

  /** The first and the last line of a method that is to be replaced by its own body. */
  String unwrap() {
    return mark("unwrap");
  }

  /** What a Javadoc begins with that may be joined to one line. */
  String shortJavadoc() {
    return mark("");
  }

  /** A line that stands for lines of text, which get its indentation. */
  String lines(String text) {
    lines.add(text);
    return mark(LINES + (lines.size() - 1));
  }

  private String mark(String name) {
    made++;
    return sign + name;
  }

  private boolean is(String line, String name) {
    return line.length() == name.length() + 1 && line.charAt(0) == sign && line.endsWith(name);
  }

  /** True if the sign stands in the text where no mark was made: the user's text has it, too. */
  boolean areAmbiguous(String text) {
    int found = 0;
    for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      found++;
    }
    return found > made;
  }

  /** The text as it shall be. */
  String apply(String text) {
    List<String> out = new ArrayList<>();
    String[] laidOut = text.split("\n", -1);
    for (int i = 0; i < laidOut.length; i++) {
      if (laidOut[i].indexOf(sign) < 0) {
        out.add(laidOut[i]);
        continue;
      }
      String line = laidOut[i].strip();
      if (line.charAt(0) == sign && line.startsWith(LINES, 1)) {
        expand(laidOut[i], out);
      } else if (is(line, "empty")) {
        i += 1;
        joinLast(out, "}");
      } else if (is(line, "class")) {
        i += 2;
        out.remove(out.size() - 1);
        joinLast(out, "}");
      } else if (is(line, "unwrap")) {
        out.remove(out.size() - 1);
        for (i++; !is(laidOut[i].strip(), "unwrap"); i++) {
          out.add(laidOut[i].startsWith("  ") ? laidOut[i].substring(2) : laidOut[i]);
        }
        i += 1;
      } else {
        out.remove(out.size() - 1);
        out.add(laidOut[i].replace("* " + sign, "/** ").replaceFirst("^ ", "") + " */");
        i += 1;
      }
    }
    return String.join("\n", out);
  }

  private void expand(String mark, List<String> out) {
    int at = mark.indexOf(sign);
    String indent = mark.substring(0, at);
    String text = lines.get(Integer.parseInt(mark.substring(at + 1 + LINES.length())));
    for (String line : text.split("\n", -1)) {
      out.add(line.isEmpty() ? line : indent + line);
    }
  }

  /** The end goes behind the last line, or below the first one of a header that leaves no room. */
  private static void joinLast(List<String> out, String end) {
    String last = out.get(out.size() - 1);
    if (last.length() + end.length() <= Line.WIDTH) {
      out.set(out.size() - 1, last + end);
    } else {
      int first = out.size() - 1;
      for (int open = open(last); open < 0; open += open(out.get(first))) {
        first--;
      }
      String indent = out.get(first).replaceFirst("\\S.*", "");
      out.add(indent + end);
    }
  }

  /** How many parentheses a line opens and does not close; negative where it closes more. */
  private static int open(String line) {
    return line.chars().map(c -> c == '(' ? 1 : c == ')' ? -1 : 0).sum();
  }
}
