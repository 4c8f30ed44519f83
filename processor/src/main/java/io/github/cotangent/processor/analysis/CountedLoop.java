package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.Optional;

/**
 * A loop over an {@code int} index that only the loop itself changes, by a constant step, up or
 * down to a bound: {@code for (int i = start; i < bound; i += step)}. Such a loop can be run
 * backward by its index.
 *
 * @param index the loop's variable
 * @param start its first value, stable
 * @param bound what it is compared with
 * @param inclusive true for {@code <=} and {@code >=}
 * @param step never zero; negative for a descending loop
 * @param isExact false where the bound may change: the loop runs backward from the index that it
 *     was seen to reach, and its length is not known before it runs
 */
public record CountedLoop(
    Var index, Expr start, Expr bound, boolean inclusive, int step, boolean isExact) {

  /** The counted form of a loop, if it has one; an early exit does not prevent it. */
  public static Optional<CountedLoop> of(Stmt.For loop, Assignments facts, Regions regions) {
    if (loop.init().size() != 1
        || !(loop.init().get(0) instanceof Stmt.Local l)
        || !l.var().type().equals(Type.INT)
        || l.init().isEmpty()
        || loop.update().size() != 1
        || !(loop.test() instanceof Expr.Binary test)
        || !(test.left() instanceof Expr.Read read)
        || !read.var().equals(l.var())) {
      return Optional.empty();
    }
    Var index = l.var();
    int step = step(loop.update().get(0), index);
    boolean up = test.op() == Expr.Binary.Op.LT || test.op() == Expr.Binary.Op.LE;
    boolean down = test.op() == Expr.Binary.Op.GT || test.op() == Expr.Binary.Op.GE;
    boolean inclusive = test.op() == Expr.Binary.Op.LE || test.op() == Expr.Binary.Op.GE;
    boolean moves = up && step > 0 || down && step < 0;
    if (!moves || !facts.isStable(l.init().get(), regions) || assigns(loop.body(), index)) {
      return Optional.empty();
    }
    boolean isExact = isInt(test.right()) && facts.isStable(test.right(), regions);
    return Optional.of(
        new CountedLoop(index, l.init().get(), test.right(), inclusive, step, isExact));
  }

  /** A bound of a wider type than int could hold a count that no int index reaches. */
  private static boolean isInt(Expr bound) {
    return bound.type().isIntegral() && !bound.type().equals(Type.LONG);
  }

  private static boolean assigns(Stmt body, Var index) {
    boolean[] found = new boolean[1];
    new Walker() {
      @Override
      protected void write(Var v) {
        found[0] |= v.equals(index);
      }
    }.walk(body);
    return found[0];
  }

  private static int step(Stmt update, Var index) {
    if (update instanceof Stmt.Assign a
        && a.target() instanceof Place.Variable v
        && v.var().equals(index)
        && a.value() instanceof Expr.Binary b
        && b.left() instanceof Expr.Read r
        && r.var().equals(index)
        && b.right() instanceof Expr.Literal by
        && by.type().equals(Type.INT)
        && by.text().matches("[1-9][0-9]{0,5}")) {
      int size = Integer.parseInt(by.text());
      if (b.op() == Expr.Binary.Op.ADD) {
        return size;
      }
      if (b.op() == Expr.Binary.Op.SUB) {
        return -size;
      }
    }
    return 0;
  }
}
