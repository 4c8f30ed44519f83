package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.LoopLocals;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Negation;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The primal's statements, last to first, each replaced by its adjoint.
 *
 * <p>Control flow is mirrored: a branch by the branch that was taken, a loop by as many iterations
 * as it ran. What follows a statement that a jump may leave ({@code if (c) break; rest}) was
 * reached or not; the mirror asks the recorded condition, or a recorded flag:
 *
 * <pre>{@code
 * if (thenTaken[i]) {
 *   adjoint of the branch that ended in break
 * } else {
 *   adjoint of rest
 * }
 * }</pre>
 *
 * <p>So the forward pass keeps the user's own control flow, whatever it is.
 */
final class BackwardSweep {

  private final Primal primal;
  private final Jumps jumps;
  private final Regions regions;
  private final Assignments assignments;
  private final LoopBounds bounds;
  private final Storage storage;
  private final Plan plan;
  private final Blocks blocks;
  private final Restoring restoring;
  private final Droppable droppable;
  private final Checkpointing checkpointing;
  private final Assembly assembly;
  private final LoopReasons reversals;
  private final Set<Stmt> topLevel =
      java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

  BackwardSweep(
      Primal primal,
      Jumps jumps,
      LoopBounds bounds,
      Storage storage,
      Plan plan,
      Blocks blocks,
      Restoring restoring,
      Droppable droppable,
      Checkpointing checkpointing,
      Assembly assembly) {
    this.primal = primal;
    this.jumps = jumps;
    this.regions = primal.regions();
    this.assignments = primal.assignments();
    this.bounds = bounds;
    this.storage = storage;
    this.plan = plan;
    this.blocks = blocks;
    this.restoring = restoring;
    this.droppable = droppable;
    this.checkpointing = checkpointing;
    this.assembly = assembly;
    this.reversals = new LoopReasons(jumps, assignments, checkpointing);
  }

  /** The backward pass of a function's body. */
  List<Stmt> sweep(Stmt.Block body) {
    topLevel.addAll(body.statements());
    return block(body.statements());
  }

  private List<Stmt> block(List<Stmt> statements) {
    return from(statements, 0);
  }

  /** The adjoint of the statements from an index on. */
  private List<Stmt> from(List<Stmt> statements, int first) {
    int leaving = first;
    while (leaving < statements.size() && !jumps.mayLeave(statements.get(leaving))) {
      leaving++;
    }
    List<Stmt> code = new ArrayList<>();
    int last = Math.min(leaving, statements.size() - 1);
    int next = last;
    if (leaving < statements.size() - 1) {
      List<Stmt> rest = from(statements, leaving + 1);
      code.addAll(guarded(statements.get(leaving), rest));
      next--;
    }
    for (int i = next; i >= first; i--) {
      code.addAll(statement(statements.get(i)));
    }
    Blocks.Code declared = new Blocks.Code(code);
    for (int i = last; i >= first; i--) {
      if (statements.get(i) instanceof Stmt.Local l) {
        blocks.declare(l, declared, topLevel.contains(l), storage, plan);
        if (restoring.startsFromFinalValue(l)) {
          blocks.startFrom(l, statements.get(last), declared, storage, plan);
        }
      }
    }
    return declared.statements();
  }

  /** The adjoint of a statement that a jump may leave, and of what follows it. */
  private List<Stmt> guarded(Stmt s, List<Stmt> rest) {
    if (rest.isEmpty()) {
      return statement(s);
    }
    if (s instanceof Stmt.If i) {
      boolean thenEnds = jumps.neverCompletes(i.then()) && !jumps.mayLeave(i.otherwise());
      boolean elseEnds = jumps.neverCompletes(i.otherwise()) && !jumps.mayLeave(i.then());
      if (thenEnds || elseEnds) {
        List<Stmt> otherwise = block(i.otherwise().statements());
        List<Stmt> then = block(i.then().statements());
        List<Stmt> after = new ArrayList<>(rest);
        after.addAll(thenEnds ? otherwise : then);
        return thenEnds ? branch(i, then, after) : branch(i, after, otherwise);
      }
    }
    RecordedControl reached =
        storage.control("reached", Type.BOOLEAN, kept -> explained(s, Why.COMPLETED, kept));
    plan.before(s, reached.begin(Make.literal(false), true));
    plan.after(s, List.of(reached.set(Make.literal(true))));
    List<Stmt> code = new ArrayList<>();
    code.add(new Stmt.If(reached.get(), Stmt.Block.of(rest), Stmt.Block.EMPTY, s.origin()));
    code.addAll(statement(s));
    code.addAll(reached.end());
    return code;
  }

  private List<Stmt> statement(Stmt s) {
    if (s instanceof Stmt.Block b) {
      List<Stmt> code = block(b.statements());
      return code.isEmpty() ? code : List.of(Stmt.Block.of(code));
    }
    if (s instanceof Stmt.If i) {
      List<Stmt> otherwise = block(i.otherwise().statements());
      return branch(i, block(i.then().statements()), otherwise);
    }
    if (s instanceof Stmt.Switch w) {
      return choice(w);
    }
    if (s instanceof Stmt.Labeled l) {
      return statement(l.body());
    }
    if (checkpointing.contains(s)) {
      return again(s);
    }
    if (s instanceof Stmt.For f) {
      return forLoop(f);
    }
    if (s instanceof Stmt.While w) {
      return loop(w, () -> block(w.body().statements()));
    }
    if (s instanceof Stmt.DoWhile d) {
      return loop(d, () -> block(d.body().statements()));
    }
    return restoring.simple(s, storage, plan);
  }

  private List<Stmt> branch(Stmt.If s, List<Stmt> then, List<Stmt> otherwise) {
    if (then.isEmpty() && otherwise.isEmpty()) {
      return List.of();
    }
    Expr test = s.test();
    Optional<Reason> instability = assignments.instability(test, regions);
    if (instability.isPresent()) {
      Recorded taken =
          storage.value(
              "thenTaken",
              Type.BOOLEAN,
              kept -> explained(s, Why.WHICH_WAY, kept, instability.get()));
      test = taken.load();
      recordTest(s, taken);
    }
    if (then.isEmpty()) {
      return List.of(
          new Stmt.If(Negation.of(test), Stmt.Block.of(otherwise), Stmt.Block.EMPTY, s.origin()));
    }
    return List.of(new Stmt.If(test, Stmt.Block.of(then), Stmt.Block.of(otherwise), s.origin()));
  }

  private void recordTest(Stmt.If s, Recorded taken) {
    Optional<Expr> reread = taken.reread();
    if (reread.isPresent()) {
      plan.before(s, List.of(taken.store(s.test())));
      plan.test(s, reread.get());
      return;
    }
    Var now = blocks.fresh("taken", Type.BOOLEAN);
    plan.before(s, List.of(Make.local(now, s.test()), taken.store(Make.read(now))));
    plan.test(s, Make.read(now));
  }

  private List<Stmt> choice(Stmt.Switch s) {
    List<List<Stmt>> arms = new ArrayList<>();
    s.arms().forEach(a -> arms.add(block(a.body().statements())));
    if (arms.stream().allMatch(List::isEmpty)) {
      return List.of();
    }
    Optional<Reason> instability = assignments.instability(s.selector(), regions);
    boolean stable = instability.isEmpty();
    List<Stmt.Arm> mirrored = new ArrayList<>();
    RecordedControl arm =
        stable
            ? null
            : storage.control(
                "arm", Type.INT, kept -> explained(s, Why.WHICH_ARM, kept, instability.get()));
    for (int i = 0; i < arms.size(); i++) {
      Stmt.Arm original = s.arms().get(i);
      Stmt.Block body = Stmt.Block.of(arms.get(i));
      if (stable) {
        mirrored.add(new Stmt.Arm(original.labels(), original.isDefault(), body));
      } else if (!body.isEmpty()) {
        mirrored.add(new Stmt.Arm(List.of(Integer.toString(i + 1)), false, body));
      }
    }
    if (stable) {
      return List.of(new Stmt.Switch(s.selector(), mirrored, s.origin()));
    }
    plan.before(s, arm.begin(Make.literal(0), true));
    plan.arm(s, arm);
    mirrored.add(new Stmt.Arm(List.of(), true, Stmt.Block.EMPTY));
    List<Stmt> code = new ArrayList<>();
    code.add(new Stmt.Switch(arm.get(), mirrored, s.origin()));
    code.addAll(arm.end());
    return code;
  }

  // Loops

  private List<Stmt> forLoop(Stmt.For s) {
    Optional<CountedLoop> counted = assignments.counted(s);
    boolean early = jumps.leavesEarly(s, s.body());
    if (counted.isPresent()) {
      boolean isKnown = counted.get().isExact() || restoring.restoresBound(s);
      return countedLoop(s, counted.get(), early || !isKnown);
    }
    List<Stmt> code = new ArrayList<>(loop(s, () -> iteration(s, early)));
    for (int i = s.init().size() - 1; i >= 0; i--) {
      code.addAll(statement(s.init().get(i)));
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
  private List<Stmt> iteration(Stmt.For s, boolean early) {
    List<Stmt> update = new ArrayList<>();
    for (int i = s.update().size() - 1; i >= 0; i--) {
      update.addAll(statement(s.update().get(i)));
    }
    List<Stmt> code = new ArrayList<>();
    RecordedControl updated = null;
    if (early && !update.isEmpty()) {
      updated = storage.control("updated", Type.BOOLEAN, kept -> explained(s, Why.UPDATED, kept));
      plan.atStart(s, updated.begin(Make.literal(false), false));
      plan.inUpdate(s, List.of(updated.set(Make.literal(true))));
      code.add(new Stmt.If(updated.get(), Stmt.Block.of(update), Stmt.Block.EMPTY, s.origin()));
    } else {
      code.addAll(update);
    }
    code.addAll(block(s.body().statements()));
    if (updated != null) {
      code.addAll(updated.end());
    }
    return code;
  }

  private List<Stmt> countedLoop(Stmt.For s, CountedLoop counted, boolean early) {
    storage.enter(new Storage.Frame(s, early ? Optional.empty() : Optional.of(counted)));
    List<Stmt> body = block(s.body().statements());
    storage.leave();
    reversals.counted(s, body.isEmpty(), early, storage);
    if (body.isEmpty()) {
      return List.of();
    }
    if (!early) {
      return List.of(bounds.reversed(counted, Stmt.Block.of(body), s.origin()));
    }
    RecordedControl last =
        storage.control(
            counted.index().name() + "Last", Type.INT, kept -> explained(s, Why.LAST_INDEX, kept));
    plan.before(s, last.begin(bounds.beforeStart(counted), false));
    plan.atStart(s, List.of(last.set(Make.read(counted.index()))));
    List<Stmt> code = new ArrayList<>();
    code.add(bounds.reversed(counted, last.get(), Stmt.Block.of(body), s.origin()));
    code.addAll(last.end());
    return code;
  }

  /** A loop whose iterations were counted as it ran. */
  private List<Stmt> loop(Stmt s, java.util.function.Supplier<List<Stmt>> iteration) {
    storage.enter(new Storage.Frame(s, Optional.empty()));
    List<Stmt> body = iteration.get();
    storage.leave();
    reversals.other(s, body.isEmpty(), storage);
    if (body.isEmpty()) {
      return List.of();
    }
    RecordedControl trips =
        storage.control("trips", Type.INT, kept -> explained(s, Why.ROUNDS, kept));
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

  private static Explanation explained(Stmt s, Why why, Object... arguments) {
    return Explanation.of(s.origin(), s.origin().text(), Reason.of(why, arguments));
  }

  /** A loop that is run again: each of its steps is recorded and reversed by itself. */
  private List<Stmt> again(Stmt loop) {
    Storage own = storage.separate(LoopLocals.of(LoopState.body(loop)));
    boolean hasAdjoint = restoring.hasAdjoints(LoopState.body(loop));
    reversals.again(loop, hasAdjoint, storage);
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
    List<Stmt> adjoint =
        new BackwardSweep(
                primal,
                jumps,
                bounds,
                own,
                plan,
                blocks,
                restoring,
                droppable,
                checkpointing,
                assembly)
            .step(loop, updates);
    ForwardSweep.Pass pass = ForwardSweep.step(loop, updates, checkpointing, plan, own);
    return assembly.fitStep(
        ReverseMode.concat(own.prelude(), pass.code()),
        made -> pass.isDroppable(made, droppable, checkpointing),
        assignments::isCaptured,
        checkpointing.adjoints(),
        new StepShadows(checkpointing, loop).fromState(adjoint),
        checkpointing.isAdding(loop) ? checkpointing.sums(loop) : Set.of());
  }

  private List<Stmt> step(Stmt loop, boolean updates) {
    Stmt.Block body = LoopState.body(loop);
    topLevel.addAll(body.statements());
    return updates
        ? iteration((Stmt.For) loop, jumps.leavesEarly(loop, body))
        : block(body.statements());
  }
}
