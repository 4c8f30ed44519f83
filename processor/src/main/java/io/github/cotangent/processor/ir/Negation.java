package io.github.cotangent.processor.ir;

/** {@code !test}, written as a person would: {@code i >= n} for {@code !(i < n)}. */
public final class Negation {

  private Negation() {}

  /** The opposite; comparisons of floating-point numbers stay, because of NaN. */
  public static Expr of(Expr test) {
    if (test instanceof Expr.Unary u && u.op() == Expr.Unary.Op.NOT) {
      return u.operand();
    }
    if (test instanceof Expr.Binary b) {
      Expr.Binary.Op opposite = opposite(b);
      if (opposite != b.op()) {
        return new Expr.Binary(opposite, b.left(), b.right(), Type.BOOLEAN);
      }
    }
    return new Expr.Unary(Expr.Unary.Op.NOT, test, Type.BOOLEAN);
  }

  /** The operator of the negated comparison; the same one where there is none. */
  private static Expr.Binary.Op opposite(Expr.Binary b) {
    boolean ordered = b.left().type().isIntegral() && b.right().type().isIntegral();
    return switch (b.op()) {
      case EQ -> Expr.Binary.Op.NE;
      case NE -> Expr.Binary.Op.EQ;
      case LT -> ordered ? Expr.Binary.Op.GE : b.op();
      case GE -> ordered ? Expr.Binary.Op.LT : b.op();
      case GT -> ordered ? Expr.Binary.Op.LE : b.op();
      case LE -> ordered ? Expr.Binary.Op.GT : b.op();
      default -> b.op();
    };
  }
}
