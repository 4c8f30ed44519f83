package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.Effects;
import io.github.cotangent.processor.analysis.Unrepeatable;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import java.util.HashSet;
import java.util.Set;

/** Refuses in loops with checkpoints what cannot be repeated. */
final class Repeatable extends Unrepeatable {

  private final Effects effects;
  private final Problems problems;
  private final Set<Origin> reported = new HashSet<>();
  private int loops;

  Repeatable(LocalMethods methods, Problems problems) {
    this.effects = new Effects(methods, true);
    this.problems = problems;
  }

  /** Reports what cannot be repeated in a function's loops with checkpoints. */
  void check(Function f) {
    walk(f.body());
  }

  @Override
  protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    boolean isMarked = Stmt.Checkpoint.of(body).isPresent();
    loops += isMarked ? 1 : 0;
    inside.run();
    loops -= isMarked ? 1 : 0;
  }

  @Override
  protected boolean isRepeatable(Expr.Call e) {
    return loops == 0 || effects.isRepeatable(e);
  }

  @Override
  protected void found(Stmt.Verbatim s) {
    refuse("'" + s.origin().text() + "'", s.origin(), "Move it out of the loop.");
  }

  @Override
  protected void found(Expr e) {
    if (e instanceof Expr.Field f) {
      refuse(
          "the field '" + f.name() + "'", f.origin(), "Read it into a variable before the loop.");
    } else if (e instanceof Expr.Call c) {
      String remedy =
          c.callee().kind() == Callee.Kind.LINKED
              ? "Move the method into this class, where it can be looked into."
              : "Call it outside of the loop.";
      refuse("'" + c.callee().name() + "'", c.origin(), remedy);
    } else {
      refuse("what is written here", ((Expr.Opaque) e).origin(), "Evaluate it before the loop.");
    }
  }

  private void refuse(String what, Origin at, String remedy) {
    if (loops > 0 && reported.add(at)) {
      problems.report(ErrorId.UNREPEATABLE_LOOP, at, what, remedy);
    }
  }
}
