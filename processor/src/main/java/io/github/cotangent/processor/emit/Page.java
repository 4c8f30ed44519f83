package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;

/** The lines of a body as they are written: indentation, comments, empty lines. */
final class Page {

  private static final int INDENT = 2;

  private final Layout out;
  private int level;
  private String trailing = "";

  /** A page on which the first line stands this many levels in. */
  Page(int level, Marks marks) {
    this.level = level;
    this.out = new Layout(marks);
  }

  CodeBlock build() {
    return out.build();
  }

  /** Ends the line; where nothing is on it, it is an empty one. */
  void endLine() {
    out.text("\n");
  }

  /** Keeps a comment for the end of the next line. */
  void trailing(String comment) {
    trailing = comment;
  }

  /** A whole line, with the comment that waits for it; if both do not fit, the comment is above. */
  void line(Line line) {
    String comment = trailing;
    trailing = "";
    if (comment.isEmpty()) {
      part(line);
    } else if (columns() + line.length() + " // ".length() + comment.length() <= Line.WIDTH) {
      part(line);
      out.text(" // ").text(comment);
    } else {
      comment(comment);
      part(line);
    }
    out.text("\n");
  }

  /** A comment on lines of its own. */
  void comment(String text) {
    for (String line : Plain.wrap(text, Line.WIDTH - columns() - "// ".length(), "    ")) {
      out.text("// ").text(line).text("\n");
    }
  }

  /** The beginning of a line, or more of it. */
  void part(Line line) {
    line.write(out, columns());
  }

  /** Lines of the user's, as they are. */
  void verbatim(Line lines) {
    lines.write(out);
    out.text("\n");
  }

  /** Ends a line behind an open brace: what follows is inside. */
  void open() {
    out.text("\n").indent();
    level++;
  }

  /** Begins a line with a closing brace. */
  void close() {
    level--;
    out.unindent().text("}");
  }

  private int columns() {
    return INDENT * level;
  }
}
