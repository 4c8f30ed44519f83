package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The backward pass of a loop that is not recorded. The forward pass keeps the state at the loop's
 * start and counts the steps. The backward pass puts the state back, and for each step, last to
 * first, runs the loop up to it, keeping states on the way by the schedule of {@code
 * runtime.Checkpoints}; then it runs the step once more, recorded, and goes back through it:
 *
 * <pre>{@code
 * Checkpoints checkpoints = Checkpoints.of(n);
 * double[] xKept = new double[checkpoints.slots()];
 * xKept[0] = xStart;
 * while (checkpoints.back()) {
 *   x = xKept[checkpoints.slot()];
 *   while (checkpoints.advances()) {
 *     if (checkpoints.isDue()) {
 *       xKept[checkpoints.slot()] = x;
 *     }
 *     one step
 *   }
 *   the step, recorded
 *   the step's adjoint
 * }
 * }</pre>
 *
 * <p>So a step is a small function of its own: it has a {@link Storage} of its own, and nothing of
 * its record outlives it.
 */
final class LoopReversal {

  private final Checkpointing facts;
  private final Stmt loop;
  private final LoopState state;
  private final Storage storage;
  private final LoopBounds bounds;
  private final Plan plan;
  private final Optional<CountedLoop> counted;
  private final KeptState kept;
  private final StepShadows shadows;
  private final Var schedule;

  /**
   * Prepares a loop's reversal.
   *
   * @param storage where the state at its start is kept
   */
  LoopReversal(Checkpointing facts, Stmt loop, Storage storage, LoopBounds bounds, Plan plan) {
    this.facts = facts;
    this.loop = loop;
    this.state = facts.state(loop);
    this.storage = storage;
    this.bounds = bounds;
    this.plan = plan;
    this.counted = loop instanceof Stmt.For f ? facts.assignments().counted(f) : Optional.empty();
    Set<Var> derived = new HashSet<>();
    counted.ifPresent(c -> derived.add(c.index()));
    this.kept = new KeptState(facts, loop, storage, plan, derived);
    this.shadows = new StepShadows(facts, loop);
    this.schedule = facts.adjoints().made("checkpoints", Checkpointing.CHECKPOINTS);
  }

  /**
   * The backward code of a loop that no derivative goes through: its start is put back, and shadows
   * follow the variables.
   */
  List<Stmt> withoutAdjoint(Restoring restoring) {
    Set<Var> moved = new LinkedHashSet<>(state.variables());
    moved.removeIf(v -> shadows.followed(v).isEmpty() || kept.isInHeader(v));
    Reads needed = restoring.neededAtStart(loop).and(new Reads(moved, Set.of()));
    List<Stmt> code = kept.restoreStart(needed, false);
    moved.forEach(v -> code.addAll(facts.shadows().follow(v)));
    return code;
  }

  /**
   * The backward code.
   *
   * @param recorded the code of a step that is recorded, and of its adjoint
   */
  List<Stmt> code(List<Stmt> recorded, Restoring restoring) {
    List<Stmt> afterwards = new ArrayList<>();
    List<Stmt> code = new ArrayList<>();
    code.add(new Stmt.Comment(""));
    String text = "adjoint of: " + loop.origin().text() + ", run again step by step";
    code.add(new Stmt.Comment(text, loop.origin()));
    code.add(Make.local(schedule, schedule(afterwards)));
    code.addAll(kept.declare(Make.invoke(Make.read(schedule), "slots", Type.INT)));
    boolean forgets = shadows.areForgotten(recorded);
    if (forgets) {
      code.addAll(shadows.known(kept));
    }
    List<Stmt> step = new ArrayList<>();
    if (forgets) {
      step.add(shadows.remember());
    }
    step.add(new Stmt.Comment("The newest state kept, and on to the step to go back through."));
    counted.ifPresent(c -> step.add(Make.local(c.index(), index(c))));
    step.addAll(kept.restore(slot()));
    step.add(advance());
    step.add(new Stmt.Comment(""));
    step.add(new Stmt.Comment("The step, recorded, and its adjoint."));
    step.addAll(recorded);
    if (forgets) {
      step.add(shadows.forget());
    }
    Expr goesBack = Make.invoke(Make.read(schedule), "back", Type.BOOLEAN);
    code.add(new Stmt.While(goesBack, Stmt.Block.of(step), loop.origin()));
    code.addAll(kept.restoreStart(restoring.neededAtStart(loop), true));
    code.addAll(afterwards);
    return List.of(Stmt.Block.of(code));
  }

  private Expr slot() {
    return Make.invoke(Make.read(schedule), "slot", Type.INT);
  }

  // The schedule

  private Expr schedule(List<Stmt> afterwards) {
    List<Expr> arguments = new ArrayList<>(List.of(steps(afterwards)));
    Stmt.Checkpoint mark = Stmt.Checkpoint.of(Bodies.ofLoop(loop)).orElseThrow();
    mark.snapshots().ifPresent(e -> arguments.add(snapshots(e)));
    return Make.call(
        Checkpointing.CHECKPOINTS, "of", Checkpointing.CHECKPOINTS, List.copyOf(arguments));
  }

  /** How many steps the loop took: known, or counted as it ran. */
  private Expr steps(List<Stmt> afterwards) {
    boolean early = facts.jumps().leavesEarly(loop, Bodies.ofLoop(loop));
    if (counted.filter(CountedLoop::isExact).isPresent() && !early) {
      return bounds.trips(counted.get());
    }
    RecordedControl steps =
        storage.control("steps", Type.INT, kept -> explained(Reason.of(Why.ROUNDS, kept)));
    plan.before(loop, steps.begin(Make.literal(0), true));
    plan.eachStep(loop, List.of(steps.increment()));
    afterwards.addAll(steps.end());
    return steps.get();
  }

  private Expr snapshots(Expr e) {
    if (facts.assignments().isStable(e, facts.regions())) {
      return e;
    }
    Recorded number =
        storage.value("snapshots", Type.INT, kept -> explained(Reason.of(Why.SNAPSHOTS, kept)));
    plan.before(loop, List.of(number.store(e)));
    return number.load();
  }

  private Explanation explained(Reason reason) {
    return Explanation.of(loop.origin(), loop.origin().text(), reason);
  }

  /** The index of a counted loop, where a state was just put back. */
  private Expr index(CountedLoop c) {
    return bounds.indexAt(c, Make.invoke(Make.read(schedule), "step", Type.INT));
  }

  // Running again

  private Stmt advance() {
    Expr isDue = Make.invoke(Make.read(schedule), "isDue", Type.BOOLEAN);
    Stmt keeps =
        new Stmt.If(isDue, Stmt.Block.of(kept.keep(slot())), Stmt.Block.EMPTY, loop.origin());
    List<Stmt> body = new ArrayList<>(List.of(keeps));
    String label = facts.labels().advance();
    body.addAll(
        ForwardSweep.unrecorded(Bodies.ofLoop(state.loop()).statements(), facts, storage, label));
    Expr advances = Make.invoke(Make.read(schedule), "advances", Type.BOOLEAN);
    return Rerun.loop(facts.jumps(), loop, advances, LoopState.update(state.loop()), body, label);
  }
}
