package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.Effects;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses in loops with checkpoints what may do something else when it runs again, or something
 * that can be seen from outside: calls that are not known to be free of effects, fields that
 * change, and whatever is carried over unread.
 */
final class Repeatable extends Walker {

  private final Effects effects;
  private final Problems problems;
  private final Set<Origin> reported = new HashSet<>();
  private int loops;

  Repeatable(LocalMethods methods, Problems problems) {
    this.effects = new Effects(methods::body, true);
    this.problems = problems;
  }

  /** Reports what cannot be repeated in a function's loops with checkpoints. */
  void check(Function f) {
    walk(f.body());
  }

  private Void loop(Stmt.Block body, Runnable visit) {
    boolean isMarked = Stmt.Checkpoint.of(body).isPresent();
    loops += isMarked ? 1 : 0;
    visit.run();
    loops -= isMarked ? 1 : 0;
    return null;
  }

  @Override
  public Void visit(Stmt.For s) {
    return loop(s.body(), () -> super.visit(s));
  }

  @Override
  public Void visit(Stmt.While s) {
    return loop(s.body(), () -> super.visit(s));
  }

  @Override
  public Void visit(Stmt.DoWhile s) {
    return loop(s.body(), () -> super.visit(s));
  }

  /** What throws does not run a second time: the gradient has thrown. */
  @Override
  public Void visit(Stmt.Throw s) {
    return null;
  }

  @Override
  public Void visit(Stmt.Assert s) {
    walk(s.test());
    return null;
  }

  /** It runs in the backward pass only, once for each step. */
  @Override
  public Void visit(Stmt.Surgery s) {
    return null;
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    refuse("'" + s.origin().text() + "'", s.origin(), "Move it out of the loop.");
    return null;
  }

  @Override
  public Void visit(Expr.Opaque e) {
    refuse("what is written here", e.origin(), "Evaluate it before the loop.");
    return null;
  }

  @Override
  public Void visit(Expr.Field e) {
    if (!e.isFinal()) {
      refuse(
          "the field '" + e.name() + "'", e.origin(), "Read it into a variable before the loop.");
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Call e) {
    if (loops > 0 && !effects.isRepeatable(e)) {
      String remedy =
          e.callee().kind() == Callee.Kind.LINKED
              ? "Move the method into this class, where it can be looked into."
              : "Call it outside of the loop.";
      refuse("'" + e.callee().name() + "'", e.origin(), remedy);
    }
    return super.visit(e);
  }

  private void refuse(String what, Origin at, String remedy) {
    if (loops > 0 && reported.add(at)) {
      problems.report(ErrorId.UNREPEATABLE_LOOP, at, what, remedy);
    }
  }
}
