package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.analysis.FinalValues;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Recording;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Renaming;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.DeadCode;
import io.github.cotangent.processor.optimize.Purity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One simple statement, backward: its old value is restored if an earlier statement's adjoint reads
 * it, and its adjoint is passed on.
 *
 * <pre>{@code
 * // adjoint of: y = y * y
 * y = ySaved[i];
 * dy = dy * 2 * y;
 * }</pre>
 */
final class Restoring implements Recording.Adjoints {

  private final Activity activity;
  private final Regions regions;
  private final Jumps jumps;
  private final FinalValues finals;
  private final Assignments assignments;
  private final Overwriting overwriting;
  private final AdjointVars adjoints;
  private final ShadowPlan shadows;
  private final StatementAdjoint statements;
  private final CallAdjoint calls;
  private final Map<Stmt, CallSite> sites;
  private final Map<Stmt, StatementAdjoint.Fragment> fragments = new IdentityHashMap<>();
  private final Map<Stmt, Reads> before = new IdentityHashMap<>();
  private final Set<Stmt> once = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Checkpointing checkpointing;
  private final Undoing undoing;
  private final boolean throwsFirst;
  private Set<Stmt> recomputed = Set.of();
  private Recording recording;

  /**
   * The restoring of one function's statements.
   *
   * @param body its statements: what stands directly in it is executed once
   * @param throwsFirst true if it makes no difference that the backward sweep throws, too
   */
  Restoring(
      Stmt.Block body,
      Jumps jumps,
      FinalValues finals,
      Activity activity,
      Regions regions,
      Assignments assignments,
      Summaries summaries,
      AdjointVars adjoints,
      ShadowPlan shadows,
      StatementAdjoint statements,
      CallAdjoint calls,
      Map<Stmt, CallSite> sites,
      Checkpointing checkpointing,
      Undoing undoing,
      boolean throwsFirst) {
    this.undoing = undoing;
    this.throwsFirst = throwsFirst;
    this.once.addAll(body.statements());
    checkpointing
        .originals()
        .keySet()
        .forEach(loop -> once.addAll(LoopState.body(loop).statements()));
    this.checkpointing = checkpointing;
    this.jumps = jumps;
    this.finals = finals;
    this.activity = activity;
    this.regions = regions;
    this.assignments = assignments;
    this.overwriting = new Overwriting(regions, summaries);
    this.adjoints = adjoints;
    this.shadows = shadows;
    this.statements = statements;
    this.calls = calls;
    this.sites = sites;
  }

  /** Sets the declarations whose values are computed again: what these read must be there. */
  void recompute(Set<Stmt> declarations) {
    recomputed = declarations;
  }

  /** Sets the answer to which statements save; it was found by asking this object. */
  void recording(Recording found) {
    this.recording = found;
  }

  // What the recording analysis asks

  /** The analysis comes back to a statement in a loop several times. */
  @Override
  public Reads before(Stmt s) {
    Reads known = before.get(s);
    if (known == null) {
      known = readsBefore(s);
      before.put(s, known);
    }
    return recomputed.contains(s)
        ? known.and(Reads.of(((Stmt.Local) s).init().orElseThrow(), regions))
        : known;
  }

  private Reads readsBefore(Stmt s) {
    StatementAdjoint.Fragment fragment = fragment(s);
    Reads reads = Reads.of(fragment.code(), regions, adjoints::isAdjoint);
    if (fragment.readsAfter()) {
      Expr own = ownTarget(s);
      Set<Var> vars = new java.util.HashSet<>(reads.vars());
      Set<Regions.Region> contents = new java.util.HashSet<>(reads.regions());
      if (own instanceof Expr.Read r) {
        vars.remove(r.var());
      } else {
        contents.remove(regions.of(((Expr.Element) own).array()));
      }
      reads = new Reads(vars, contents);
    }
    if (sites.containsKey(s)) {
      CallSite site = sites.get(s);
      reads = reads.without(calls.rules().result(site).vars());
      reads = reads.and(calls.contents(site)).and(calls.rules().arguments(site));
    }
    Var followed = followed(s);
    return followed == null ? reads : reads.and(new Reads(Set.of(followed), Set.of()));
  }

  @Override
  public Reads after(Stmt s) {
    Reads reads = Reads.NONE;
    if (fragment(s).readsAfter()) {
      Expr own = ownTarget(s);
      reads =
          own instanceof Expr.Read r
              ? new Reads(Set.of(r.var()), Set.of())
              : new Reads(Set.of(), Set.of(regions.of(((Expr.Element) own).array())));
    }
    return sites.containsKey(s)
        ? reads.and(calls.contents(sites.get(s))).and(calls.rules().result(sites.get(s)))
        : reads;
  }

  @Override
  public List<Regions.Region> overwritten(Stmt s) {
    return restoresItself(s) ? List.of() : overwriting.contents(s);
  }

  @Override
  public Reads restoring(Stmt s) {
    return restoresItself(s) ? Reads.NONE : overwriting.restoring(s);
  }

  private boolean restoresItself(Stmt s) {
    return sites.containsKey(s) && sites.get(s).restores();
  }

  @Override
  public Optional<Reads> undoing(Stmt s) {
    return undoing.reads(s);
  }

  /** A bound that changes outside of its loop only is restored for the loop. */
  @Override
  public Reads bounds(Stmt.For loop) {
    return restoresBound(loop)
        ? Reads.of(assignments.counted(loop).orElseThrow().bound(), regions)
        : Reads.NONE;
  }

  @Override
  public Recording.Rerun rerun(Stmt loop) {
    return checkpointing.state(loop).rerun();
  }

  /** What adjoints read of the state at the start of a loop that is run again. */
  Reads neededAtStart(Stmt loop) {
    return recording.neededAtStart(loop);
  }

  /** True if the backward pass can rely on the bound of a loop. */
  boolean restoresBound(Stmt.For loop) {
    boolean isInvariant =
        assignments
            .counted(loop)
            .filter(c -> c.length() == CountedLoop.Length.INVARIANT)
            .isPresent();
    return isInvariant && !jumps.leavesEarly(loop, loop.body()) && hasAdjoints(loop.body());
  }

  /** True if a derivative goes through a loop's body. */
  boolean hasAdjoints(Stmt body) {
    boolean[] found = new boolean[1];
    new io.github.cotangent.processor.ir.Walker() {
      @Override
      public Void visit(Stmt.Local s) {
        found[0] |= !fragment(s).code().isEmpty();
        return super.visit(s);
      }

      @Override
      public Void visit(Stmt.Assign s) {
        found[0] |= !fragment(s).code().isEmpty();
        return super.visit(s);
      }

      @Override
      public Void visit(Stmt.Evaluate s) {
        found[0] |= !fragment(s).code().isEmpty();
        return super.visit(s);
      }

      @Override
      public Void visit(Stmt.Surgery s) {
        found[0] |= !fragment(s).code().isEmpty();
        return super.visit(s);
      }

      @Override
      public Void visit(Stmt.Return s) {
        found[0] |= !fragment(s).code().isEmpty();
        return super.visit(s);
      }
    }.walk(body);
    return found[0];
  }

  private static Expr ownTarget(Stmt s) {
    return s instanceof Stmt.Local l ? Make.read(l.var()) : ((Stmt.Assign) s).target().read();
  }

  /** The reference variable that a statement assigns and whose shadow must follow. */
  private Var followed(Stmt s) {
    Var v = null;
    if (s instanceof Stmt.Assign a && a.target() instanceof Place.Variable p) {
      v = p.var();
    } else if (s instanceof Stmt.Local l && l.init().isPresent() && !once.contains(l)) {
      // Executed once, a declaration has no old value to go back to.
      v = l.var();
    }
    if (v == null || assignments.isSingle(v) || !activity.isActive(Make.read(v))) {
      return null;
    }
    return ShadowPlan.arrays(v.type()).isEmpty() ? null : v;
  }

  private StatementAdjoint.Fragment fragment(Stmt s) {
    return fragments.computeIfAbsent(s, this::makeFragment);
  }

  private StatementAdjoint.Fragment makeFragment(Stmt s) {
    CallSite site = sites.get(s);
    if (site == null) {
      return statements.of(s);
    }
    boolean isDeclaration = !(s instanceof Stmt.Assign);
    return new StatementAdjoint.Fragment(calls.of(site, isDeclaration), false);
  }

  /**
   * True if the statement's adjoint reads the same element, or the element of its shadow: then an
   * index that does not exist fails there as it would have failed in the primal. So do a component
   * and a length that it reads.
   */
  boolean covers(Stmt s, Expr part) {
    Expr shadow =
        part instanceof Expr.Element x
                && x.type().isScalar()
                && activity.isActive(regions.of(x.array()))
            ? statements.adjoint(x)
            : part;
    return Evaluated.in(fragment(s).code(), e -> e.equals(part) || e.equals(shadow));
  }

  /** True if nothing gets lost when the value that a statement computes is not needed. */
  boolean isDroppable(Stmt s) {
    CallSite site = sites.get(s);
    if (site != null && DeadCode.value(s).filter(site.value()::equals).isPresent()) {
      return true; // It takes its call's value from the tape, where it surely is.
    }
    return DeadCode.value(s).stream()
        .allMatch(e -> Purity.isDroppable(e, x -> !throwsFirst && covers(s, x)));
  }

  /** True if nothing gets lost when a loop is not run that does nothing but add to these sums. */
  boolean canDrop(Stmt.For loop, Set<Var> sums) {
    boolean[] can = {!throwsFirst};
    new io.github.cotangent.processor.ir.Walker() {
      @Override
      public Void visit(Stmt.Assign s) {
        can[0] &=
            !(s.target() instanceof Place.Variable v) || !sums.contains(v.var()) || isDroppable(s);
        return null;
      }
    }.walk(loop);
    return can[0];
  }

  // The backward code

  /** True if the mirrored block starts from the value that the variable had at its end. */
  boolean startsFromFinalValue(Stmt.Local l) {
    return recording.readerOfVariable(l).isPresent() && finals.holds(l);
  }

  /** The backward code of a simple statement, and what the forward sweep must save for it. */
  List<Stmt> simple(Stmt s, Storage storage, Plan plan) {
    StatementAdjoint.Fragment fragment = fragment(s);
    List<Stmt> restore = restore(s, storage, plan);
    List<Stmt> code = new ArrayList<>();
    Var followed = recording.isInitial(s) ? null : followed(s);
    List<Stmt> adjoint = fragment.code();
    if (followed != null && !adjoint.isEmpty()) {
      adjoint = keepShadows(followed, adjoint, code);
    }
    if (fragment.readsAfter()) {
      code.addAll(adjoint);
      code.addAll(restore);
    } else {
      code.addAll(restore);
      if (followed != null) {
        code.addAll(shadows.follow(followed));
      }
      code.addAll(adjoint);
    }
    if (!fragment.code().isEmpty()) {
      code.add(0, Readers.heading(s));
      code.add(0, new Stmt.Comment(""));
    }
    return code;
  }

  /** The adjoint is about the array just assigned, not about the one restored. */
  private List<Stmt> keepShadows(Var v, List<Stmt> adjoint, List<Stmt> code) {
    List<Stmt> out = adjoint;
    for (Leaf leaf : ShadowPlan.arrays(v.type())) {
      Var shadow = adjoints.of(v, leaf);
      Var kept = adjoints.made(shadow.name() + "Assigned", shadow.type());
      code.add(Make.local(kept, Make.read(shadow)));
      out = Renaming.apply(out, Map.of(shadow, kept));
    }
    return out;
  }

  private List<Stmt> restore(Stmt s, Storage storage, Plan plan) {
    List<Stmt> code = new ArrayList<>();
    boolean declaresOnce = s instanceof Stmt.Local l && assignments.isSingle(l.var());
    Optional<String> reader = recording.readerOfVariable(s);
    boolean isFinal = s instanceof Stmt.Local l && finals.holds(l);
    Optional<Stmt> undone = undoing.of(s);
    if (reader.isPresent() && undone.isPresent()) {
      code.add(undone.get());
      storage.choices().add(Undoing.explained(s, undone.get()));
    } else if (reader.isPresent() && !declaresOnce && !isFinal) {
      Var v = ((Expr.Read) ownTarget(s)).var();
      Reason why = Overwriting.why(s, reader.get());
      Recorded saved =
          storage.value(
              v.name() + "Saved",
              v.type(),
              kept -> Explanation.of(s.origin(), v.name(), kept, why));
      plan.before(s, Overwriting.save(saved, Make.read(v), reader.get()));
      code.add(Make.assign(v, saved.load()));
    }
    recording
        .readerOfContents(s)
        .ifPresent(r -> code.addAll(overwriting.restore(s, storage, plan, r)));
    return code;
  }
}
