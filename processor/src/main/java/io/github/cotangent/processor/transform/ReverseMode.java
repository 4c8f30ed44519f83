package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.ElementOrder;
import io.github.cotangent.processor.analysis.FinalValues;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.LoopLocals;
import io.github.cotangent.processor.analysis.OldValues;
import io.github.cotangent.processor.analysis.Recording;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.RenewedArrays;
import io.github.cotangent.processor.analysis.Signs;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reverse mode for one function: a forward sweep, which runs the primal and records what will be
 * overwritten, and a backward sweep, which passes adjoints from the result to the parameters.
 *
 * <p>The steps, in order: long formulas get names for their parts, and analyses find what is
 * active, what may share storage and what is assigned once ({@link Primal}); calls are replaced by
 * their forward halves ({@link CallLinking}); each statement's adjoint is made ({@link Fragments});
 * from what the adjoints read ({@link BackwardReads}) follows what must be recorded ({@link
 * Recording}); then the backward sweep is put together ({@link BackwardSweep}), and the forward
 * sweep around the plan that it leaves ({@link ForwardSweep}).
 */
public final class ReverseMode {

  /**
   * What to make.
   *
   * @param purpose what it is for
   * @param function in core form
   * @param names of the function; what is made gets others
   * @param links how the functions that it calls are linked
   * @param independents the parameters to differentiate with respect to
   * @param enabled the optimizations
   */
  record Request(
      Purpose purpose,
      Function function,
      Names names,
      Summaries summaries,
      Links links,
      Set<Var> independents,
      Set<Optimization> enabled) {}

  private final Request request;
  private final Names names;
  private final AdjointVars adjoints;
  private final Var resultAdjoint;
  private final Var shadowsVar;

  /** The positions in the body of the loops that are not recorded. */
  private final Set<Integer> independent;

  /** Those that had better not be, found once all are. */
  private Set<Integer> better = Set.of();

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

  private Sweeps make() {
    // The primal, and its calls replaced by their forward halves.
    Primal primal = Primal.of(request, independent, names);
    Assignments assignments = primal.assignments();
    CallLinking linking =
        new CallLinking(primal.activity(), request.summaries(), request.links(), names);
    Stmt.Block body = linking.block(primal.function().body());
    Jumps jumps = Jumps.of(body);

    // The adjoint of each statement.
    ElementOrder order = primal.order(body, isEnabled(Optimization.COMPARED_INDICES));
    ShadowPlan shadows = shadows(primal, body, jumps, linking);
    AdjointPlaces places = new AdjointPlaces(primal.regions(), adjoints, shadows);
    Fragments fragments =
        new Fragments(
            primal,
            order,
            adjoints,
            places,
            linking.sites(),
            request.links(),
            resultAdjoint,
            shadowsVar);

    // What must be recorded for them.
    Checkpointing checkpointing =
        new Checkpointing(linking, jumps, primal, adjoints, shadows, shadowsVar, names);
    FinalValues finals =
        FinalValues.of(
            body,
            jumps,
            assignments,
            v ->
                ShadowPlan.arrays(v.type()).isEmpty() || !primal.activity().isActive(Make.read(v)));
    Overwriting overwriting = new Overwriting(primal.regions(), primal.summaries());
    Undoing undoing =
        new Undoing(assignments, primal.regions(), isEnabled(Optimization.UNDONE_STEPS));
    BackwardReads reads =
        new BackwardReads(
            body, primal, jumps, adjoints, fragments, overwriting, undoing, checkpointing);
    Set<Regions.Region> atEntry = contentsNeededAtEntry(primal, shadows);
    Recomputing.Choice choice =
        Recomputing.choose(
            body,
            primal,
            reads,
            x -> Recording.of(body, jumps, finals, order, x, atEntry),
            isEnabled(Optimization.RECOMPUTED_LOCALS));
    Restoring restoring =
        new Restoring(
            assignments,
            adjoints,
            shadows,
            finals,
            isEnabled(Optimization.UNDONE_STEPS)
                ? OldValues.of(body, jumps, assignments)
                : OldValues.NONE,
            choice.recording(),
            reads.recomputing(choice.recomputed()),
            fragments,
            overwriting,
            undoing);
    Droppable droppable =
        new Droppable(body, primal, jumps, places, fragments, request.purpose().throwsFirst());

    // The backward sweep, and what the forward sweep shall record.
    LoopBounds bounds = new LoopBounds(new Signs(assignments));
    Storage storage = new Storage(names, adjoints, LoopLocals.of(body), bounds, choices);
    Plan plan = new Plan();
    List<Stmt> swept =
        new BackwardSweep(
                new BackwardSweep.Shared(
                    primal,
                    jumps,
                    bounds,
                    plan,
                    new Blocks(primal, adjoints, shadows, choice.recomputed()),
                    restoring,
                    droppable,
                    checkpointing,
                    new Assembly(request.enabled())),
                storage)
            .sweep(body);
    if (request.purpose().sharesArrays() && isEnabled(Optimization.TAPELESS_CALLS)) {
      swept = KnownLengths.replaced(swept, body, assignments, primal.regions());
    }
    if (isEnabled(Optimization.DIRECT_SHADOWS)) {
      swept = new FixedRows(shadowsVar, adjoints, places::find).of(swept, body, assignments);
    }
    if (isEnabled(Optimization.INVARIANT_SUMS)) {
      swept = InvariantSums.of(swept, adjoints, places::mayShare);
    }
    ParameterShadows ofParameters =
        new ParameterShadows(
            primal.function(), request.independents(), primal.activity(), shadows, adjoints);
    List<Stmt> backward = new ArrayList<>(ofParameters.constants(Blocks.used(swept)));
    backward.addAll(
        new FollowingShadows(assignments, primal.activity(), shadows, swept)
            .of(primal.function().body().statements()));
    backward.addAll(swept);

    // The function's value, and which loops need not have been recorded.
    Optional<Var> value =
        needsValue() || ofParameters.bindsResult() || !droppable.containsReturns(body)
            ? Optional.of(adjoints.made("value", primal.function().result()))
            : Optional.empty();
    linking.sites().values().forEach(site -> choices.add(site.explained(request.links())));
    shadows.explain(choices);
    primal.explained().forEach(choices::add);
    if (independent.isEmpty()) {
      Set<Var> needed = Scoping.free(backward);
      better =
          new LoopChoice(request, primal, body, storage, droppable, needed, value.isPresent())
              .of(choices);
    }

    // The forward sweep.
    List<Stmt> prelude = new ArrayList<>(storage.prelude());
    value.ifPresent(v -> prelude.add(Make.local(v, Make.zero(v.type()))));
    ForwardSweep.Pass pass =
        ForwardSweep.sweep(body, checkpointing, plan, storage, value, names.freshName("forward"));
    Optional<LateValue> late =
        request.purpose().mayMakeValueLate() && !independent.isEmpty()
            ? LateValue.of(body, checkpointing, assignments, primal.regions(), backward)
            : Optional.empty();
    List<Stmt> forward = late.map(l -> l.without(pass)).orElse(pass.code());
    Set<Var> declared = Mentions.declared(concat(prelude, forward));
    return new Sweeps(
        primal.function(),
        prelude,
        forward,
        backward,
        value,
        resultAdjoint,
        shadowsVar,
        ofParameters.bindings(shadowsVar, value, resultAdjoint),
        ofParameters.settling(shadowsVar),
        filtered(declared, storage::isTape),
        filtered(declared, assignments::isCaptured),
        pass.droppable(droppable, checkpointing),
        ofParameters.identified(),
        linking.tapeTypes(),
        independent,
        late,
        new Sharing(primal.function(), primal.regions(), adjoints, places::mayShare),
        adjoints,
        names,
        choices);
  }

  private boolean isEnabled(Optimization optimization) {
    return request.enabled().contains(optimization);
  }

  private ShadowPlan shadows(Primal primal, Stmt.Block body, Jumps jumps, CallLinking linking) {
    RenewedArrays renewed =
        RenewedArrays.of(
            primal.function(),
            body,
            jumps,
            primal.regions(),
            primal.assignments(),
            s -> linking.value(s).filter(primal.summaries()::makesArray).isPresent());
    LookedUpShadows lookedUp =
        new LookedUpShadows(
            primal.function(),
            primal.regions(),
            primal.assignments(),
            primal.summaries(),
            request.links(),
            renewed,
            request.purpose().sharesArrays(),
            isEnabled(Optimization.DIRECT_SHADOWS));
    return new ShadowPlan(
        primal.regions(),
        primal.dereferences(),
        primal.assignments(),
        primal.summaries(),
        lookedUp,
        adjoints,
        shadowsVar,
        resultAdjoint);
  }

  /** The caller of a pair may still need what its arrays held before the call. */
  private Set<Regions.Region> contentsNeededAtEntry(Primal primal, ShadowPlan shadows) {
    Set<Regions.Region> needed = new HashSet<>();
    for (Var p : primal.function().parameters()) {
      if (request.purpose().sharesArrays()) {
        needed.addAll(primal.regions().reachable(p.type(), primal.regions().of(p)));
      } else if (request.independents().contains(p)) {
        needed.addAll(shadows.movingElements(p));
      }
    }
    return needed;
  }

  private boolean needsValue() {
    return request.purpose().needsValue() && !(request.function().result() instanceof Type.Void);
  }

  private static Set<Var> filtered(Set<Var> variables, Predicate<Var> condition) {
    return variables.stream()
        .filter(condition)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static List<Stmt> concat(List<Stmt> first, List<Stmt> second) {
    List<Stmt> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
