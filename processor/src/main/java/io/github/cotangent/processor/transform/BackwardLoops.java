package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.LoopLocals;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A loop, backward: as many rounds as it ran, last to first. A counted loop is run by its index,
 * from its bound, or from the last index that was seen where that may be another; of any other loop
 * the rounds are counted:
 *
 * <pre>{@code
 * while (r > 1.0) {            trips++;
 *   r = r / 2;                 r = r / 2;
 * }                            ...
 *                              for (int trip = trips; trip > 0; trip--) {
 *                                dr = dr / 2;
 *                              }
 * }</pre>
 *
 * <p>A loop that is run again instead of being recorded is swept step by step.
 */
final class BackwardLoops {

  private final BackwardSweep.Shared shared;
  private final Jumps jumps;
  private final Assignments assignments;
  private final LoopBounds bounds;
  private final Storage storage;
  private final Plan plan;
  private final Blocks blocks;
  private final Restoring restoring;
  private final Checkpointing checkpointing;
  private final LoopReasons reasons;
  private final BackwardSweep sweep;

  /**
   * The loops in what is swept.
   *
   * @param storage where its values are recorded
   * @param sweep makes the adjoints of what stands in the loops
   */
  BackwardLoops(BackwardSweep.Shared shared, Storage storage, BackwardSweep sweep) {
    this.shared = shared;
    this.jumps = shared.jumps();
    this.assignments = shared.primal().assignments();
    this.bounds = shared.bounds();
    this.storage = storage;
    this.plan = shared.plan();
    this.blocks = shared.blocks();
    this.restoring = shared.restoring();
    this.checkpointing = shared.checkpointing();
    this.reasons = new LoopReasons(jumps, assignments, checkpointing);
    this.sweep = sweep;
  }

  /** The adjoint of a loop. */
  List<Stmt> of(Stmt loop) {
    if (checkpointing.contains(loop)) {
      return again(loop);
    }
    return loop instanceof Stmt.For f
        ? forLoop(f)
        : loop(loop, () -> sweep.block(Bodies.ofLoop(loop).statements()));
  }

  private List<Stmt> forLoop(Stmt.For s) {
    Optional<CountedLoop> counted = assignments.counted(s);
    if (counted.isPresent()) {
      boolean early = jumps.leavesEarly(s, s.body());
      boolean isKnown = counted.get().isExact() || restoring.restoresBound(s);
      return countedLoop(s, counted.get(), early || !isKnown);
    }
    List<Stmt> code = new ArrayList<>(loop(s, () -> iteration(s)));
    for (int i = s.init().size() - 1; i >= 0; i--) {
      code.addAll(sweep.statement(s.init().get(i)));
    }
    Blocks.Code declared = new Blocks.Code(code);
    for (int i = s.init().size() - 1; i >= 0; i--) {
      if (s.init().get(i) instanceof Stmt.Local l) {
        blocks.declare(l, declared, false, storage, plan);
      }
    }
    List<Stmt> all = declared.statements();
    return all.isEmpty() ? all : List.of(Stmt.Block.of(all));
  }

  /** The body and then the update, which an iteration that was left early did not reach. */
  List<Stmt> iteration(Stmt.For s) {
    List<Stmt> update = new ArrayList<>();
    for (int i = s.update().size() - 1; i >= 0; i--) {
      update.addAll(sweep.statement(s.update().get(i)));
    }
    List<Stmt> code = new ArrayList<>();
    RecordedControl updated = null;
    if (jumps.leavesEarly(s, s.body()) && !update.isEmpty()) {
      updated =
          storage.control(
              "updated", Type.BOOLEAN, kept -> BackwardSweep.explained(s, Why.UPDATED, kept));
      plan.atStart(s, updated.begin(Make.literal(false), false));
      plan.inUpdate(s, List.of(updated.set(Make.literal(true))));
      code.add(new Stmt.If(updated.get(), Stmt.Block.of(update), Stmt.Block.EMPTY, s.origin()));
    } else {
      code.addAll(update);
    }
    code.addAll(sweep.block(s.body().statements()));
    if (updated != null) {
      code.addAll(updated.end());
    }
    return code;
  }

  private List<Stmt> countedLoop(Stmt.For s, CountedLoop counted, boolean early) {
    storage.enter(new Storage.Frame(s, early ? Optional.empty() : Optional.of(counted)));
    List<Stmt> body = sweep.block(s.body().statements());
    storage.leave();
    reasons.counted(s, body.isEmpty(), early, storage);
    if (body.isEmpty()) {
      return List.of();
    }
    if (!early) {
      return List.of(bounds.reversed(counted, Stmt.Block.of(body), s.origin()));
    }
    RecordedControl last =
        storage.control(
            counted.index().name() + "Last",
            Type.INT,
            kept -> BackwardSweep.explained(s, Why.LAST_INDEX, kept));
    plan.before(s, last.begin(bounds.beforeStart(counted), false));
    plan.atStart(s, List.of(last.set(Make.read(counted.index()))));
    List<Stmt> code = new ArrayList<>();
    code.add(bounds.reversed(counted, last.get(), Stmt.Block.of(body), s.origin()));
    code.addAll(last.end());
    return code;
  }

  /** A loop whose iterations were counted as it ran. */
  private List<Stmt> loop(Stmt s, Supplier<List<Stmt>> iteration) {
    storage.enter(new Storage.Frame(s, Optional.empty()));
    List<Stmt> body = iteration.get();
    storage.leave();
    reasons.other(s, body.isEmpty(), storage);
    if (body.isEmpty()) {
      return List.of();
    }
    RecordedControl trips =
        storage.control("trips", Type.INT, kept -> BackwardSweep.explained(s, Why.ROUNDS, kept));
    plan.before(s, trips.begin(Make.literal(0), true));
    plan.atStart(s, List.of(trips.increment()));
    Var trip = blocks.fresh("trip", Type.INT);
    Stmt loop =
        new Stmt.For(
            List.of(Make.local(trip, trips.get())),
            Make.binary(Expr.Binary.Op.GT, Make.read(trip), Make.literal(0)),
            List.of(Make.step(trip, -1)),
            Stmt.Block.of(body),
            s.origin());
    List<Stmt> code = new ArrayList<>();
    code.add(loop);
    code.addAll(trips.end());
    return code;
  }

  /** A loop that is run again: each of its steps is recorded and reversed by itself. */
  private List<Stmt> again(Stmt loop) {
    Storage own = storage.separate(LoopLocals.of(Bodies.ofLoop(loop)));
    boolean hasAdjoint = restoring.hasAdjoints(Bodies.ofLoop(loop));
    reasons.again(loop, hasAdjoint, storage);
    if (checkpointing.isIndependent(loop)) {
      List<Stmt> step = recorded(loop, false, own);
      return new IndependentReversal(checkpointing, (Stmt.For) loop, storage, bounds, plan)
          .code(step, own, restoring);
    }
    LoopReversal reversal = new LoopReversal(checkpointing, loop, storage, bounds, plan);
    if (!hasAdjoint) {
      return reversal.withoutAdjoint(restoring);
    }
    boolean updates =
        loop instanceof Stmt.For f && !f.update().isEmpty() && assignments.counted(f).isEmpty();
    return reversal.code(recorded(loop, updates, own), restoring);
  }

  /** A step of a loop, recorded, and its adjoint. */
  private List<Stmt> recorded(Stmt loop, boolean updates, Storage own) {
    List<Stmt> adjoint = new BackwardSweep(shared, own).step(loop, updates);
    ForwardSweep.Pass pass = ForwardSweep.step(loop, updates, checkpointing, plan, own);
    Droppable droppable =
        checkpointing.isIndependent(loop) ? shared.droppable() : shared.droppable().again();
    return shared
        .assembly()
        .fitStep(
            ReverseMode.concat(own.prelude(), pass.code()),
            made -> pass.isDroppable(made, droppable, checkpointing),
            assignments::isCaptured,
            checkpointing.adjoints(),
            new StepShadows(checkpointing, loop).fromState(adjoint),
            checkpointing.isAdding(loop) ? checkpointing.sums(loop) : Set.of());
  }
}
