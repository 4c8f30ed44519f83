package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Type;
import java.util.Set;
import java.util.function.Predicate;

/** Tells whether an expression can be left out if its value is not needed. */
public final class Purity {

  /** Of {@code Math}: what gives another number each time, and what throws where min &gt; max. */
  private static final Set<String> OTHERS = Set.of("random", "clamp");

  private Purity() {}

  /**
   * True if evaluating the expression has no effect and cannot throw.
   *
   * @param cannotFail what is known not to fail, or to fail elsewhere in the same way: array
   *     elements that exist, components of records that do
   */
  public static boolean isDroppable(Expr e, Predicate<Expr> cannotFail) {
    return !new Search() {
      @Override
      public Void visit(Expr.Element x) {
        if (!cannotFail.test(x)) {
          return found();
        }
        return super.visit(x);
      }

      @Override
      public Void visit(Expr.Binary b) {
        boolean divides = b.op() == Expr.Binary.Op.DIV || b.op() == Expr.Binary.Op.REM;
        boolean mayFail = divides && b.type().isIntegral() && !isPositive(b.right());
        boolean isText = b.type().equals(Type.STRING);
        return mayFail || isText ? found() : super.visit(b);
      }

      @Override
      public Void visit(Expr.Call c) {
        boolean isReal = c.type().isScalar() || c.callee().name().equals("round");
        boolean isScalarMath = c.callee().kind() == Callee.Kind.MATH && isReal;
        boolean isOther = OTHERS.contains(c.callee().name());
        return isScalarMath && !isOther ? super.visit(c) : found();
      }

      @Override
      public Void visit(Expr.Cast c) {
        return c.type() instanceof Type.Primitive && c.operand().type() instanceof Type.Primitive
            ? super.visit(c)
            : found();
      }

      @Override
      public Void visit(Expr.Length x) {
        return cannotFail.test(x) ? super.visit(x) : found();
      }

      @Override
      public Void visit(Expr.Component x) {
        return isOfWhole(x) || cannotFail.test(x) ? super.visit(x) : found();
      }

      @Override
      public Void visit(Expr.Field x) {
        return x.receiver() == null && x.isFinal() ? null : found();
      }

      @Override
      public Void visit(Expr.NewArray x) {
        return found();
      }

      @Override
      public Void visit(Expr.NewRecord x) {
        return super.visit(x);
      }

      @Override
      public Void visit(Expr.Opaque x) {
        return found();
      }
    }.in(e);
  }

  private static boolean isPositive(Expr divisor) {
    return divisor instanceof Expr.Literal l
        && l.text().charAt(0) >= '1'
        && l.text().charAt(0) <= '9';
  }

  /** True for a part of a constant with no null in it. */
  private static boolean isOfWhole(Expr.Component e) {
    return e.record() instanceof Expr.Component inner
        ? isOfWhole(inner)
        : e.record() instanceof Expr.Field f && f.isWhole();
  }
}
