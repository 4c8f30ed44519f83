package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Sums of ints in which the number of a named constant stands, worked out:
 *
 * <pre>{@code
 * camera[RADIAL + 1]      camera[9 + 1]      becomes    camera[10]
 * camera[ROTATION + i]    camera[0 + i]                 camera[i]
 * }</pre>
 *
 * <p>Where the name explained the sum, its number does not. A sum of numbers that the user wrote
 * stays.
 */
final class ConstantSums {

  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,9}");

  private ConstantSums() {}

  /**
   * The sum, or what is the same.
   *
   * @param source as it was written
   * @param sum with the numbers of constants for their names
   */
  static Expr fold(BinaryExpr source, Expr sum) {
    boolean isSum =
        sum instanceof Expr.Binary b
            && (b.op() == Expr.Binary.Op.ADD || b.op() == Expr.Binary.Op.SUB)
            && b.left().type().equals(Type.INT)
            && b.right().type().equals(Type.INT);
    return isSum ? fold(source, (Expr.Binary) sum) : sum;
  }

  private static Expr fold(BinaryExpr source, Expr.Binary sum) {
    boolean isDifference = sum.op() == Expr.Binary.Op.SUB;
    OptionalInt left = value(sum.left());
    OptionalInt right = value(sum.right());
    boolean isLeftNamed = left.isPresent() && isNamed(source.getLeft());
    boolean isRightNamed = right.isPresent() && isNamed(source.getRight());
    if (left.isPresent() && right.isPresent() && (isLeftNamed || isRightNamed)) {
      int y = isDifference ? -right.getAsInt() : right.getAsInt();
      return Literals.constant(left.getAsInt() + y, Type.INT); // As Java does it, wrapped.
    }
    if (isRightNamed && right.getAsInt() == 0) {
      return sum.left();
    }
    return isLeftNamed && left.getAsInt() == 0 && !isDifference ? sum.right() : sum;
  }

  /** True for what has become a number, but was not written as one. */
  private static boolean isNamed(Expression e) {
    if (e instanceof EnclosedExpr inner) {
      return isNamed(inner.getInner());
    }
    return e instanceof UnaryExpr u ? isNamed(u.getExpression()) : !(e instanceof LiteralExpr);
  }

  private static OptionalInt value(Expr e) {
    boolean isNegative = e instanceof Expr.Unary u && u.op() == Expr.Unary.Op.MINUS;
    Expr size = isNegative ? ((Expr.Unary) e).operand() : e;
    if (!(size instanceof Expr.Literal l)
        || !l.type().equals(Type.INT)
        || !DECIMAL.matcher(l.text()).matches()) {
      return OptionalInt.empty();
    }
    long value = Long.parseLong(l.text());
    return value > Integer.MAX_VALUE
        ? OptionalInt.empty()
        : OptionalInt.of((int) (isNegative ? -value : value));
  }
}
