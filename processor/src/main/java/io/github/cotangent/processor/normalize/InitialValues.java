package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a first value to variables whose definite assignment hung on the flow inside a condition
 * that is now an {@code if}. The value is never read.
 *
 * <p>Before: {@code int k; if (n > 0 && (k = f(n)) > 1) return k;}, where {@code &&} has become an
 * {@code if}. After: {@code int k = 0; ...}
 */
final class InitialValues extends Rewriter {

  private final Set<Var> vars;

  InitialValues(Set<Var> vars) {
    this.vars = vars;
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    boolean wanted = s.init().isEmpty() && vars.contains(s.var());
    return wanted
        ? List.of(new Stmt.Local(s.var(), Optional.of(zero(s.var().type())), s.origin()))
        : super.visit(s);
  }

  private static Expr zero(Type t) {
    if (t.equals(Type.BOOLEAN)) {
      return new Expr.Literal(t, "false");
    }
    if (t.isReference()) {
      return new Expr.Literal(t, "null");
    }
    String zero = t.equals(Type.DOUBLE) ? "0.0" : t.equals(Type.FLOAT) ? "0.0f" : "0";
    return new Expr.Literal(t, zero);
  }
}
