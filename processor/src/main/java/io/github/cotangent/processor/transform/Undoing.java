package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.Optional;

/**
 * Undoes what a step of a whole number did, where that needs no record: {@code next++} by {@code
 * next--}. It is exact, as sums of {@code int} and {@code long} go round when they overflow.
 */
final class Undoing {

  private final Assignments assignments;
  private final Regions regions;
  private final boolean enabled;

  /**
   * Undoes steps.
   *
   * @param enabled false to record the old values instead
   */
  Undoing(Assignments assignments, Regions regions, boolean enabled) {
    this.assignments = assignments;
    this.regions = regions;
    this.enabled = enabled;
  }

  /** The statement that undoes a step; empty where the old value must be saved. */
  Optional<Stmt> of(Stmt s) {
    if (!enabled
        || !(s instanceof Stmt.Assign a)
        || !(a.target() instanceof Place.Variable v)
        || !(a.value() instanceof Expr.Binary sum)
        || !isWhole(v.type())
        || !sum.left().equals(Make.read(v.var()))
        || !sum.type().equals(v.type())
        || !assignments.isStable(sum.right(), regions)) {
      return Optional.empty();
    }
    return opposite(sum.op())
        .map(op -> new Expr.Binary(op, sum.left(), sum.right(), sum.type()))
        .map(e -> new Stmt.Assign(v, e, true, Origin.NONE));
  }

  /** What undoing reads besides the variable itself; empty where the old value must be saved. */
  Optional<Reads> reads(Stmt s) {
    return of(s)
        .map(undone -> Reads.of(((Expr.Binary) ((Stmt.Assign) undone).value()).right(), regions));
  }

  /** What is said of a step that is undone. */
  static Explanation explained(Stmt s, Stmt undone) {
    return Explanation.of(s.origin(), s.origin().text(), Reason.of(Why.UNDONE, undone));
  }

  private static boolean isWhole(Type type) {
    return type.equals(Type.INT) || type.equals(Type.LONG);
  }

  private static Optional<Expr.Binary.Op> opposite(Expr.Binary.Op op) {
    if (op == Expr.Binary.Op.ADD) {
      return Optional.of(Expr.Binary.Op.SUB);
    }
    return op == Expr.Binary.Op.SUB ? Optional.of(Expr.Binary.Op.ADD) : Optional.empty();
  }
}
