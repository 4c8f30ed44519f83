package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Recording;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the backward pass reads of the primal, statement by statement: so {@link Recording} finds
 * what must be recorded.
 */
final class BackwardReads implements Recording.Adjoints {

  private final Activity activity;
  private final Regions regions;
  private final Assignments assignments;
  private final Jumps jumps;
  private final AdjointVars adjoints;
  private final Fragments fragments;
  private final Overwriting overwriting;
  private final Undoing undoing;
  private final Checkpointing checkpointing;
  private final Map<Stmt, Around> known;
  private final Set<Stmt> once;
  private final Set<Stmt> recomputed;
  private final Set<Var> kept;

  /**
   * The reads of one function's backward pass.
   *
   * @param body its statements: what stands directly in it is executed once
   */
  BackwardReads(
      Stmt.Block body,
      Primal primal,
      Jumps jumps,
      AdjointVars adjoints,
      Fragments fragments,
      Overwriting overwriting,
      Undoing undoing,
      Checkpointing checkpointing) {
    this.activity = primal.activity();
    this.regions = primal.regions();
    this.assignments = primal.assignments();
    this.jumps = jumps;
    this.adjoints = adjoints;
    this.fragments = fragments;
    this.overwriting = overwriting;
    this.undoing = undoing;
    this.checkpointing = checkpointing;
    this.known = new IdentityHashMap<>();
    this.once = Collections.newSetFromMap(new IdentityHashMap<>());
    this.recomputed = Set.of();
    this.once.addAll(body.statements());
    checkpointing
        .originals()
        .keySet()
        .forEach(loop -> once.addAll(Bodies.ofLoop(loop).statements()));
    this.kept = new HashSet<>();
    for (Stmt s : Fragments.simple(body)) {
      kept.addAll(before(s).vars());
      kept.addAll(after(s).vars());
    }
  }

  private BackwardReads(BackwardReads other, Set<Stmt> recomputed) {
    this.activity = other.activity;
    this.regions = other.regions;
    this.assignments = other.assignments;
    this.jumps = other.jumps;
    this.adjoints = other.adjoints;
    this.fragments = other.fragments;
    this.overwriting = other.overwriting;
    this.undoing = other.undoing;
    this.checkpointing = other.checkpointing;
    this.known = other.known;
    this.once = other.once;
    this.kept = other.kept;
    this.recomputed = recomputed;
  }

  /** The same where the values of some declarations are computed again. */
  BackwardReads recomputing(Set<Stmt> declarations) {
    return new BackwardReads(this, declarations);
  }

  @Override
  public Reads before(Stmt s) {
    Reads before = around(s).before();
    return recomputed.contains(s)
        ? before.and(Reads.of(((Stmt.Local) s).init().orElseThrow(), regions))
        : before;
  }

  @Override
  public Reads after(Stmt s) {
    return around(s).after();
  }

  /** What an adjoint reads as it was before its statement, and as it is behind it. */
  private record Around(Reads before, Reads after) {}

  /** The analysis comes back to a statement in a loop several times. */
  private Around around(Stmt s) {
    Around around = known.get(s);
    if (around == null) {
      around = readsAround(s);
      known.put(s, around);
    }
    return around;
  }

  private Around readsAround(Stmt s) {
    StatementAdjoint.Fragment fragment = fragments.of(s);
    Reads before = Reads.of(fragment.code(), regions, adjoints::isAdjoint);
    Reads after = Reads.NONE;
    if (fragment.readsAfter() || declaresWhatItReads(s, before)) {
      Reads own = assigned(s);
      after = own.regions().isEmpty() ? own : before.inside(own.regions());
      before = before.without(own.vars()).outside(own.regions());
    }
    Optional<CallSite> site = fragments.site(s);
    if (site.isPresent()) {
      RuleAdjoint rules = fragments.calls().rules();
      Reads contents = fragments.calls().contents(site.get());
      Reads result = rules.result(site.get());
      after = after.and(contents).and(result);
      before = before.without(result.vars()).and(contents).and(rules.arguments(site.get()));
    }
    Optional<Var> followed = followed(s);
    if (followed.isPresent()) {
      before = before.and(new Reads(Set.of(followed.get()), Set.of()));
    }
    return new Around(before, after);
  }

  /**
   * True for a declaration whose adjoint reads the variable, to find its shadow: it was none
   * before.
   */
  private boolean declaresWhatItReads(Stmt s, Reads code) {
    return s instanceof Stmt.Local l && once.contains(l) && code.vars().contains(l.var());
  }

  /** What a statement assigned, when its adjoint reads it. */
  private Reads assigned(Stmt s) {
    Expr own = s instanceof Stmt.Local l ? Make.read(l.var()) : ((Stmt.Assign) s).target().read();
    return own instanceof Expr.Read r
        ? new Reads(Set.of(r.var()), Set.of())
        : new Reads(Set.of(), Set.of(regions.of(((Expr.Element) own).array())));
  }

  /** The reference variable that a statement assigns and whose shadow must follow. */
  Optional<Var> followed(Stmt s) {
    Var v = null;
    if (s instanceof Stmt.Assign a && a.target() instanceof Place.Variable p) {
      v = p.var();
    } else if (s instanceof Stmt.Local l && l.init().isPresent() && !once.contains(l)) {
      // Executed once, a declaration has no old value to go back to.
      v = l.var();
    }
    boolean follows =
        v != null
            && !assignments.isSingle(v)
            && activity.isActive(Make.read(v))
            && !ShadowPlan.arrays(v.type()).isEmpty();
    return follows ? Optional.of(v) : Optional.empty();
  }

  @Override
  public List<Regions.Region> overwritten(Stmt s) {
    return restoresItself(s) ? List.of() : overwriting.contents(s);
  }

  @Override
  public Reads restoring(Stmt s) {
    return restoresItself(s) ? Reads.NONE : overwriting.restoring(s);
  }

  /** True for a variable that is declared once, and whose value the backward pass keeps. */
  boolean keeps(Var v) {
    return kept.contains(v) && recomputed.stream().noneMatch(s -> ((Stmt.Local) s).var().equals(v));
  }

  /** The regions whose contents a statement changes, whoever puts them back. */
  List<Regions.Region> changed(Stmt s) {
    List<Regions.Region> all = new ArrayList<>(overwriting.contents(s));
    fragments
        .site(s)
        .map(site -> new Stmt.Evaluate(site.call(), s.origin()))
        .ifPresent(call -> all.addAll(overwriting.contents(call)));
    return all;
  }

  private boolean restoresItself(Stmt s) {
    return fragments.site(s).filter(CallSite::restores).isPresent();
  }

  @Override
  public Optional<Reads> undoing(Stmt s) {
    return undoing.reads(s);
  }

  /** A bound that changes outside of its loop only is restored for the loop. */
  @Override
  public Reads bounds(Stmt.For loop) {
    return needsBound(loop)
        ? Reads.of(assignments.counted(loop).orElseThrow().bound(), regions)
        : Reads.NONE;
  }

  /** True if a loop runs backward from its bound, which is restored for that. */
  boolean needsBound(Stmt.For loop) {
    boolean isInvariant =
        assignments
            .counted(loop)
            .filter(c -> c.length() == CountedLoop.Length.INVARIANT)
            .isPresent();
    return isInvariant && !jumps.leavesEarly(loop, loop.body()) && fragments.anyIn(loop.body());
  }

  @Override
  public Recording.Rerun rerun(Stmt loop) {
    return checkpointing.state(loop).rerun();
  }
}
