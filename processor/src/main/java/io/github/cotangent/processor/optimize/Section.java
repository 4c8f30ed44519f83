package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import java.util.Optional;

/** The sweeps of a derivative, as the comments above them say. */
enum Section {
  /** A method of one sweep has no such comments. */
  NONE("Part of the method", ""),
  FORWARD("Forward pass", "forward"),
  BACKWARD("Backward pass", "backward");

  private final String heading;
  private final String prefix;

  Section(String heading, String prefix) {
    this.heading = heading;
    this.prefix = prefix;
  }

  /** How the comment above it begins. */
  String heading() {
    return heading;
  }

  /** A name in this section: {@code forwardLine3}; just {@code line3} where there is none. */
  String prefixed(String name) {
    return prefix.isEmpty() ? Names.decapitalized(name) : prefix + name;
  }

  /** The section that begins with a comment. */
  static Optional<Section> of(Stmt s) {
    for (Section section : values()) {
      if (s instanceof Stmt.Comment c && c.text().startsWith(section.heading)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }
}
