package io.github.cotangent.examples.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says it quotes. The marker stands on the line before the block:
 *
 * <pre>
 * &lt;!-- quote: source pt001_intro/Polynomials.java#cubePlusX --&gt;
 * &lt;!-- quote: generated pt001_intro/dPolynomials.java#dCubePlusX from "// Backward" to "};" --&gt;
 * &lt;!-- quote: output pt001_intro from "Slope of f at x" --&gt;
 * &lt;!-- quote: project plain/pom.xml from "&lt;dependencies>" to "&lt;/build>" --&gt;
 * </pre>
 *
 * <p>{@code #name} takes the one member of that name with its comment and annotations; {@code from}
 * and {@code to} take the part between the first line that contains the one text and the next that
 * contains the other, both included.
 */
record Quote(String kind, String where, String member, String from, String to) {

  private static final String TEXT = "\"([^\"]*)\"";
  private static final Pattern MARKER =
      Pattern.compile(
          "<!-- quote: (source|generated|output|project) ([\\w/.]+)(?:#(\\w+))?(?: from "
              + TEXT
              + ")?(?: to "
              + TEXT
              + ")? -->");

  static boolean isMarker(String line) {
    return line.startsWith("<!-- quote");
  }

  static Quote parse(String line) {
    Matcher m = MARKER.matcher(line.strip());
    if (!m.matches()) {
      throw new IllegalArgumentException("not a marker of a quote: " + line);
    }
    return new Quote(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5));
  }

  /** The lines as they are now. */
  List<String> lines(ChapterOutput output) {
    List<String> all =
        switch (kind) {
          case "source" -> Project.lines(Project.sources().resolve(Path.of(where)));
          case "generated" -> Project.lines(Project.generated().resolve(Path.of(where)));
          case "project" -> UserProject.lines(where);
          default -> output.of(where);
        };
    if (member != null) {
      all = memberOf(all);
    }
    return unindented(part(all));
  }

  private List<String> part(List<String> all) {
    int first = from == null ? 0 : find(all, from, 0);
    int last = to == null ? all.size() - 1 : find(all, to, first);
    while (last > first && all.get(last).isBlank()) {
      last--;
    }
    return all.subList(first, last + 1);
  }

  private int find(List<String> all, String text, int start) {
    for (int i = start; i < all.size(); i++) {
      if (all.get(i).contains(text)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no line of " + where + " contains: " + text);
  }

  /** The member's lines: its declaration, the comment and annotations above it, and its body. */
  private List<String> memberOf(List<String> all) {
    Pattern declaration =
        Pattern.compile("( +)(?![*/@ ])[^=;]*\\b(?:" + member + "\\(|class " + member + "\\b).*");
    for (int i = 0; i < all.size(); i++) {
      Matcher m = declaration.matcher(all.get(i));
      if (m.matches() && !all.get(i).contains("return ")) {
        int first = i;
        // Annotations may go over several lines.
        while (all.get(first - 1).strip().matches("@.*|/\\*\\*.*|\\*.*|.*[,()]")) {
          first--;
        }
        return all.subList(first, endOf(all, i, m.group(1)) + 1);
      }
    }
    throw new IllegalArgumentException(where + " has no member " + member);
  }

  private static int endOf(List<String> all, int declaration, String indent) {
    int last = declaration;
    while (!all.get(last).matches(indent + "(}|\\S.*(\\{}|;)$).*")) {
      last++;
    }
    return last;
  }

  private static List<String> unindented(List<String> lines) {
    int indent =
        lines.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return lines.stream().map(line -> line.isBlank() ? "" : line.substring(indent)).toList();
  }
}
