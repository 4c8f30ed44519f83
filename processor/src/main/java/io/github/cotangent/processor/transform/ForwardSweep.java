package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The primal with what the plan adds: values are saved before they are overwritten, conditions and
 * counts are kept. A {@code return} before the end becomes a jump to the end of the pass.
 */
final class ForwardSweep extends Rewriter {

  private final Jumps jumps;
  private final Plan plan;
  private final Storage storage;
  private final Checkpointing checkpointing;
  private final Optional<Var> value;
  private final String label;
  private final Stmt last;
  private final Map<Stmt, Stmt> sources = new IdentityHashMap<>();
  private boolean jumpsToEnd;

  private ForwardSweep(
      Checkpointing checkpointing,
      Plan plan,
      Storage storage,
      Optional<Var> value,
      String label,
      Stmt last) {
    this.jumps = checkpointing.jumps();
    this.checkpointing = checkpointing;
    this.plan = plan;
    this.storage = storage;
    this.value = value;
    this.label = label;
    this.last = last;
  }

  /**
   * The forward pass.
   *
   * @param sources the primal statement of each assignment in it, by identity, and of each loop; of
   *     what stands in a loop's header, the loop that runs again as a whole
   */
  record Pass(List<Stmt> code, Map<Stmt, Stmt> sources) {

    /** All that can be left out where nobody needs its value, by identity. */
    Set<Stmt> droppable(Droppable droppable, Checkpointing checkpointing) {
      Set<Stmt> found = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Stmt made : sources.keySet()) {
        if (isDroppable(made, droppable, checkpointing)) {
          found.add(made);
        }
      }
      return found;
    }

    /** True if a statement of the pass can be left out where nobody needs its value. */
    boolean isDroppable(Stmt made, Droppable droppable, Checkpointing checkpointing) {
      Stmt source = sources.get(made);
      if (source instanceof Stmt.For f) {
        return made instanceof Stmt.For
            ? !checkpointing.mayThrow(f) && droppable.contains(f, checkpointing.sums(f))
            : droppable.containsHeader(f);
      }
      return source != null && droppable.contains(source);
    }
  }

  /**
   * Makes the forward pass.
   *
   * @param value the variable that takes the function's result, if anybody reads it
   * @param label a free name for the pass, used if a return stands before its end
   */
  static Pass sweep(
      Stmt.Block body,
      Checkpointing checkpointing,
      Plan plan,
      Storage storage,
      Optional<Var> value,
      String label) {
    List<Stmt> statements = body.statements();
    Stmt last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
    ForwardSweep sweep = new ForwardSweep(checkpointing, plan, storage, value, label, last);
    List<Stmt> code = sweep.stmts(statements);
    List<Stmt> whole =
        sweep.jumpsToEnd
            ? List.of(new Stmt.Labeled(label, Stmt.Block.of(code), Origin.NONE))
            : code;
    return new Pass(whole, sweep.sources);
  }

  /**
   * One step of a loop that is run again: its body, and its update if it has an adjoint.
   *
   * @param storage keeps what is recorded in the step
   */
  static Pass step(
      Stmt loop, boolean updates, Checkpointing checkpointing, Plan plan, Storage storage) {
    Checkpointing.Labels labels = checkpointing.labels();
    ForwardSweep sweep =
        new ForwardSweep(checkpointing, plan, storage, Optional.empty(), labels.step(), null);
    List<Stmt> body = new ArrayList<>(plan.atStart(loop));
    body.addAll(sweep.stmts(Bodies.ofLoop(loop).statements()));
    if (checkpointing.isIndependent(loop) && !checkpointing.isAdding(loop)) {
      body = without(checkpointing.sums(loop), body); // The forward pass has added them up.
    }
    List<Stmt> update = new ArrayList<>();
    if (updates) {
      update.addAll(plan.inUpdate(loop));
      update.addAll(sweep.stmts(LoopState.update(loop)));
    }
    List<Stmt> code =
        Rerun.once(checkpointing.jumps(), loop, body, update, labels.step(), labels.body());
    return new Pass(code, sweep.sources);
  }

  private static List<Stmt> without(Set<Var> sums, List<Stmt> body) {
    return new Rewriter() {
      @Override
      public List<Stmt> visit(Stmt.Local s) {
        return List.of(s); // Others know it by its identity.
      }

      @Override
      public List<Stmt> visit(Stmt.Assign s) {
        boolean isSum = s.target() instanceof Place.Variable v && sums.contains(v.var());
        return isSum ? List.of() : List.of(s);
      }
    }.stmts(body);
  }

  /** Statements that are run again, without anything that is recorded. */
  static List<Stmt> unrecorded(
      List<Stmt> statements, Checkpointing checkpointing, Storage storage, String label) {
    return new ForwardSweep(checkpointing, new Plan(), storage, Optional.empty(), label, null)
        .stmts(statements);
  }

  /** A loop that is run again counts its steps, if need be. */
  private List<Stmt> unrecorded(Stmt loop) {
    Stmt original = checkpointing.originals().get(loop);
    ForwardSweep plain = new ForwardSweep(checkpointing, new Plan(), storage, value, label, last);
    List<Stmt> steps = new ArrayList<>(plan.eachStep(loop));
    steps.addAll(plain.stmts(Bodies.ofLoop(original).statements()));
    Stmt.Block body = Stmt.Block.of(steps);
    Stmt made;
    if (original instanceof Stmt.For f) {
      made = new Stmt.For(f.init(), f.test(), plain.stmts(f.update()), body, f.origin());
    } else if (original instanceof Stmt.While w) {
      made = new Stmt.While(w.test(), body, w.origin());
    } else {
      made = new Stmt.DoWhile(body, ((Stmt.DoWhile) original).test(), original.origin());
    }
    sources.putAll(plain.sources);
    jumpsToEnd |= plain.jumpsToEnd;
    if (checkpointing.isIndependent(loop)) {
      sources.put(made, loop); // What it throws, it throws when its rounds run again.
    }
    return List.of(made);
  }

  @Override
  public List<Stmt> visit(Stmt.Checkpoint s) {
    return List.of();
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    return remember(s, super.visit(s));
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    return remember(s, super.visit(s));
  }

  private List<Stmt> remember(Stmt source, List<Stmt> made) {
    made.forEach(m -> sources.put(m, source));
    return made;
  }

  @Override
  public List<Stmt> stmts(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      out.addAll(storage.before(s));
      out.addAll(plan.before(s));
      out.addAll(s.accept(this));
      out.addAll(plan.after(s));
    }
    return out;
  }

  /** An operation on an adjoint has no part in the primal. */
  @Override
  public List<Stmt> visit(Stmt.Surgery s) {
    return List.of();
  }

  @Override
  public List<Stmt> visit(Stmt.Labeled s) {
    List<Stmt> out = new ArrayList<>(storage.before(s.body()));
    out.addAll(plan.before(s.body()));
    out.add(labeled(s, s.body().accept(this)));
    out.addAll(plan.after(s.body()));
    return out;
  }

  @Override
  public List<Stmt> visit(Stmt.If s) {
    Expr test = plan.test(s).orElseGet(() -> expr(s.test()));
    return List.of(new Stmt.If(test, block(s.then()), block(s.otherwise()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Switch s) {
    List<Stmt.Arm> arms = new ArrayList<>();
    for (int i = 0; i < s.arms().size(); i++) {
      Stmt.Arm a = s.arms().get(i);
      List<Stmt> body = new ArrayList<>();
      int number = i + 1;
      plan.arm(s).ifPresent(c -> body.add(c.set(Make.literal(number))));
      body.addAll(stmts(a.body().statements()));
      arms.add(new Stmt.Arm(a.labels(), a.isDefault(), Stmt.Block.of(body)));
    }
    return List.of(new Stmt.Switch(expr(s.selector()), arms, s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.For s) {
    if (checkpointing.contains(s)) {
      return checkpointing.isAdding(s) ? List.of() : unrecorded(s);
    }
    List<Stmt> update = new ArrayList<>(plan.inUpdate(s));
    update.addAll(stmts(s.update()));
    Stmt.Block body = body(s, s.body());
    if (!jumps.skipsEnd(s, s.body()) && update.size() > s.update().size()) {
      // Recorded at the end of the body, not in the header: that is where the update begins.
      List<Stmt> whole = new ArrayList<>(body.statements());
      update.stream().filter(x -> !sources.containsKey(x)).forEach(whole::add);
      update.removeIf(x -> !sources.containsKey(x));
      body = new Stmt.Block(whole, body.origin());
    }
    update.removeIf(x -> x instanceof Stmt.Comment); // A header has no room for them.
    List<Stmt> init = stmts(s.init());
    init.forEach(made -> sources.put(made, s));
    Stmt loop = new Stmt.For(simple(init), expr(s.test()), update, body, s.origin());
    if (simple(init).size() == init.size()) {
      return List.of(loop);
    }
    List<Stmt> out = new ArrayList<>(init);
    out.add(new Stmt.For(List.of(), expr(s.test()), update, body, s.origin()));
    return List.of(Stmt.Block.of(out));
  }

  /** A loop's header can declare or assign, not both; what does not fit stands before it. */
  private static List<Stmt> simple(List<Stmt> init) {
    boolean fits =
        init.stream().allMatch(x -> x instanceof Stmt.Local)
            || init.stream().allMatch(x -> x instanceof Stmt.Assign || x instanceof Stmt.Evaluate);
    return fits ? init : List.of();
  }

  private Stmt.Block body(Stmt loop, Stmt.Block body) {
    List<Stmt> out = new ArrayList<>(plan.atStart(loop));
    out.addAll(stmts(body.statements()));
    return new Stmt.Block(out, body.origin());
  }

  @Override
  public List<Stmt> visit(Stmt.While s) {
    return checkpointing.contains(s)
        ? unrecorded(s)
        : List.of(new Stmt.While(expr(s.test()), body(s, s.body()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.DoWhile s) {
    return checkpointing.contains(s)
        ? unrecorded(s)
        : List.of(new Stmt.DoWhile(body(s, s.body()), expr(s.test()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Return s) {
    List<Stmt> out = new ArrayList<>();
    if (value.isPresent() && s.value().isPresent()) {
      Place result = new Place.Variable(value.get());
      Stmt made = new Stmt.Assign(result, expr(s.value().get()), false, s.origin());
      out.addAll(remember(s, List.of(made)));
    }
    if (s != last) {
      jumpsToEnd = true;
      out.add(new Stmt.Break(Optional.of(label), s.origin()));
    }
    return out;
  }

  @Override
  public Expr visit(Expr.Call e) {
    return ReceiverFirst.of((Expr.Call) super.visit(e));
  }
}
