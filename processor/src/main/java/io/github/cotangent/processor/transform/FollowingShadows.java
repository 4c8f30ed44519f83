package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Declares the shadows of variables that are assigned more than once, at their final value. Those
 * of a loop with checkpoints are declared anew for each of its steps.
 */
final class FollowingShadows extends Walker {

  private final Assignments assignments;
  private final Activity activity;
  private final ShadowPlan shadows;
  private final Set<Var> used;
  private final List<Stmt> found = new ArrayList<>();

  FollowingShadows(
      Assignments assignments, Activity activity, ShadowPlan shadows, List<Stmt> backward) {
    this.assignments = assignments;
    this.activity = activity;
    this.shadows = shadows;
    this.used = Blocks.used(backward);
  }

  /** The declarations that the backward code needs, for the variables of these statements. */
  List<Stmt> of(List<Stmt> statements) {
    walk(statements);
    return found;
  }

  @Override
  protected void declare(Var v) {
    if (assignments.isSingle(v) || !activity.isActive(Make.read(v))) {
      return;
    }
    for (Stmt s : shadows.declareFollowing(v)) {
      if (used.contains(((Stmt.Local) s).var())) {
        found.add(s);
      }
    }
  }

  /** A step of a loop with checkpoints declares its own. */
  @Override
  protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    if (Stmt.Checkpoint.of(body).isEmpty()) {
      inside.run();
    }
  }
}
