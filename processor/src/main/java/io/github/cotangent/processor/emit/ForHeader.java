package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of a {@code for} loop. Java declares variables of one type in it only: where the
 * initializers do not fit, they stand in front of the loop, in braces that keep them local to it.
 */
final class ForHeader {

  private final Line out = new Line();
  private final Scope scope;

  private ForHeader(Scope scope) {
    this.scope = scope;
  }

  /** {@code for (int i = 0, j = n; i < j; i++, j--)}. */
  static Line of(Stmt.For loop, Scope scope) {
    return new ForHeader(scope).print(loop);
  }

  private Line print(Stmt.For loop) {
    out.text("for (");
    for (int i = 0; i < loop.init().size(); i++) {
      separate(i);
      simple(loop.init().get(i), i == 0);
    }
    out.text(";");
    if (!loop.test().isTrue()) {
      out.space(0);
      new Expressions(out, scope, 1).print(loop.test());
    } else if (!loop.update().isEmpty()) {
      out.text(" ");
    }
    out.text(";");
    for (int i = 0; i < loop.update().size(); i++) {
      if (i == 0) {
        out.space(0);
      }
      separate(i);
      simple(loop.update().get(i), false);
    }
    return out.text(")");
  }

  private void separate(int i) {
    if (i > 0) {
      out.text(",").space(1);
    }
  }

  private void simple(Stmt s, boolean withType) {
    if (s instanceof Stmt.Local l) {
      Assignments.declare(l, withType, out, scope, 1);
    } else if (s instanceof Stmt.Assign a) {
      Assignments.print(a, out, scope, 1);
    } else if (s instanceof Stmt.Evaluate e) {
      new Expressions(out, scope, 1).print(e.expr());
    } else {
      throw new IllegalArgumentException("not allowed in the header of a loop: " + s);
    }
  }

  /** True if Java can write the initializers between the parentheses. */
  static boolean fits(Stmt.For loop) {
    List<Stmt> init = loop.init();
    if (init.size() < 2 || init.stream().noneMatch(s -> s instanceof Stmt.Local)) {
      return true;
    }
    return init.get(0) instanceof Stmt.Local first
        && TypeNames.isDenotable(first.var().type())
        && init.stream()
            .allMatch(s -> s instanceof Stmt.Local l && l.var().type().equals(first.var().type()));
  }

  /** The initializers, then the loop without them; a label stays at the loop. */
  static Stmt.Block inFront(Stmt.For loop, Stmt.Labeled labeled) {
    Stmt bare = new Stmt.For(List.of(), loop.test(), loop.update(), loop.body(), loop.origin());
    List<Stmt> all = new ArrayList<>(loop.init());
    all.add(labeled == null ? bare : new Stmt.Labeled(labeled.label(), bare, labeled.origin()));
    return Stmt.Block.of(all);
  }
}
