package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Renaming;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.rules.Calculus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Gives names to parts of long formulas, so that each statement has a short derivative and no
 * transcendental function is computed twice:
 *
 * <pre>{@code
 * y = Math.exp(a * x) * b;     becomes     double exp = Math.exp(a * x);
 *                                          y = exp * b;
 * }</pre>
 *
 * <p>A part is named if the backward pass will read its value and computing it again is expensive,
 * or if three or more active operands under one product would make the adjoints long.
 */
final class Flattening extends Rewriter {

  private static final int MANY_LEAVES = 3;

  private final Activity activity;
  private final Regions regions;
  private final Names names;
  private final Map<Expr, Integer> leavesOf = new IdentityHashMap<>();
  private final Set<Var> reassigned = new HashSet<>();
  private final Set<Stmt> once = Collections.newSetFromMap(new IdentityHashMap<>());
  private List<Stmt> pending = new ArrayList<>();
  private Origin origin = Origin.NONE;

  private Flattening(Activity activity, Regions regions, Names names) {
    this.activity = activity;
    this.regions = regions;
    this.names = names;
  }

  /** The body with the parts of active formulas named. */
  static Stmt.Block flatten(Stmt.Block body, Activity activity, Regions regions, Names names) {
    Flattening flattening = new Flattening(activity, regions, names);
    flattening.once.addAll(body.statements());
    flattening.reassigned.addAll(Mentions.written(List.of(body)));
    return flattening.block(body);
  }

  /** A declaration in a loop has an older value to go back to, if others assign the variable. */
  private boolean overwritesResult(Stmt.Local s) {
    return !once.contains(s)
        && reassigned.contains(s.var())
        && activity.isActive(Make.read(s.var()))
        && readsResult(s.init().get());
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    if (s.init().isPresent() && overwritesResult(s)) {
      Stmt.Local result = named(s.init().get(), s.origin());
      Expr value = new Expr.Read(result.var());
      return List.of(result, new Stmt.Local(s.var(), Optional.of(value), s.origin()));
    }
    if (s.init().isEmpty() || !isActiveFormula(s.init().get())) {
      return List.of(s);
    }
    return with(
        s.origin(),
        () -> new Stmt.Local(s.var(), Optional.of(whole(s.init().get(), true)), s.origin()));
  }

  /** The array that a call returns has an adjoint, also where nobody takes it. */
  @Override
  public List<Stmt> visit(Stmt.Evaluate s) {
    boolean gives =
        s.expr() instanceof Expr.Call c
            && c.callee().kind() == Callee.Kind.RULED
            && c.type().holdsDifferentiableArray();
    return gives ? List.of(named(s.expr(), s.origin())) : List.of(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    if (s.target() instanceof Place.Variable && readsResult(s.value())) {
      Stmt.Local local = named(s.value(), s.origin());
      Expr value = new Expr.Read(local.var());
      return List.of(local, new Stmt.Assign(s.target(), value, false, s.origin()));
    }
    if (s.target() instanceof Place.Variable v && replacesItself(v.var(), s.value())) {
      return viaOldValue(v.var(), s);
    }
    boolean isStored = s.target() instanceof Place.Slot && s.target().type().isReference();
    if (isStored && s.target().type().isDifferentiable() && isMade(s.value())) {
      return viaName(s);
    }
    if (!isActiveFormula(s.value())) {
      return List.of(s);
    }
    boolean keepsOperands = !overwritesOperand(s.target(), s.value());
    return with(
        s.origin(),
        () ->
            new Stmt.Assign(s.target(), whole(s.value(), keepsOperands), s.compound(), s.origin()));
  }

  /**
   * True for a call whose hand-written derivative takes its result, or finds its adjoint by the
   * result: that gets a name.
   */
  private static boolean readsResult(Expr e) {
    return e instanceof Expr.Call c
        && c.callee()
            .derivation()
            .filter(d -> !d.isFormula() && (d.readsResult() || c.type().isValue()))
            .isPresent();
  }

  private Stmt.Local named(Expr value, Origin at) {
    Var v = names.fresh(nameOf(value), value.type());
    String text = v.name() + " = " + Printer.print(value);
    return new Stmt.Local(v, Optional.of(value), new Origin(at.start(), at.end(), text));
  }

  /**
   * What is made for an array element, and a record that moves from one to another, gets a name:
   *
   * <pre>{@code
   * ps[i] = new Point(x, y);     becomes     Point point = new Point(x, y);
   *                                          ps[i] = point;
   * }</pre>
   */
  private List<Stmt> viaName(Stmt.Assign s) {
    Type type = s.target().type();
    String wish = "row";
    if (type instanceof Type.Record r) {
      wish = Names.decapitalized(r.name().simpleName());
    }
    Var v = names.fresh(wish, type);
    String text = v.name() + " = " + Printer.print(s.value());
    Origin named = new Origin(s.origin().start(), s.origin().end(), text);
    return List.of(
        new Stmt.Local(v, Optional.of(s.value()), named),
        new Stmt.Assign(s.target(), new Expr.Read(v), false, s.origin()));
  }

  private static boolean isMade(Expr e) {
    return e instanceof Expr.NewRecord
        || e instanceof Expr.ArrayLiteral
        || e instanceof Expr.NewArray
        || e instanceof Expr.Element && e.type().holdsScalar()
        || e instanceof Expr.Call;
  }

  /** True for {@code a = Arrays.copyOf(a, n)}, where one name has two adjoints in one statement. */
  private boolean replacesItself(Var v, Expr value) {
    return v.type().isReference()
        && v.type().isDifferentiable()
        && !(value instanceof Expr.Read)
        && Reads.of(value, regions).vars().contains(v);
  }

  /** {@code T old = v; v = value of old}. */
  private List<Stmt> viaOldValue(Var v, Stmt.Assign s) {
    Var old = names.fresh(v.name() + "Before", v.type());
    Origin named = new Origin(s.origin().start(), s.origin().end(), old.name() + " = " + v.name());
    return List.of(
        new Stmt.Local(old, Optional.of(new Expr.Read(v)), named),
        new Stmt.Assign(
            s.target(), Renaming.apply(s.value(), Map.of(v, old)), s.compound(), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Return s) {
    if (s.value().isEmpty() || !isActiveFormula(s.value().get())) {
      return List.of(s);
    }
    return with(
        s.origin(), () -> new Stmt.Return(Optional.of(whole(s.value().get(), false)), s.origin()));
  }

  /** A for loop's header has no room for further statements. */
  @Override
  public List<Stmt> visit(Stmt.For s) {
    return List.of(new Stmt.For(s.init(), s.test(), s.update(), block(s.body()), s.origin()));
  }

  private List<Stmt> with(Origin at, Supplier<Stmt> rebuild) {
    pending = new ArrayList<>();
    origin = at;
    Stmt s = rebuild.get();
    List<Stmt> out = new ArrayList<>(pending);
    out.add(s);
    return out;
  }

  private boolean isActiveFormula(Expr e) {
    return e.type().isScalar() && !Calculus.activeOperands(e).isEmpty() && leaves(e) > 0;
  }

  private boolean overwritesOperand(Place target, Expr value) {
    Reads reads = Reads.of(value, regions);
    return target instanceof Place.Variable v
        ? reads.vars().contains(v.var())
        : reads.regions().contains(regions.written(target));
  }

  /** The formula of a whole statement; its value is stored if it can be read again afterwards. */
  private Expr whole(Expr e, boolean isStored) {
    Expr parts = parts(e, false);
    return !isStored && isExpensive(e) && readsOwnValue(e) ? name(parts) : parts;
  }

  /**
   * The expression with its parts named.
   *
   * @param isRead true if the derivative of the enclosing expression reads this one's value
   */
  private Expr parts(Expr e, boolean isRead) {
    List<Integer> active = activeOperands(e);
    if (active.isEmpty()) {
      return e;
    }
    Expr out = e;
    for (int k : active) {
      Expr operand = Calculus.operand(e, k);
      boolean reads = isRead && isSum(e) || isReadByOthers(e, k, active);
      Expr flat = parts(operand, reads);
      boolean isMade = !activeOperands(operand).isEmpty();
      boolean expensive = isExpensive(operand) && (reads || readsOwnValue(operand));
      boolean wide = leaves(operand) >= MANY_LEAVES && !Calculus.partialIsLiteral(e, k);
      out = Operands.replace(out, k, isMade && (expensive || wide) ? name(flat) : flat);
    }
    return out;
  }

  /** A sum hands on what its parent reads. */
  private static boolean isSum(Expr e) {
    return e instanceof Expr.Unary
        || e instanceof Expr.Cast
        || e instanceof Expr.Binary b
            && (b.op() == Expr.Binary.Op.ADD || b.op() == Expr.Binary.Op.SUB);
  }

  /** True if the partial of some active operand names this operand. */
  private static boolean isReadByOthers(Expr e, int k, List<Integer> active) {
    if (e instanceof Expr.Binary b) {
      return switch (b.op()) {
        case MUL -> active.contains(1 - k);
        case DIV, REM -> active.contains(1);
        default -> false;
      };
    }
    return e instanceof Expr.Call;
  }

  private List<Integer> activeOperands(Expr e) {
    return Calculus.activeOperands(e).stream()
        .filter(k -> leaves(Calculus.operand(e, k)) > 0)
        .toList();
  }

  private boolean readsOwnValue(Expr e) {
    return activeOperands(e).stream().anyMatch(k -> Calculus.partialReadsValue(e, k));
  }

  private static boolean isExpensive(Expr e) {
    return e instanceof Expr.Call && Calculus.isExpensive(e);
  }

  /** The number of places where something active is read. */
  private int leaves(Expr e) {
    Integer known = leavesOf.get(e);
    if (known == null) {
      known = count(e);
      leavesOf.put(e, known);
    }
    return known;
  }

  private int count(Expr e) {
    if (e instanceof Expr.Read r) {
      return activity.isActive(r.var()) ? 1 : 0;
    }
    if (e instanceof Expr.Element x) {
      return activity.isActive(regions.of(x.array())) ? 1 : 0;
    }
    if (e instanceof Expr.Component c) {
      return activity.isActive(Reads.base(c)) ? 1 : 0;
    }
    return Calculus.activeOperands(e).stream().mapToInt(k -> leaves(Calculus.operand(e, k))).sum();
  }

  private Expr name(Expr e) {
    Stmt.Local local = named(e, origin);
    pending.add(local);
    return new Expr.Read(local.var());
  }

  private static String nameOf(Expr e) {
    if (e instanceof Expr.Call c) {
      return c.callee().name();
    }
    if (e instanceof Expr.Binary b) {
      return switch (b.op()) {
        case MUL -> "product";
        case DIV -> "quotient";
        case ADD -> "sum";
        case SUB -> "difference";
        case REM -> "remainder";
        default -> "value";
      };
    }
    return e.type().equals(Type.FLOAT) ? "rounded" : "value";
  }
}
