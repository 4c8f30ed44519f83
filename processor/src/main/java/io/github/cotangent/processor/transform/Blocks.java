package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a block of the backward pass declares: for each local variable of the mirrored block, its
 * value if the block reads it, the shadows of its arrays, and the adjoints of its scalars.
 */
final class Blocks {

  private static final int CHEAP = 8;

  private final Activity activity;
  private final Regions regions;
  private final Assignments assignments;
  private final AdjointVars adjoints;
  private final ShadowPlan shadows;
  private final Set<Stmt> recomputed;

  /**
   * The blocks of one function.
   *
   * @param recomputed declarations whose values are computed again, whatever they are
   */
  Blocks(Primal primal, AdjointVars adjoints, ShadowPlan shadows, Set<Stmt> recomputed) {
    this.recomputed = recomputed;
    this.activity = primal.activity();
    this.regions = primal.regions();
    this.assignments = primal.assignments();
    this.adjoints = adjoints;
    this.shadows = shadows;
  }

  /** A further variable of the derivative. */
  Var fresh(String wish, Type type) {
    return adjoints.made(wish, type);
  }

  /** Backward code that grows at its front, and the variables that it mentions. */
  static final class Code {
    private final Deque<List<Stmt>> parts = new ArrayDeque<>();
    private final Set<Var> used;

    Code(List<Stmt> code) {
      parts.push(code);
      used = used(code);
    }

    private void before(List<Stmt> code) {
      parts.push(code);
      used.addAll(used(code));
    }

    /** The statements in order. */
    List<Stmt> statements() {
      return parts.stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
    }
  }

  /**
   * Puts before the code what it needs of a variable that the mirrored block declares.
   *
   * @param isTopLevel true if the variable is still in scope in the backward pass
   */
  void declare(Stmt.Local local, Code code, boolean isTopLevel, Storage storage, Plan plan) {
    Var v = local.var();
    List<Stmt> adjointsOf = new ArrayList<>();
    boolean single = assignments.isSingle(v);
    if (single && local.init().isPresent()) {
      for (Stmt s : shadows.declare(local)) {
        if (code.used.contains(((Stmt.Local) s).var())) {
          adjointsOf.add(s);
        }
      }
    }
    if (v.type().holdsScalar() && activity.isActive(v)) {
      for (Leaf leaf : Leaf.of(v.type())) {
        Var adjoint = adjoints.of(v, leaf);
        if (leaf.isScalar() && code.used.contains(adjoint)) {
          adjointsOf.add(Make.local(adjoint, Make.zero(leaf.type())));
        }
      }
    }
    code.before(adjointsOf);
    if (code.used.contains(v) && single && !isTopLevel) {
      code.before(value(local, code, storage, plan));
    }
  }

  /** Gives a variable the value that it had when the last statement of its block had run. */
  void startFrom(Stmt.Local local, Stmt last, Code code, Storage storage, Plan plan) {
    Var v = local.var();
    if (!code.used.contains(v)) {
      return;
    }
    Optional<String> reader = Readers.first(code.statements(), v);
    Recorded saved =
        storage.value(
            v.name() + "Saved",
            v.type(),
            kept ->
                Explanation.of(
                    local.origin(),
                    v.name(),
                    kept,
                    Reason.of(Why.LAST_VALUE, reader.orElse(v.name()))));
    List<Stmt> store = new ArrayList<>(List.of(saved.store(Make.read(v))));
    reader.ifPresent(r -> store.add(Readers.comment(r)));
    plan.after(last, store);
    code.before(List.of(Make.local(v, saved.load())));
  }

  /** Makes the value of a variable known again: computed again if that is cheap, or loaded. */
  private List<Stmt> value(Stmt.Local local, Code code, Storage storage, Plan plan) {
    Optional<Var> same = shadows.atEnd(local.var());
    if (same.isPresent()) {
      return List.of(Make.local(local.var(), Make.read(same.get())));
    }
    Expr init = local.init().orElseThrow();
    Optional<Reason> instability = assignments.instability(init, regions);
    boolean isCheap = size(init) <= CHEAP || Recomputing.isCheap(init);
    if (recomputed.contains(local) || instability.isEmpty() && isCheap) {
      return List.of(new Stmt.Local(local.var(), local.init(), local.origin()));
    }
    if (storage.inLoop() || assignments.isCaptured(local.var())) {
      Optional<String> reader = Readers.first(code.statements(), local.var());
      Recorded saved =
          storage.value(
              local.var().name() + "Saved",
              local.var().type(),
              kept -> explained(local, kept, reader, instability));
      List<Stmt> store = new ArrayList<>(List.of(saved.store(Make.read(local.var()))));
      reader.ifPresent(r -> store.add(Readers.comment(r)));
      plan.after(local, store);
      return List.of(Make.local(local.var(), saved.load()));
    }
    // The forward pass declares it outside of the block, and it is still there.
    return List.of();
  }

  private static Explanation explained(
      Stmt.Local local, Reason kept, Optional<String> reader, Optional<Reason> instability) {
    Origin at = local.origin();
    Expr init = local.init().orElseThrow();
    boolean isLinked = init instanceof Expr.Call c && c.callee().kind() == Callee.Kind.GENERATED;
    if (isLinked && Names.isMade(local.var()) && local.var().type() instanceof Type.ClassType) {
      return Explanation.of(at, at.text(), Reason.of(Why.LEAVES, kept));
    }
    String about =
        Names.isMade(local.var()) && !isLinked ? Printer.title(local) : local.var().name();
    if (instability.isEmpty()) {
      return Explanation.of(at, about, kept, Reason.of(Why.TOO_LONG, reader.orElse(about)));
    }
    Reason cause = isLinked ? Reason.of(Why.IS_RESULT) : instability.get();
    Reason why =
        reader
            .map(r -> Reason.of(Why.NOT_AGAIN, r, cause))
            .orElse(Reason.of(Why.NOT_AGAIN_UNREAD, cause));
    return Explanation.of(at, about, kept, why);
  }

  private static int size(Expr e) {
    int[] count = new int[1];
    new Walker() {
      @Override
      protected void read(Var v) {
        count[0]++;
      }

      @Override
      public Void visit(Expr.Binary b) {
        count[0]++;
        return super.visit(b);
      }
    }.walk(e);
    return count[0];
  }

  /** The variables that some code mentions. */
  static Set<Var> used(List<Stmt> code) {
    return Mentions.all(code);
  }
}
