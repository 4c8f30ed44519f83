package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Renaming;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a value one name where it gets two in a row, and both stay what they are:
 *
 * <pre>{@code
 * double dNumerator = dz / y;
 * double dx = dNumerator;            double dx = dz / y;
 * dy -= dNumerator * z;              dy -= dx * z;
 * }</pre>
 *
 * <p>Only of the derivative's own variables, and only where the first is not heard of after the
 * adjoint of its statement.
 */
public final class SecondNames extends Rewriter {

  private SecondNames() {}

  /** The code with one name for such a value. */
  public static List<Stmt> join(List<Stmt> code) {
    return new SecondNames().stmts(code);
  }

  @Override
  public List<Stmt> stmts(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>(super.stmts(statements));
    for (int i = 0; i + 1 < out.size(); i++) {
      if (out.get(i) instanceof Stmt.Local first
          && out.get(i + 1) instanceof Stmt.Local second
          && isCopy(first, second)
          && areConstant(first.var(), second.var(), out.subList(i + 2, out.size()))) {
        List<Stmt> rest = List.copyOf(out.subList(i + 2, out.size()));
        out.subList(i, out.size()).clear();
        out.add(new Stmt.Local(second.var(), first.init(), first.origin()));
        out.addAll(Renaming.apply(rest, Map.of(first.var(), second.var())));
      }
    }
    return out;
  }

  private static boolean isCopy(Stmt.Local first, Stmt.Local second) {
    return !first.origin().isInSource()
        && !second.origin().isInSource()
        && first.init().isPresent()
        && first.var().type().isScalar()
        && first.var().type().equals(second.var().type())
        && second.init().equals(Optional.of(new Expr.Read(first.var())));
  }

  /** True if both keep their value until the next comment, after which the first is not read. */
  private static boolean areConstant(Var first, Var second, List<Stmt> rest) {
    boolean isOver = false;
    for (Stmt s : rest) {
      isOver |= s instanceof Stmt.Comment;
      boolean isWritten = Mentions.writes(s, first) || !isOver && Mentions.writes(s, second);
      if (isWritten || isOver && Mentions.reads(s, first)) {
        return false;
      }
    }
    return true;
  }
}
