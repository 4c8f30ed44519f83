package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables that hold what an assignment behind them in the same block overwrites: {@code double
 * last = level; ... level = ...;}. Whoever knows {@code last} need not record {@code level}.
 */
public final class OldValues {

  /** None. */
  public static final OldValues NONE = new OldValues();

  private final Map<Stmt, Var> found = new IdentityHashMap<>();

  private OldValues() {}

  /** Those of a function's numbers and truth values. */
  public static OldValues of(Stmt.Block body, Jumps jumps, Assignments assignments) {
    OldValues values = new OldValues();
    new Walker() {
      @Override
      public Void visit(Stmt.Block s) {
        values.search(s.statements(), jumps, assignments);
        return super.visit(s);
      }
    }.walk(body);
    return values;
  }

  /** The variable that holds what an assignment overwrites. */
  public Optional<Var> before(Stmt assignment) {
    return Optional.ofNullable(found.get(assignment));
  }

  private void search(List<Stmt> block, Jumps jumps, Assignments assignments) {
    for (int i = 0; i < block.size(); i++) {
      if (block.get(i) instanceof Stmt.Local l
          && l.init().orElse(null) instanceof Expr.Read r
          && r.type() instanceof Type.Primitive
          && r.type().equals(l.var().type())
          && assignments.isSingle(l.var())) {
        int next = i + 1;
        while (next < block.size()
            && !jumps.mayLeave(block.get(next))
            && !Mentions.writes(block.get(next), r.var())) {
          next++;
        }
        if (next < block.size()
            && block.get(next) instanceof Stmt.Assign a
            && a.target() instanceof Place.Variable v
            && v.var().equals(r.var())) {
          found.putIfAbsent(a, l.var());
        }
      }
    }
  }
}
