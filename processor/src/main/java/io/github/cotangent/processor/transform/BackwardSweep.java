package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Negation;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
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

  /** What the sweep over a function has in common with those over its loops that run again. */
  record Shared(
      Primal primal,
      Jumps jumps,
      LoopBounds bounds,
      Plan plan,
      Blocks blocks,
      Restoring restoring,
      Droppable droppable,
      Checkpointing checkpointing,
      Assembly assembly) {}

  private final Jumps jumps;
  private final Regions regions;
  private final Assignments assignments;
  private final Storage storage;
  private final Plan plan;
  private final Blocks blocks;
  private final Restoring restoring;
  private final BackwardLoops loops;
  private final Set<Stmt> topLevel = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * A sweep over a function, or over a step of a loop.
   *
   * @param storage where its values are recorded
   */
  BackwardSweep(Shared shared, Storage storage) {
    this.jumps = shared.jumps();
    this.regions = shared.primal().regions();
    this.assignments = shared.primal().assignments();
    this.storage = storage;
    this.plan = shared.plan();
    this.blocks = shared.blocks();
    this.restoring = shared.restoring();
    this.loops = new BackwardLoops(shared, storage, this);
  }

  /** The backward pass of a function's body. */
  List<Stmt> sweep(Stmt.Block body) {
    topLevel.addAll(body.statements());
    return block(body.statements());
  }

  /**
   * The backward pass of a step of a loop that is run again.
   *
   * @param updates true if the loop's update is a part of it
   */
  List<Stmt> step(Stmt loop, boolean updates) {
    Stmt.Block body = Bodies.ofLoop(loop);
    topLevel.addAll(body.statements());
    return updates ? loops.iteration((Stmt.For) loop) : block(body.statements());
  }

  /** The adjoint of a block, but for its braces. */
  List<Stmt> block(List<Stmt> statements) {
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

  /** The adjoint of a statement. */
  List<Stmt> statement(Stmt s) {
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
    if (s.isLoop()) {
      return loops.of(s);
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
              kept -> explained(s, Why.WHICH_WAY, kept, cause(s, instability.get())));
      test = taken.load();
      recordTest(s, taken);
    }
    if (then.isEmpty()) {
      return List.of(
          new Stmt.If(Negation.of(test), Stmt.Block.of(otherwise), Stmt.Block.EMPTY, s.origin()));
    }
    return List.of(new Stmt.If(test, Stmt.Block.of(then), Stmt.Block.of(otherwise), s.origin()));
  }

  /** Why a test cannot be asked again; the variable of one in parts is no name of the user's. */
  private Reason cause(Stmt.If s, Reason instability) {
    boolean isInParts =
        instability.why() == Why.ASSIGNED_AGAIN
            && instability.arguments().get(0) instanceof Var v
            && Names.isMade(v)
            && assignments.declaration(v) != null
            && assignments.declaration(v).origin().start() == s.origin().start();
    return isInParts ? Reason.of(Why.IN_PARTS) : instability;
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

  /** What is said of something that is recorded for a statement. */
  static Explanation explained(Stmt s, Why why, Object... arguments) {
    return Explanation.of(s.origin(), s.origin().text(), Reason.of(why, arguments));
  }
}
