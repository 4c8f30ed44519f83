package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.FinalValues;
import io.github.cotangent.processor.analysis.OldValues;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Recording;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Renaming;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
final class Restoring {

  private final Assignments assignments;
  private final AdjointVars adjoints;
  private final ShadowPlan shadows;
  private final FinalValues finals;
  private final OldValues olds;
  private final Recording recording;
  private final BackwardReads reads;
  private final Fragments fragments;
  private final Overwriting overwriting;
  private final Undoing undoing;

  Restoring(
      Assignments assignments,
      AdjointVars adjoints,
      ShadowPlan shadows,
      FinalValues finals,
      OldValues olds,
      Recording recording,
      BackwardReads reads,
      Fragments fragments,
      Overwriting overwriting,
      Undoing undoing) {
    this.assignments = assignments;
    this.adjoints = adjoints;
    this.shadows = shadows;
    this.finals = finals;
    this.olds = olds;
    this.recording = recording;
    this.reads = reads;
    this.fragments = fragments;
    this.overwriting = overwriting;
    this.undoing = undoing;
  }

  /** The backward code of a simple statement, and what the forward sweep must save for it. */
  List<Stmt> simple(Stmt s, Storage storage, Plan plan) {
    StatementAdjoint.Fragment fragment = fragments.of(s);
    List<Stmt> restore = restore(s, storage, plan);
    List<Stmt> code = new ArrayList<>();
    Optional<Var> followed = recording.isInitial(s) ? Optional.empty() : reads.followed(s);
    List<Stmt> adjoint = fragment.code();
    if (followed.isPresent() && !adjoint.isEmpty()) {
      adjoint = keepShadows(followed.get(), adjoint, code);
    }
    if (fragment.readsAfter()) {
      code.addAll(adjoint);
      code.addAll(restore);
    } else {
      code.addAll(restore);
      followed.ifPresent(
          v ->
              code.addAll(
                  shadows
                      .before(s)
                      .map(old -> shadows.follow(v, old))
                      .orElseGet(() -> shadows.follow(v))));
      code.addAll(adjoint);
    }
    if (!fragment.code().isEmpty()) {
      code.add(0, Readers.heading(s));
      code.add(0, new Stmt.Comment(""));
    }
    return code;
  }

  /**
   * The adjoint is about the array just assigned, not about the one restored. Where it asks for the
   * variable itself, to find a shadow by identity, it means that array, too: the old one has
   * another name where the value is made from it ({@link Flattening}).
   */
  private List<Stmt> keepShadows(Var v, List<Stmt> adjoint, List<Stmt> code) {
    List<Stmt> out = adjoint;
    if (Blocks.used(adjoint).contains(v)) {
      Var kept = adjoints.made(v.name() + "Assigned", v.type());
      code.add(Make.local(kept, Make.read(v)));
      out = Renaming.apply(out, Map.of(v, kept));
    }
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
    Optional<Var> old = shadows.before(s).or(() -> olds.before(s).filter(reads::keeps));
    if (reader.isPresent() && undone.isPresent()) {
      code.add(undone.get());
      storage.choices().add(Undoing.explained(s, undone.get()));
    } else if (reader.isPresent() && old.isPresent()) {
      Var v = ((Place.Variable) ((Stmt.Assign) s).target()).var();
      Stmt back = Make.assign(v, Make.read(old.get()));
      code.add(back);
      storage.choices().add(Undoing.explained(s, back));
    } else if (reader.isPresent() && !declaresOnce && !isFinal) {
      Var v =
          s instanceof Stmt.Local l ? l.var() : ((Place.Variable) ((Stmt.Assign) s).target()).var();
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

  /** True if the mirrored block starts from the value that the variable had at its end. */
  boolean startsFromFinalValue(Stmt.Local l) {
    return recording.readerOfVariable(l).isPresent() && finals.holds(l);
  }

  /** True if a derivative goes through a loop's body. */
  boolean hasAdjoints(Stmt body) {
    return fragments.anyIn(body);
  }

  /** True if the backward pass can rely on the bound of a loop. */
  boolean restoresBound(Stmt.For loop) {
    return reads.needsBound(loop);
  }

  /** What adjoints read of the state at the start of a loop that is run again. */
  Reads neededAtStart(Stmt loop) {
    return recording.neededAtStart(loop);
  }
}
