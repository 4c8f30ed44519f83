package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashSet;
import java.util.Set;

/**
 * Which variables of array type may hold null at some time: all that are not only ever given new
 * arrays, and the arrays of variables that never hold null.
 */
public final class NullVariables {

  private final Dereferences dereferences;
  private final Summaries summaries;
  private final Set<Var> nullable = new HashSet<>();

  private NullVariables(Dereferences dereferences, Summaries summaries) {
    this.dereferences = dereferences;
    this.summaries = summaries;
  }

  /** The variables of one function. */
  public static NullVariables of(Function f, Dereferences dereferences, Summaries summaries) {
    NullVariables found = new NullVariables(dereferences, summaries);
    for (Var p : f.parameters()) {
      if (dereferences.mayBeNull(new Expr.Read(p))) {
        found.nullable.add(p);
      }
    }
    int before;
    do {
      before = found.nullable.size();
      found.new Assigned().walk(f.body());
    } while (found.nullable.size() != before);
    return found;
  }

  /** True if an array, a variable or a component of one, may be null. */
  public boolean mayBeNull(Expr array) {
    return array instanceof Expr.Read r
        ? nullable.contains(r.var())
        : dereferences.mayBeNull(array);
  }

  private boolean isNullable(Expr value) {
    if (value instanceof Expr.Cast c) {
      return isNullable(c.operand());
    }
    if (value instanceof Expr.Call c) {
      return summaries.mayReturnNull(c.callee());
    }
    boolean isNew = value instanceof Expr.NewArray || value instanceof Expr.ArrayLiteral;
    return value instanceof Expr.Read r ? nullable.contains(r.var()) : !isNew;
  }

  private final class Assigned extends Walker {
    @Override
    public Void visit(Stmt.Local s) {
      if (s.init().isEmpty() || isNullable(s.init().get())) {
        nullable.add(s.var());
      }
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      if (s.target() instanceof Place.Variable v && isNullable(s.value())) {
        nullable.add(v.var());
      }
      return super.visit(s);
    }
  }
}
