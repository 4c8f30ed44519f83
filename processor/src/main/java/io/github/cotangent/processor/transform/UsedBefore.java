package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether an element of an array certainly exists, as the statements right before used it. */
final class UsedBefore {

  /** How many statements are looked at. */
  private static final int NEAR = 16;

  private UsedBefore() {}

  /**
   * True if one of the statements, all of which have run, read the element or stored into it, and
   * none behind it changed what tells which element it is.
   */
  static boolean isUsed(Expr e, List<Stmt> before, Sharing sharing) {
    if (!(e instanceof Expr.Element x) || !isNumberOrVariable(x.array(), x.index())) {
      return false;
    }
    Set<Var> variables = Mentions.read(Make.evaluate(e));
    for (int i = before.size() - 1; i >= Math.max(0, before.size() - NEAR); i--) {
      Stmt s = before.get(i);
      if (changes(s, variables)) {
        return false;
      }
      if (uses(s, e, sharing)) {
        return true;
      }
    }
    return false;
  }

  /** An element that an assignment of a variable alone can make another. */
  private static boolean isNumberOrVariable(Expr array, Expr index) {
    return array instanceof Expr.Read
        && (index instanceof Expr.Read || index instanceof Expr.Literal);
  }

  private static boolean changes(Stmt s, Set<Var> variables) {
    Set<Var> changed = new HashSet<>(Mentions.written(List.of(s)));
    changed.addAll(Mentions.declared(List.of(s)));
    return !Collections.disjoint(changed, variables);
  }

  private static boolean uses(Stmt s, Expr e, Sharing sharing) {
    boolean[] found = new boolean[1];
    found[0] =
        s instanceof Stmt.Assign a && a.target() instanceof Place.Slot p && p.read().equals(e);
    FirstRound.of(
        Stmt.Block.of(List.of(s)),
        sharing,
        (x, isSeen) -> {
          found[0] |= x.equals(e);
          return false;
        });
    return found[0];
  }
}
