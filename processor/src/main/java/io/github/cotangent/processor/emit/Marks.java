package io.github.cotangent.processor.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * What JavaPoet cannot lay out, it gets with a mark: an empty body that stays on its line, a member
 * that is carried over as text, a Javadoc of one line. Afterwards {@link #apply} finds the marks
 * and rewrites those lines, and only those.
 */
final class Marks {

  /** The first sign to try: a character that hardly any text has. */
  static final char FIRST = '\uE000';

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
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].indexOf(sign) < 0) {
        out.add(lines[i]);
        continue;
      }
      String line = lines[i].strip();
      if (is(line, "empty")) {
        i += 1;
        joinLast(out, "}");
      } else if (is(line, "class")) {
        i += 2;
        out.remove(out.size() - 1);
        joinLast(out, "}");
      } else if (is(line, "unwrap")) {
        out.remove(out.size() - 1);
        for (i++; !is(lines[i].strip(), "unwrap"); i++) {
          out.add(lines[i].startsWith("  ") ? lines[i].substring(2) : lines[i]);
        }
        i += 1;
      } else {
        out.remove(out.size() - 1);
        out.add(lines[i].replace("* " + sign, "/** ").replaceFirst("^ ", "") + " */");
        i += 1;
      }
    }
    return String.join("\n", out);
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
