package io.github.cotangent.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that means in the generated file what it meant where it came from: a comment cannot end
 * early, and a character that JavaPoet takes for a line end does not break a literal.
 */
final class Plain {

  /** Line ends for JavaPoet, but not for Java. */
  private static final Pattern FALSE_LINE_END = Pattern.compile("[\\x0B\\f\\x85\\u2028\\u2029]");

  private static final Pattern LINE_END = Pattern.compile("\\R");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private static final Pattern UNICODE_ESCAPE = Pattern.compile("(\\\\+)(?=u)");

  private Plain() {}

  /** True for printable ASCII without a backslash, which means the same everywhere. */
  private static boolean isOrdinary(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** The user's Java: the same tokens, with line ends that are line ends for everybody. */
  static String code(String text) {
    if (isOrdinary(text)) {
      return text;
    }
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    return FALSE_LINE_END
        .matcher(lines)
        .replaceAll(m -> Matcher.quoteReplacement(escape(m.group().charAt(0))));
  }

  private static String escape(char c) {
    return String.format("\\u%04x", (int) c);
  }

  /** One line for behind {@code //}. */
  static String comment(String text) {
    if (isOrdinary(text)) {
      return text.strip();
    }
    String line = CONTROL.matcher(LINE_END.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    return evenBackslashes(line, "\\\\");
  }

  /** The lines of a Javadoc text, none longer than this unless a word is. */
  static List<String> javadoc(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : LINE_END.split(text.strip(), -1)) {
      String safe =
          isOrdinary(line) ? line : evenBackslashes(CONTROL.matcher(line).replaceAll(" "), "&#92;");
      lines.addAll(wrap(safe.replace("*/", "*&#47;").stripTrailing(), width, ""));
    }
    return lines;
  }

  /** Breaks a text at spaces; every line but the first begins with the prefix. */
  static List<String> wrap(String text, int width, String prefix) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int lead = lines.isEmpty() ? 0 : prefix.length();
      int at = rest.lastIndexOf(' ', width);
      if (at <= lead) {
        at = rest.indexOf(' ', Math.max(width, lead));
      }
      if (at < 0) {
        break;
      }
      lines.add(rest.substring(0, at).stripTrailing());
      rest = prefix + rest.substring(at + 1).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** A backslash before {@code u} begins an escape only behind an even number of others. */
  private static String evenBackslashes(String text, String one) {
    return UNICODE_ESCAPE
        .matcher(text)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    m.group().length() % 2 == 0 ? m.group() : m.group().substring(1) + one));
  }
}
