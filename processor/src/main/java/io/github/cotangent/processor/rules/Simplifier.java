package io.github.cotangent.processor.rules;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Expr.Unary;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;

/**
 * Products and sums of adjoints, as a person would write them: {@code dy * 2 * x}, {@code dy / b},
 * {@code -dy * a / (b * b)}.
 *
 * <p>Only what is exact for every value is left out: a factor 1, a double minus, the literal zero
 * that an adjoint starts with, and a product of two literals that needs no rounding. Products of
 * the user's values are never folded: {@code 0 * e} is NaN for an infinite {@code e}.
 */
public final class Simplifier {

  private Simplifier() {}

  /**
   * The product of a seed and a partial; the seed stands first, the partial's factors behind it.
   */
  public static Expr times(Expr a, Expr b) {
    Type type = Type.promote(a.type(), b.type());
    if (Numbers.is(a, 1) && Type.promote(b.type(), Type.INT).equals(type)) {
      return b;
    }
    if (Numbers.is(a, 1) && b instanceof Expr.Literal && Numbers.valueOf(b).isPresent()) {
      return Numbers.literal(Numbers.valueOf(b).getAsDouble(), type);
    }
    if (Numbers.is(b, 1) && a.type().equals(type)) {
      return a;
    }
    if (Numbers.is(a, -1) && b.type().equals(type) && type.isScalar()) {
      return negate(b);
    }
    if (Numbers.isInteger(a) && Numbers.isInteger(b)) {
      return Numbers.integer(value(a) * value(b));
    }
    if (Numbers.isExactProduct(a, b) && type.equals(Type.DOUBLE)) {
      return Numbers.literal(value(a) * value(b), type);
    }
    if (b instanceof Unary u && u.op() == Unary.Op.MINUS && isScalarOrLiteral(u.operand())) {
      return times(negate(a), u.operand());
    }
    if (isNegative(b) && b.type().isScalar() && !(b instanceof Unary)) {
      return times(negate(a), negate(b));
    }
    if (isReciprocal(a) && a.type().equals(type) && !isReciprocal(b)) {
      Expr divisor = ((Expr.Binary) a).right();
      return divide(widened(b, divisor, type), divisor);
    }
    // A product of a narrower type has been rounded, or has wrapped: it stays together. Nor is one
    // made here, as of 2 and an int.
    if (b instanceof Expr.Binary p
        && p.type().equals(type)
        && type.isScalar()
        && isAsWide(a, p.left(), type)) {
      if (p.op() == Op.MUL) {
        return times(times(a, p.left()), p.right());
      }
      if (p.op() == Op.DIV) {
        return divide(times(a, p.left()), p.right());
      }
    }
    return joined(Op.MUL, a, b);
  }

  private static boolean isAsWide(Expr a, Expr b, Type type) {
    return Type.promote(a.type(), b.type()).equals(type)
        || Numbers.isInteger(a) && Numbers.isInteger(b);
  }

  private static double value(Expr literal) {
    return Numbers.valueOf(literal).getAsDouble();
  }

  /** A sum or product; of two factors that need widening, the first keeps its cast. */
  private static Expr joined(Op op, Expr a, Expr b) {
    Type type = Type.promote(a.type(), b.type());
    if (b instanceof Expr.Cast c && isImplied(c, a)) {
      return new Expr.Binary(op, a, c.operand(), type);
    }
    return a instanceof Expr.Cast c && isImplied(c, b)
        ? new Expr.Binary(op, c.operand(), b, type)
        : new Expr.Binary(op, a, b, type);
  }

  /** True for a cast that promotion does anyway beside another operand: it only widens. */
  private static boolean isImplied(Expr.Cast c, Expr other) {
    Type type = Type.promote(other.type(), c.operand().type());
    return type.isScalar() && type.equals(c.type());
  }

  /** {@code 100.0} for {@code 100} above an int: two integers would be divided as such. */
  private static Expr widened(Expr dividend, Expr divisor, Type type) {
    if (Type.promote(dividend.type(), divisor.type()).equals(type)) {
      return dividend;
    }
    return dividend instanceof Expr.Literal && Numbers.valueOf(dividend).isPresent()
        ? Numbers.literal(value(dividend), type)
        : new Expr.Cast(type, dividend, Origin.NONE);
  }

  private static boolean isReciprocal(Expr e) {
    return e instanceof Expr.Binary q
        && q.type().isScalar()
        && q.op() == Op.DIV
        && Numbers.is(q.left(), 1);
  }

  /** The quotient of two adjoint expressions. */
  private static Expr divide(Expr a, Expr b) {
    Type type = Type.promote(a.type(), b.type());
    if (Numbers.is(b, 1) && a.type().equals(type)) {
      return a;
    }
    Expr rest = type.isScalar() ? without(a, b, type) : null;
    return rest != null ? rest : new Expr.Binary(Op.DIV, a, b, type);
  }

  /** {@code dy * x} for {@code dy * 2 * x} without the factor {@code 2.0}; or null. */
  private static Expr without(Expr product, Expr factor, Type type) {
    if (!(product instanceof Expr.Binary p) || p.op() != Op.MUL || !p.type().equals(type)) {
      return null;
    }
    if (Numbers.isSame(p.left(), factor) && p.right().type().equals(type)) {
      return p.right();
    }
    if (Numbers.isSame(p.right(), factor) && p.left().type().equals(type)) {
      return p.left();
    }
    Expr left = without(p.left(), factor, type);
    return left == null ? null : new Expr.Binary(Op.MUL, left, p.right(), type);
  }

  /** The sum of two adjoint expressions. */
  public static Expr plus(Expr a, Expr b) {
    Type type = Type.promote(a.type(), b.type());
    if (Numbers.is(a, 0) && b.type().equals(type)) {
      return b;
    }
    if (Numbers.is(b, 0) && a.type().equals(type)) {
      return a;
    }
    if (Numbers.isInteger(a) && Numbers.isInteger(b)) {
      return Numbers.integer(value(a) + value(b));
    }
    if ((a.equals(b) || isSwapped(a, b)) && type.isScalar()) {
      return times(Numbers.literal(2, Type.INT), b);
    }
    if (a instanceof Expr.Binary s && s.op() == Op.ADD && type.isScalar()) {
      if ((s.right().equals(b) || isSwapped(s.right(), b)) && s.type().equals(type)) {
        return plus(s.left(), plus(s.right(), b));
      }
    }
    if (isNegative(b) && isScalarOrLiteral(b)) {
      return new Expr.Binary(Op.SUB, a, negate(b), type);
    }
    return joined(Op.ADD, a, b);
  }

  /** True for {@code x * y} and {@code y * x}, which round alike. */
  private static boolean isSwapped(Expr a, Expr b) {
    return a instanceof Expr.Binary p
        && b instanceof Expr.Binary q
        && p.op() == Op.MUL
        && q.op() == Op.MUL
        && p.left().equals(q.right())
        && p.right().equals(q.left());
  }

  /** The negation; a minus that is there already goes. */
  public static Expr negate(Expr e) {
    if (e instanceof Unary u && u.op() == Unary.Op.MINUS) {
      return u.operand();
    }
    if (e instanceof Expr.Binary b && isScalarProduct(b)) {
      return new Expr.Binary(b.op(), negate(b.left()), b.right(), b.type());
    }
    return new Unary(Unary.Op.MINUS, e, Type.promote(e.type(), Type.INT));
  }

  /**
   * True where an expression begins with a minus, so that {@code dx += e} reads better as {@code dx
   * -= negate(e)}.
   */
  public static boolean isNegative(Expr e) {
    if (e instanceof Unary u) {
      return u.op() == Unary.Op.MINUS;
    }
    return e instanceof Expr.Binary b && isScalarProduct(b) && isNegative(b.left());
  }

  /** True for a product or quotient whose first operand can take a minus. */
  private static boolean isScalarProduct(Expr.Binary b) {
    return b.type().isScalar()
        && (b.op() == Op.MUL || b.op() == Op.DIV)
        && isScalarOrLiteral(b.left());
  }

  // The negation of the smallest int is itself: a minus moves only where there is none such.
  private static boolean isScalarOrLiteral(Expr e) {
    return e.type().isScalar() || Numbers.valueOf(e).isPresent();
  }
}
