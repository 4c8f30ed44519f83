package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * Code for JavaPoet under construction. JavaPoet lays out every piece of text twice, and looks for
 * line ends in each: so text that adjoins is handed over as one piece, and for whole lines of it
 * stands a mark.
 */
final class Layout {

  /** Null where all text is handed over. */
  private final Marks marks;

  private final CodeBlock.Builder out = CodeBlock.builder();
  private final StringBuilder text = new StringBuilder();

  /** Code without marks. */
  Layout() {
    this(null);
  }

  /** Code whose marks are to be applied. */
  Layout(Marks marks) {
    this.marks = marks;
  }

  /** Adds characters, also line ends. */
  Layout text(String more) {
    text.append(more);
    return this;
  }

  /** Adds the name of a type, which may be imported. */
  Layout type(TypeName type) {
    flush();
    out.add("$T", type);
    return this;
  }

  /** Adds a space at which the line is broken where it would be too long. */
  Layout wrap() {
    flush();
    out.add("$W");
    return this;
  }

  /** What follows stands one level further in. */
  Layout indent() {
    flush();
    out.indent();
    return this;
  }

  /** What follows stands one level further out. */
  Layout unindent() {
    flush();
    out.unindent();
    return this;
  }

  CodeBlock build() {
    flush();
    return out.build();
  }

  private void flush() {
    if (text.length() > 0) {
      int first = text.indexOf("\n");
      int last = text.lastIndexOf("\n");
      if (marks != null && first < last) {
        text.replace(first + 1, last, marks.lines(text.substring(first + 1, last)));
      }
      out.add("$L", text.toString());
      text.setLength(0);
    }
  }
}
