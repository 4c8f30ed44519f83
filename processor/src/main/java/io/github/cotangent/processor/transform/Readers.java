package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Optional;

/** Finds out for whom a value is saved: which statement's mirror reads it first. */
final class Readers {

  private static final String HEADING = "adjoint of: ";

  private String heading = "";
  private final Var sought;

  private Readers(Var sought) {
    this.sought = sought;
  }

  /** The heading above a statement's adjoint. */
  static Stmt.Comment heading(Stmt s) {
    return new Stmt.Comment(HEADING + s.origin().text(), s.origin());
  }

  /** The comment behind a statement that saves a value. */
  static Stmt.Comment comment(String reader) {
    return new Stmt.Comment("^needed by: " + reader);
  }

  /** The source of the first statement in backward code whose mirror reads a variable. */
  static Optional<String> first(List<Stmt> code, Var v) {
    Optional<String> reader = new Readers(v).find(code);
    for (Stmt s : code) {
      // The size of a shadow: needed where the shadow is.
      if (reader.isEmpty() && s instanceof Stmt.Local l && Blocks.used(code).contains(v)) {
        boolean isForShadow = Blocks.used(List.of(s)).contains(v);
        reader = isForShadow ? new Readers(l.var()).find(code) : reader;
      }
    }
    return reader.filter(text -> !text.isEmpty());
  }

  private Optional<String> find(List<Stmt> code) {
    for (Stmt s : code) {
      if (s instanceof Stmt.Comment c && c.text().startsWith(HEADING)) {
        heading = c.text().substring(HEADING.length());
      }
      Optional<String> found = find(s);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> find(Stmt s) {
    if (!Blocks.used(List.of(s)).contains(sought)) {
      return Optional.empty();
    }
    if (s instanceof Stmt.Local l && heading.isEmpty()) {
      return Optional.empty(); // A shadow: it is of use where the shadow is.
    }
    if (s instanceof Stmt.Block b) {
      return find(b.statements());
    }
    if (s instanceof Stmt.If i) {
      return inside(s, i.then().statements(), i.otherwise().statements());
    }
    if (s instanceof Stmt.For f) {
      return inside(s, f.body().statements(), List.of());
    }
    if (s instanceof Stmt.Switch w) {
      for (Stmt.Arm a : w.arms()) {
        Optional<String> found = find(a.body().statements());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.of(s.origin().isInSource() ? s.origin().text() : heading);
  }

  /** A header reads first; if it does not, the first statement inside. */
  private Optional<String> inside(Stmt s, List<Stmt> first, List<Stmt> second) {
    Optional<String> found = find(first);
    found = found.isPresent() ? found : find(second);
    return found.isPresent() ? found : Optional.of(s.origin().text());
  }
}
