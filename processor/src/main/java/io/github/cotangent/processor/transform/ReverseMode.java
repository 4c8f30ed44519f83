package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Dereferences;
import io.github.cotangent.processor.analysis.FinalValues;
import io.github.cotangent.processor.analysis.FirstWrites;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.LoopLocals;
import io.github.cotangent.processor.analysis.NullVariables;
import io.github.cotangent.processor.analysis.Recording;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Signs;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import io.github.cotangent.processor.optimize.DeadCode;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.TreeSet;

/**
 * Reverse mode for one function: a forward sweep, which runs the primal and records what will be
 * overwritten, and a backward sweep, which passes adjoints from the result to the parameters.
 *
 * <p>The steps, in order: long formulas get names for their parts ({@link Flattening}); analyses
 * find what is active, what may share storage and what is assigned once; calls are replaced by
 * their forward halves ({@link CallLinking}); each statement's adjoint is made ({@link
 * StatementAdjoint}); from what the adjoints read follows what must be recorded ({@link
 * Recording}); then the backward sweep is put together, and the forward sweep around the plan that
 * it leaves.
 */
public final class ReverseMode {

  /**
   * What to make.
   *
   * @param independents the parameters to differentiate with respect to
   * @param isPair true if the caller sees what the function writes into its arrays, and will read
   *     them again: for the halves of a linkage pair
   * @param throwsFirst true if what the primal throws must be thrown by the forward sweep: where
   *     the backward sweep runs later, or writes into what belongs to the caller
   * @param need whether the function's result is needed, and when
   * @param enabled the optimizations
   */
  record Request(
      Function function,
      Names names,
      Summaries summaries,
      Links links,
      Set<Var> independents,
      boolean isPair,
      boolean throwsFirst,
      Need need,
      Set<Optimization> enabled) {}

  /** Whether the result of the function is needed. */
  enum Need {
    /** Only its derivative. */
    NO_VALUE,
    /** The forward sweep leaves the value in a variable. */
    VALUE,
    /** The value may be made behind the backward sweep. */
    LATE_VALUE
  }

  /**
   * The two sweeps.
   *
   * @param prelude declarations of what both use
   * @param value the variable that holds the result, if asked for
   * @param resultAdjoint the variable that the backward sweep starts from; void results have none
   * @param shadows the variable of the runtime's shadows, which the wrapper declares if used
   * @param bindings statements that tell the shadows what is known, before the backward sweep
   * @param settling statements that put the rows of shadows where the restored rows are
   * @param tapes the variables that hold growing tapes
   * @param captured variables of the forward pass that a lambda reads
   * @param callTapes the types of what calls of other pairs leave behind
   * @param droppable assignments of the forward pass that can be left out if nothing reads them
   * @param identified the parts of parameters that are values whose adjoints are found by identity
   * @param independent the positions in the body of the loops that are not recorded, as their
   *     rounds share only sums
   * @param late the value, if it is made behind the backward sweep
   * @param sharing which arrays may be one
   * @param choices what is to be said of how they were made
   */
  record Sweeps(
      Function function,
      List<Stmt> prelude,
      List<Stmt> forward,
      List<Stmt> backward,
      Optional<Var> value,
      Var resultAdjoint,
      Var shadows,
      List<Stmt> bindings,
      List<Stmt> settling,
      Set<Var> tapes,
      Set<Var> captured,
      Set<Stmt> droppable,
      Set<Expr> identified,
      Set<Type> callTapes,
      Set<Integer> independent,
      Optional<LateValue> late,
      Sharing sharing,
      AdjointVars adjoints,
      Names names,
      Choices choices) {}

  private final Request request;
  private final Names names;
  private final AdjointVars adjoints;
  private final Var resultAdjoint;
  private final Var shadowsVar;

  /** The positions in the body of the loops that are not recorded. */
  private final Set<Integer> independent;

  /** Those that had better not be, where all are. */
  private final Set<Integer> better = new TreeSet<>();

  private final Choices choices = new Choices();

  private ReverseMode(Request request, Set<Integer> independent) {
    this.request = request;
    this.independent = independent;
    this.names = request.names().copy();
    this.adjoints = new AdjointVars(names);
    for (Var p : request.function().parameters()) {
      if (request.independents().contains(p)) {
        Leaf.of(p.type()).forEach(leaf -> adjoints.of(p, leaf));
      }
    }
    this.resultAdjoint = adjoints.made("dResult", request.function().result());
    this.shadowsVar = adjoints.made("shadows", Make.SHADOWS);
  }

  /**
   * Makes the sweeps. What recording every loop would keep decides which of the independent loops
   * are better not recorded.
   */
  static Sweeps of(Request request) {
    ReverseMode recorded = new ReverseMode(request, Set.of());
    Sweeps sweeps = recorded.make();
    if (recorded.better.isEmpty()) {
      return sweeps;
    }
    return make(request, recorded.better, recorded.choices);
  }

  /** Makes the sweeps with those loops recorded that are in others of the same function. */
  static Sweeps like(Sweeps others, Request request) {
    return make(request, others.independent(), others.choices());
  }

  private static Sweeps make(Request request, Set<Integer> independent, Choices remarked) {
    ReverseMode chosen = new ReverseMode(request, independent);
    chosen.choices.remarks(remarked);
    return chosen.make();
  }

  /** True if a returned value must be computed although nobody reads it: that may throw. */
  private static boolean returnsWhatMayFail(Stmt.Block body, Restoring restoring) {
    boolean[] found = new boolean[1];
    new Walker() {
      @Override
      public Void visit(Stmt.Return s) {
        found[0] |= !restoring.isDroppable(s);
        return null;
      }
    }.walk(body);
    return found[0];
  }

  private Sweeps make() {
    Function whole = ParameterCopies.of(request.function(), request.independents(), names);
    Summaries summaries = request.summaries();
    Regions rough = Regions.of(whole, request.independents(), summaries);
    Activity first = activity(whole, rough);
    Function own = DistinctConstants.of(whole, request.independents(), first, names);
    Regions apart = Regions.of(own, request.independents(), summaries);
    Function flat =
        IndependentLoops.mark(
            own.withBody(Flattening.flatten(own.body(), activity(own, apart), apart, names)),
            independent,
            request.need() == Need.LATE_VALUE);

    Regions regions = Regions.of(flat, request.independents(), summaries);
    Activity activity = activity(flat, regions);
    Assignments assignments = Assignments.of(flat, regions, summaries);
    CallLinking linking = new CallLinking(activity, request.links(), names);
    Stmt.Block body = linking.block(flat.body());
    Dereferences dereferences = Dereferences.of(flat, summaries);
    LookedUpShadows lookedUp =
        new LookedUpShadows(
            flat,
            regions,
            assignments,
            summaries,
            request.links(),
            request.isPair(),
            request.enabled().contains(Optimization.DIRECT_SHADOWS));
    ShadowPlan shadows =
        new ShadowPlan(
            regions, dereferences, assignments, lookedUp, adjoints, shadowsVar, resultAdjoint);
    StatementAdjoint statements =
        new StatementAdjoint(activity, regions, adjoints, shadows, resultAdjoint);
    CallAdjoint calls =
        new CallAdjoint(
            activity, regions, dereferences, adjoints, statements, request.links(), shadowsVar);
    Jumps jumps = Jumps.of(body);
    Checkpointing checkpointing =
        new Checkpointing(
            linking,
            jumps,
            regions,
            summaries,
            NullVariables.of(flat, dereferences, summaries),
            assignments,
            activity,
            adjoints,
            shadows,
            shadowsVar,
            names);
    FinalValues finals =
        FinalValues.of(
            body,
            jumps,
            assignments,
            v -> ShadowPlan.arrays(v.type()).isEmpty() || !activity.isActive(Make.read(v)));
    Restoring restoring =
        new Restoring(
            body,
            jumps,
            finals,
            activity,
            regions,
            assignments,
            summaries,
            adjoints,
            shadows,
            statements,
            calls,
            linking.sites(),
            checkpointing,
            new Undoing(
                assignments, regions, request.enabled().contains(Optimization.UNDONE_STEPS)),
            request.throwsFirst());
    FirstWrites firstWrites = FirstWrites.of(body, assignments);
    Set<Regions.Region> atEntry = contentsNeededAtEntry(flat, regions, shadows);
    Supplier<Recording> record =
        () -> Recording.of(body, jumps, finals, firstWrites, restoring, atEntry);
    Set<Stmt> recomputed =
        request.enabled().contains(Optimization.RECOMPUTED_LOCALS)
            ? Recomputing.choose(body, assignments, regions, summaries, restoring, record)
            : Set.of();
    restoring.recording(record.get());

    LoopBounds bounds = new LoopBounds(new Signs(assignments));
    Storage storage = new Storage(names, adjoints, LoopLocals.of(body), bounds, choices);
    Plan plan = new Plan();
    Blocks blocks = new Blocks(activity, regions, assignments, adjoints, shadows, recomputed);
    List<Stmt> backward = new ArrayList<>();
    List<Stmt> swept =
        new BackwardSweep(
                jumps,
                regions,
                assignments,
                bounds,
                storage,
                plan,
                blocks,
                restoring,
                checkpointing,
                new Assembly(request.enabled()))
            .sweep(body);
    if (request.enabled().contains(Optimization.INVARIANT_SUMS)) {
      swept = InvariantSums.of(swept, adjoints, statements::mayShare);
    }
    ParameterShadows ofParameters =
        new ParameterShadows(flat, request.independents(), activity, shadows, adjoints);
    backward.addAll(ofParameters.constants(Blocks.used(swept)));
    backward.addAll(
        new FollowingShadows(assignments, activity, shadows, swept).of(flat.body().statements()));
    backward.addAll(swept);

    boolean binds = ofParameters.bindsResult();
    Optional<Var> value =
        request.need() == Need.VALUE || binds || returnsWhatMayFail(body, restoring)
            ? Optional.of(adjoints.made("value", flat.result()))
            : Optional.empty();
    linking.sites().values().forEach(site -> choices.add(site.explained()));
    shadows.explain(choices);
    Optional<Reason> recordsAll = recordsAll(flat);
    if (independent.isEmpty() && recordsAll.isEmpty()) {
      LoopChoice choice =
          new LoopChoice(
              body, assignments, storage, restoring, Scoping.free(backward), value.isPresent());
      IndependentLoops.Found found = IndependentLoops.of(flat, regions, assignments, summaries);
      found.others().forEach((loop, why) -> remark(loop, why));
      better.addAll(choice.of(found.independent(), choices));
    } else if (independent.isEmpty()) {
      loops(flat.body()).forEach(loop -> remark(loop, recordsAll.get()));
    }
    List<Stmt> prelude = new ArrayList<>(storage.prelude());
    value.ifPresent(v -> prelude.add(Make.local(v, Make.zero(v.type()))));
    ForwardSweep.Pass pass =
        ForwardSweep.sweep(body, checkpointing, plan, storage, value, names.freshName("forward"));
    Optional<LateValue> late =
        request.need() == Need.LATE_VALUE && !independent.isEmpty()
            ? LateValue.of(body, checkpointing, assignments, regions, backward)
            : Optional.empty();
    List<Stmt> forward = late.map(l -> l.without(pass)).orElse(pass.code());
    Set<Stmt> droppable = DeadCode.identitySet();
    pass.sources()
        .keySet()
        .forEach(
            made -> {
              if (pass.isDroppable(made, restoring, checkpointing)) {
                droppable.add(made);
              }
            });
    Set<Var> captured = new HashSet<>();
    Set<Var> tapes = new LinkedHashSet<>();
    new Walker() {
      @Override
      protected void declare(Var v) {
        if (storage.isTape(v)) {
          tapes.add(v);
        }
        if (assignments.isCaptured(v)) {
          captured.add(v);
        }
      }
    }.walk(concat(prelude, forward));
    return new Sweeps(
        flat,
        prelude,
        forward,
        backward,
        value,
        resultAdjoint,
        shadowsVar,
        ofParameters.bindings(shadowsVar, value, resultAdjoint),
        ofParameters.settling(shadowsVar),
        tapes,
        captured,
        droppable,
        ofParameters.identified(),
        callTapes(linking.sites()),
        independent,
        late,
        new Sharing(flat, regions, adjoints, statements::mayShare),
        adjoints,
        names,
        choices);
  }

  /** Why every loop is recorded, whatever it does; nothing where that is chosen for each. */
  private Optional<Reason> recordsAll(Function f) {
    if (!request.enabled().contains(Optimization.INDEPENDENT_LOOPS)) {
      return Optional.of(Reason.of(Why.SWITCHED_OFF));
    }
    boolean mayThrow = request.isPair() && !f.thrown().isEmpty(); // The backward half does not.
    return mayThrow ? Optional.of(Reason.of(Why.CHECKED_EXCEPTIONS)) : Optional.empty();
  }

  private static List<Origin> loops(Stmt.Block body) {
    return body.statements().stream().filter(Stmt::isLoop).map(Stmt::origin).toList();
  }

  private void remark(Origin loop, Reason why) {
    choices.remark(loop, Reason.of(Why.NOT_STRAIGHT_BACK, why));
  }

  private static Set<Type> callTapes(Map<Stmt, CallSite> sites) {
    Set<Type> types = new HashSet<>();
    for (CallSite site : sites.values()) {
      if (site.tape() != null && !site.isByValue()) {
        types.add(site.tape().type());
      }
    }
    return types;
  }

  private Activity activity(Function f, Regions regions) {
    return Activity.of(f, regions, request.summaries(), request.independents(), request.isPair());
  }

  /** The caller of a pair may still need what its arrays held before the call. */
  private Set<Regions.Region> contentsNeededAtEntry(
      Function f, Regions regions, ShadowPlan shadows) {
    Set<Regions.Region> needed = new HashSet<>();
    for (Var p : f.parameters()) {
      if (request.isPair()) {
        needed.addAll(regions.reachable(p.type(), regions.of(p)));
      } else if (request.independents().contains(p)) {
        needed.addAll(shadows.movingElements(p));
      }
    }
    return needed;
  }

  static List<Stmt> concat(List<Stmt> first, List<Stmt> second) {
    List<Stmt> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
