package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Assignments in the place of one: all values are computed before the first of them is assigned,
 * {@code p = new Pair(p.y(), p.x())}.
 */
final class TogetherAssigned {

  private final Names names;
  private final boolean declares;
  private final Origin origin;

  /**
   * Assignments in the place of a statement.
   *
   * @param declares true if they declare their variables
   * @param origin the statement
   */
  TogetherAssigned(Names names, boolean declares, Origin origin) {
    this.names = names;
    this.declares = declares;
    this.origin = origin;
  }

  /**
   * The statements.
   *
   * @param titles what a reader is told of each: {@code v[0] = x}
   */
  List<Stmt> of(List<Var> targets, List<Expr> values, List<String> titles) {
    List<Stmt> out = new ArrayList<>();
    List<Stmt> moved = new ArrayList<>();
    boolean overlaps = overlaps(targets, values);
    for (int i = 0; i < targets.size(); i++) {
      Var v = targets.get(i);
      Expr value = values.get(i);
      if (value.equals(new Expr.Read(v))) {
        continue; // It keeps what it has.
      }
      if (overlaps) {
        Var next = names.fresh(v.name() + "Next", v.type());
        out.add(new Stmt.Local(next, Optional.of(value), titled(titles.get(i))));
        moved.add(set(v, new Expr.Read(next), v.name() + " = " + next.name()));
      } else {
        out.add(set(v, value, titles.get(i)));
      }
    }
    out.addAll(moved);
    return out;
  }

  /** True if a value reads a variable that another one before it has overwritten. */
  private static boolean overlaps(List<Var> targets, List<Expr> values) {
    for (int i = 1; i < values.size(); i++) {
      Set<Var> before = new HashSet<>(targets.subList(0, i));
      if (Mentions.reads(values.get(i), before)) {
        return true;
      }
    }
    return false;
  }

  private Stmt set(Var v, Expr value, String title) {
    boolean adds =
        value instanceof Expr.Binary b
            && b.left().equals(new Expr.Read(v))
            && b.type().equals(v.type());
    return declares
        ? new Stmt.Local(v, Optional.of(value), titled(title))
        : new Stmt.Assign(new Place.Variable(v), value, adds, titled(title));
  }

  private Origin titled(String text) {
    return new Origin(origin.start(), origin.end(), text);
  }
}
