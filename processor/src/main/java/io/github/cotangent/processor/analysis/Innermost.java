package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the statement that makes something true of a larger one: what a reason names. */
public final class Innermost {

  private Innermost() {}

  /**
   * The first statement inside of which the test holds of no smaller one.
   *
   * @param s a statement of which the test holds
   */
  public static Stmt of(Stmt s, Predicate<Stmt> test) {
    Stmt at = s;
    while (true) {
      Stmt inner = children(at).stream().filter(test).findFirst().orElse(null);
      if (inner == null) {
        return at;
      }
      at = inner;
    }
  }

  private static List<Stmt> children(Stmt s) {
    if (s instanceof Stmt.Block b) {
      return b.statements();
    }
    if (s instanceof Stmt.For f) {
      List<Stmt> all = new ArrayList<>(f.init());
      all.add(f.body());
      all.addAll(f.update());
      return all;
    }
    return s instanceof Stmt.Labeled l ? List.of(l.body()) : List.copyOf(Bodies.of(s));
  }
}
