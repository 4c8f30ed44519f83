package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.Optional;

/** Variables that some statements only add to: {@code s = s + e}, {@code s -= e}. */
public final class Sums {

  private Sums() {}

  /** What keeps a variable from being a {@linkplain #isSum sum}, if anything does. */
  public static Optional<Reason> hindrance(Var v, Stmt statements) {
    if (isSum(v, statements)) {
      return Optional.empty();
    }
    if (!isNumber(v)) {
      return Optional.of(Reason.of(Why.NO_SUM_TYPE, v));
    }
    Stmt other = Innermost.of(statements, s -> !isSum(v, s));
    return Optional.of(Reason.at(other.origin(), Why.NOT_A_SUM, v, other.origin().text()));
  }

  /** True if the statements do nothing with the variable but add to it; it is a real number. */
  public static boolean isSum(Var v, Stmt statements) {
    if (!isNumber(v)) {
      return false;
    }
    return !new Search() {
      @Override
      public Void visit(Stmt.Assign s) {
        if (s.target() instanceof Place.Variable t && t.var().equals(v) && adds(s.value(), v)) {
          return null;
        }
        return super.visit(s);
      }

      @Override
      protected void read(Var x) {
        foundIf(x.equals(v));
      }

      @Override
      protected void write(Var x) {
        foundIf(x.equals(v));
      }
    }.in(statements);
  }

  private static boolean isNumber(Var v) {
    return v.type().equals(Type.DOUBLE) || v.type().equals(Type.FLOAT);
  }

  private static boolean adds(Expr e, Var v) {
    if (e instanceof Expr.Read r) {
      return r.var().equals(v);
    }
    if (e instanceof Expr.Cast c) {
      return c.type().equals(v.type()) && adds(c.operand(), v);
    }
    if (!(e instanceof Expr.Binary b)) {
      return false;
    }
    boolean onLeft = !Mentions.reads(b.right(), v) && adds(b.left(), v);
    boolean onRight = !Mentions.reads(b.left(), v) && adds(b.right(), v);
    return b.op() == Expr.Binary.Op.ADD && (onLeft || onRight)
        || b.op() == Expr.Binary.Op.SUB && onLeft;
  }
}
