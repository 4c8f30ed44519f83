package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;

/**
 * Finds the values that depend on an independent and become a reference of a wider type: the
 * compiler follows nothing through that.
 */
final class Widening {

  private final Facts facts;
  private final Problems problems;

  Widening(Facts facts, Problems problems) {
    this.facts = facts;
    this.problems = problems;
  }

  /** {@code (Object) x}. */
  void ofCast(Expr.Cast e) {
    boolean leaves = e.type().isReference() && !e.type().isDifferentiable();
    if (leaves && facts.isVaried(e.operand())) {
      problems.report(ErrorId.ACTIVE_ESCAPES, e.origin(), article(e.type()));
    }
  }

  /** {@code Object[] rows = matrix}, without a cast. Returns true where that was reported. */
  boolean of(Expr value, Type target, Origin at) {
    boolean wider =
        target.isReference() && !target.isDifferentiable() && value.type().isDifferentiable();
    boolean reported = value instanceof Expr.Cast || value instanceof Expr.Opaque;
    if (!wider || reported || !facts.isVaried(value)) {
      return false;
    }
    problems.report(ErrorId.ACTIVE_ESCAPES, at, article(target));
    return true;
  }

  private static String article(Type type) {
    Type.ClassType leaf = (Type.ClassType) type.leaf();
    String name = leaf.simpleName();
    String whole = name + "[]".repeat(type.rank());
    return ("AEIOU".indexOf(whole.charAt(0)) >= 0 ? "an " : "a ") + whole;
  }
}
