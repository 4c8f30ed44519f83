package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The blocks directly inside of statements. */
public final class Bodies {

  private Bodies() {}

  /** In the order of the text; none for a simple statement. */
  public static List<Stmt.Block> of(Stmt s) {
    List<Stmt.Block> found = new ArrayList<>();
    replace(
        s,
        b -> {
          found.add(b);
          return b;
        });
    return found;
  }

  /** That of a loop in core form. */
  public static Stmt.Block ofLoop(Stmt loop) {
    return of(loop).get(0);
  }

  /** The statement with others; a simple one as it is. */
  public static Stmt replace(Stmt s, UnaryOperator<Stmt.Block> by) {
    if (s instanceof Stmt.If i) {
      return new Stmt.If(i.test(), by.apply(i.then()), by.apply(i.otherwise()), i.origin());
    }
    if (s instanceof Stmt.For f) {
      return new Stmt.For(f.init(), f.test(), f.update(), by.apply(f.body()), f.origin());
    }
    if (s instanceof Stmt.While w) {
      return new Stmt.While(w.test(), by.apply(w.body()), w.origin());
    }
    if (s instanceof Stmt.DoWhile d) {
      return new Stmt.DoWhile(by.apply(d.body()), d.test(), d.origin());
    }
    if (s instanceof Stmt.Block b) {
      return by.apply(b);
    }
    if (s instanceof Stmt.Labeled l) {
      return new Stmt.Labeled(l.label(), replace(l.body(), by), l.origin());
    }
    if (s instanceof Stmt.Switch w) {
      List<Stmt.Arm> arms =
          w.arms().stream()
              .map(a -> new Stmt.Arm(a.labels(), a.isDefault(), by.apply(a.body())))
              .toList();
      return new Stmt.Switch(w.selector(), arms, w.origin());
    }
    return s;
  }
}
