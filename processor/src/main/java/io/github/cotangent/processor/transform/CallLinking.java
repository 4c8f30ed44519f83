package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.RuleText;
import io.github.cotangent.processor.diagnostics.UnknownCallee;
import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Replaces each call whose derivative is needed by a call of the callee's forward half; see {@link
 * CallSite}. Calls that carry no derivative stay as they are, and so do those with a hand-written
 * pullback.
 */
final class CallLinking extends Rewriter {

  private final Activity activity;
  private final Summaries summaries;
  private final Links links;
  private final Names names;
  private final Map<Stmt, CallSite> sites = new IdentityHashMap<>();
  private final Map<Stmt, Stmt> originals = new IdentityHashMap<>();
  private int loops;

  CallLinking(Activity activity, Summaries summaries, Links links, Names names) {
    this.activity = activity;
    this.summaries = summaries;
    this.links = links;
    this.names = names;
  }

  /** The call sites, by the statement that carries the adjoint of the call. */
  Map<Stmt, CallSite> sites() {
    return sites;
  }

  /** What a declaration or assignment gives its variable, as the user wrote it. */
  Optional<Expr> value(Stmt s) {
    CallSite site = sites.get(s);
    if (site != null) {
      return Optional.of(site.call());
    }
    if (s instanceof Stmt.Local l) {
      return l.init();
    }
    return s instanceof Stmt.Assign a ? Optional.of(a.value()) : Optional.empty();
  }

  /** The types of what calls of pairs leave behind for their backward halves. */
  Set<Type> tapeTypes() {
    return sites.values().stream()
        .filter(site -> site.tape() != null && !site.isByValue())
        .map(site -> site.tape().type())
        .collect(Collectors.toSet());
  }

  /** A loop with checkpoints, as it was before its calls were replaced: so it runs unrecorded. */
  Map<Stmt, Stmt> originals() {
    return originals;
  }

  @Override
  protected List<Stmt> loop(Stmt loop, Supplier<Stmt> inside) {
    loops++;
    Stmt linked = inside.get();
    loops--;
    if (Stmt.Checkpoint.of(Bodies.ofLoop(loop)).isPresent()) {
      originals.put(linked, loop);
    }
    return List.of(linked);
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    Place target = new Place.Variable(s.var());
    return s.init().isPresent() && isActive(s.init().get(), target)
        ? link((Expr.Call) s.init().get(), target, s)
        : List.of(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    return isActive(s.value(), s.target())
        ? link((Expr.Call) s.value(), s.target(), s)
        : List.of(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Evaluate s) {
    return isActive(s.expr(), null) ? link((Expr.Call) s.expr(), null, s) : List.of(s);
  }

  /** True for a call of what carries a derivative that may come out of it again. */
  private boolean isActive(Expr e, Place target) {
    if (!(e instanceof Expr.Call c) || !isLinked(c)) {
      return false;
    }
    boolean goesIn = false;
    boolean comesOut = target != null && activity.isActive(target.read());
    for (int i = 0; i < c.arguments().size(); i++) {
      Expr argument = c.arguments().get(i);
      goesIn |= c.callee().differentiates(i) && activity.isActive(argument);
      comesOut |= argument.type().isReference() && summaries.writes(c.callee(), i);
    }
    return goesIn && comesOut;
  }

  private boolean isLinked(Expr.Call c) {
    return switch (c.callee().kind()) {
      case LOCAL, LINKED -> true;
      case RULED -> c.callee().derivation().orElseThrow().pullback().isPresent();
      case FOREIGN -> refuse(c);
      case MATH, ARRAY, CONSTANT, SINK, GENERATED -> false;
    };
  }

  /**
   * The fence lets no derivative into a foreign method of the user's code; but a hand-written
   * tangent may be one, and is not differentiable then.
   */
  private boolean refuse(Expr.Call c) {
    boolean gives =
        c.type().isDifferentiable()
            || c.arguments().stream().anyMatch(a -> a.type().holdsDifferentiableArray());
    if (gives && c.arguments().stream().anyMatch(a -> varies(a))) {
      String rule = RuleText.suggestion(c.callee());
      String remedy = UnknownCallee.remedy(c.callee(), false);
      throw new Refusal(ErrorId.UNKNOWN_DERIVATIVE, c.origin(), c.callee().name(), remedy, rule);
    }
    return false;
  }

  private boolean varies(Expr e) {
    return e.type().isDifferentiable() && activity.isVaried(e);
  }

  private List<Stmt> link(Expr.Call call, Place target, Stmt s) {
    links
        .lacksSecond(call.callee())
        .ifPresent(
            c -> {
              throw new Refusal(ErrorId.UNKNOWN_TANGENT, call.origin(), c.name(), "'order = 2'");
            });
    if (call.callee().kind() == Callee.Kind.RULED) {
      boolean isUsed = target != null && activity.isActive(target.read());
      if (isUsed || !call.callee().derivation().orElseThrow().writes().isEmpty()) {
        sites.put(s, CallSite.ruled(call, target));
      }
      return List.of(s);
    }
    Linkage linkage = links.of(call.callee());
    Optional<List<Integer>> read = links.tapeless(call.callee());
    if (read.isPresent()) {
      return tapeless(call, linkage, read.get(), target, s);
    }
    boolean named = target instanceof Place.Variable;
    String wish =
        linkage.isByValue() && named
            ? ((Place.Variable) target).var().name() + "AndGradient"
            : linkage.base() + (linkage.isByValue() ? "AndGradient" : "Tape");
    Var tape = names.fresh(wish, CallSite.tapeType(linkage));
    Optional<Var> partial = partial(linkage, target);
    CallSite site = new CallSite(call, linkage, tape, target, partial, List.of());
    Stmt forward = site.forward(s.origin());
    if (target == null) {
      sites.put(forward, site);
      return List.of(forward);
    }
    Stmt value =
        s instanceof Stmt.Local l
            ? new Stmt.Local(l.var(), Optional.of(site.value()), s.origin())
            : new Stmt.Assign(target, site.value(), false, s.origin());
    sites.put(value, site);
    List<Stmt> code = new ArrayList<>(List.of(forward));
    code.addAll(site.takePartial(s.origin()));
    code.add(value);
    return code;
  }

  /** The forward half stands where the call stood; without a result there is no way back. */
  private List<Stmt> tapeless(
      Expr.Call call, Linkage linkage, List<Integer> read, Place target, Stmt s) {
    Expr run = CallSite.run(call, linkage);
    Stmt made =
        target == null
            ? new Stmt.Evaluate(run, s.origin())
            : s instanceof Stmt.Local l
                ? new Stmt.Local(l.var(), Optional.of(run), s.origin())
                : new Stmt.Assign(target, run, false, s.origin());
    if (target != null && activity.isActive(target.read())) {
      sites.put(made, CallSite.tapeless(call, linkage, target, read));
    }
    return List.of(made);
  }

  /** A variable for the only partial derivative of a call in a loop, if its result needs one. */
  private Optional<Var> partial(Linkage linkage, Place target) {
    boolean mayKeep = loops > 0 && linkage.isByValue() && target instanceof Place.Variable;
    if (!mayKeep || !activity.isActive(target.read())) {
      return Optional.empty();
    }
    Type gradient = linkage.gradientType(linkage.differentiable());
    String name = ((Place.Variable) target).var().name() + "Partial";
    return gradient.isScalar() ? Optional.of(names.fresh(name, gradient)) : Optional.empty();
  }
}
