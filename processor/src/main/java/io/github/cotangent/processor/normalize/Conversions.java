package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;

/** Java's conversions, where taking an expression apart would lose one. */
final class Conversions {

  private Conversions() {}

  /** The type of {@code left op right} for an operator that has a compound assignment. */
  static Type typeOf(Expr.Binary.Op op, Type left, Type right) {
    Type l = left.unboxed();
    Type r = right.unboxed();
    if (!l.isNumeric()) {
      return l.equals(Type.BOOLEAN) ? l : Type.STRING;
    }
    if (op == Expr.Binary.Op.ADD && !r.isNumeric()) {
      return Type.STRING;
    }
    return switch (op) {
      case SHL, SHR, USHR -> Type.promote(l, Type.INT);
      default -> Type.promote(l, r);
    };
  }

  /**
   * A branch of {@code ?:} or an arm of a switch expression, converted as the whole expression
   * converts it, where the target would convert it otherwise: {@code Object o = c ? 1 : 2.0} boxes
   * a Double. A primitive target gets the branch directly, which is what javac does.
   */
  static Expr branch(Expr branch, Type whole, Type target) {
    boolean differs = target.isReference() && !whole.equals(branch.type());
    boolean primitive = whole instanceof Type.Primitive && branch.type().unboxed().isNumeric();
    return differs && primitive ? new Expr.Cast(whole, branch, Origin.NONE) : branch;
  }

  /** True for a cast of what has a shadow, or of a record, to its own type. */
  static boolean isRedundant(Expr.Cast e) {
    return (e.type() instanceof Type.Array || e.type() instanceof Type.Record || e.type().isValue())
        && e.type().equals(e.operand().type());
  }
}
