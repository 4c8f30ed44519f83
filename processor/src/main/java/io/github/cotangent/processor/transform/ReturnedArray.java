package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.LoopLocals;
import io.github.cotangent.processor.analysis.RenewedArrays;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The variable whose shadow simply is the adjoint of the result:
 *
 * <pre>{@code
 * double[] y = new double[n];
 * y[0] = x;                       // dx += dy[0], where dy is what the caller gives
 * return y;
 * }</pre>
 *
 * <p>It is the only one that is ever returned, and leads to an array made in the function, outside
 * of loops, that is exchanged for new ones only.
 */
final class ReturnedArray {

  private ReturnedArray() {}

  static Optional<Var> of(
      Function f, Assignments assignments, RenewedArrays renewed, Summaries summaries) {
    if (!(f.result() instanceof Type.Array) || f.result().holdsValue()) {
      return Optional.empty();
    }
    Set<Expr> returned = returned(f);
    return returned.size() == 1 && returned.iterator().next() instanceof Expr.Read r
        ? Optional.of(r.var())
            .filter(v -> !LoopLocals.of(f.body()).contains(v))
            .filter(v -> assignments.isSingle(v) || renewed.contains(v))
            .filter(v -> assignments.declaration(v) != null)
            .filter(v -> summaries.isFresh(assignments.declaration(v).init().orElseThrow()))
        : Optional.empty();
  }

  private static Set<Expr> returned(Function f) {
    Set<Expr> all = new HashSet<>();
    new Walker() {
      @Override
      public Void visit(Stmt.Return s) {
        s.value().ifPresent(all::add);
        return super.visit(s);
      }
    }.walk(f.body());
    return all;
  }
}
