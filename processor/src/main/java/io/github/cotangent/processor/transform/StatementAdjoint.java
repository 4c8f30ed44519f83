package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.rules.Calculus;
import io.github.cotangent.processor.rules.Simplifier;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chain rule for one statement: the code that passes the adjoint of what it assigned on to what
 * it read. For {@code y = a * x}:
 *
 * <pre>{@code
 * da += dy * x;
 * dx += dy * a;
 * dy = 0.0;         // y's old value has no part in what came after
 * }</pre>
 *
 * <p>The code reads primal values as they were before the statement; with {@code readsAfter}, the
 * assigned value itself, which must not have been restored yet.
 */
final class StatementAdjoint {

  /**
   * The adjoint code of a statement.
   *
   * @param code may be empty
   * @param readsAfter true if the code reads the value that the statement assigned
   */
  record Fragment(List<Stmt> code, boolean readsAfter) {
    static final Fragment EMPTY = new Fragment(List.of(), false);
  }

  private static final Set<String> ONES = Set.of("1", "1.0", "1.0f");

  private final Activity activity;
  private final Regions regions;
  private final AdjointVars adjoints;
  private final ShadowPlan shadows;
  private final Var resultAdjoint;
  private final Map<Expr, Boolean> activeLeaf = new IdentityHashMap<>();

  StatementAdjoint(
      Activity activity,
      Regions regions,
      AdjointVars adjoints,
      ShadowPlan shadows,
      Var resultAdjoint) {
    this.activity = activity;
    this.regions = regions;
    this.adjoints = adjoints;
    this.shadows = shadows;
    this.resultAdjoint = resultAdjoint;
  }

  /** The adjoint of a declaration, an assignment or a return; empty for all other statements. */
  Fragment of(Stmt s) {
    if (s instanceof Stmt.Local l && l.init().isPresent()) {
      return assignment(Make.read(l.var()), l.init().get(), true);
    }
    if (s instanceof Stmt.Assign a) {
      return assignment(a.target().read(), a.value(), false);
    }
    if (s instanceof Stmt.Evaluate e
        && e.expr() instanceof Expr.Call c
        && c.callee().kind() == Callee.Kind.ARRAY) {
      return new Fragment(new ArrayAdjoint(activity, regions, this, adjoints).inPlace(c), false);
    }
    if (s instanceof Stmt.Surgery u) {
      return new Fragment(new SurgeryAdjoint(activity, this, adjoints).of(u), false);
    }
    if (s instanceof Stmt.Return r && r.value().isPresent()) {
      return new Fragment(returned(r.value().get()), false);
    }
    return Fragment.EMPTY;
  }

  private Fragment assignment(Expr target, Expr value, boolean isDeclaration) {
    Type type = target.type();
    if (target.equals(value)) {
      return Fragment.EMPTY;
    }
    if (type.isScalar()) {
      return isActiveLeaf(target) ? scalar(target, value, isDeclaration) : Fragment.EMPTY;
    }
    if (type instanceof Type.Record && type.isDifferentiable()) {
      return new Fragment(record(target, value, isDeclaration), false);
    }
    if (type instanceof Type.Array && type.isDifferentiable()) {
      return new Fragment(
          new ArrayAdjoint(activity, regions, this, adjoints).newArray(target, value), false);
    }
    return Fragment.EMPTY;
  }

  // Scalars

  private Fragment scalar(Expr target, Expr value, boolean isDeclaration) {
    Expr seed = adjoint(target);
    boolean mayReadAfter = mayReadAfter(target, value);
    if (target instanceof Expr.Read && mayReadAfter && isQuotientOfActive(value)) {
      return new Fragment(quotient(target, (Expr.Binary) value, seed, isDeclaration), true);
    }
    boolean readsAfter = mayReadAfter && readsOwnValue(value);
    Map<Expr, Expr> partials = partials(value, readsAfter ? target : null);
    List<Stmt> code = new ArrayList<>();
    if (target instanceof Expr.Read) {
      variable(seed, partials, isDeclaration, code);
    } else {
      slot((Expr.Element) target, seed, partials, code);
    }
    return new Fragment(code, readsAfter);
  }

  private boolean isQuotientOfActive(Expr value) {
    return value instanceof Expr.Binary b
        && b.op() == Expr.Binary.Op.DIV
        && hasActiveLeaf(b.left())
        && hasActiveLeaf(b.right());
  }

  /**
   * Both partials of a quotient are multiples of one over the divisor, so one division serves both:
   *
   * <pre>{@code
   * double dNumerator = dz / y;    // z = x / y
   * dx += dNumerator;
   * dy -= dNumerator * z;
   * }</pre>
   */
  private List<Stmt> quotient(Expr target, Expr.Binary value, Expr seed, boolean isDeclaration) {
    Expr reciprocal = Calculus.partial(value, 0, target);
    Expr shared = Simplifier.times(seed, reciprocal);
    Var numerator = adjoints.made("dNumerator", shared.type());
    Map<Expr, Expr> partials = new LinkedHashMap<>();
    collect(value.left(), null, null, partials);
    collect(value.right(), Simplifier.negate(target), null, partials);
    List<Stmt> code = new ArrayList<>(List.of(Make.local(numerator, shared)));
    variable(Make.read(numerator), partials, true, code);
    if (!isDeclaration) {
      code.add(Make.assign(Make.place(seed), Make.zero(seed.type())));
    }
    return code;
  }

  /** The partial's formula may name the result only where the operands are still as they were. */
  private boolean mayReadAfter(Expr target, Expr value) {
    Reads reads = Reads.of(value, regions);
    return target instanceof Expr.Read r
        ? !reads.vars().contains(r.var())
        : !reads.regions().contains(regions.of(((Expr.Element) target).array()));
  }

  private boolean readsOwnValue(Expr value) {
    if (value instanceof Expr.Read || value instanceof Expr.Element) {
      return false;
    }
    return Calculus.activeOperands(value).stream()
        .anyMatch(
            k -> hasActiveLeaf(Calculus.operand(value, k)) && Calculus.partialReadsValue(value, k));
  }

  private void variable(
      Expr seed, Map<Expr, Expr> partials, boolean isDeclaration, List<Stmt> code) {
    Expr own = partials.remove(seed);
    partials.forEach((leaf, partial) -> code.add(contribution(leaf, seed, partial)));
    if (isDeclaration) {
      return;
    }
    if (own == null) {
      code.add(Make.assign(Make.place(seed), Make.zero(seed.type())));
    } else if (!isOne(own)) {
      code.add(Make.assign(Make.place(seed), scaled(seed, own)));
    }
  }

  private void slot(Expr.Element target, Expr seed, Map<Expr, Expr> partials, List<Stmt> code) {
    Expr own = partials.get(seed);
    boolean keepsOwn = own != null && isOne(own);
    if (keepsOwn) {
      partials.remove(seed);
    }
    long sameStorage =
        partials.keySet().stream().filter(leaf -> sharesStorage(leaf, target)).count();
    Expr from = seed;
    boolean scalesOwn = own != null && !keepsOwn && sameStorage == 1;
    boolean needsCopy = !scalesOwn && (keepsOwn ? sameStorage > 1 : sameStorage > 0);
    if (needsCopy) {
      Var copy = adjoints.made("dElement", seed.type());
      code.add(Make.local(copy, seed));
      from = Make.read(copy);
    }
    if (needsCopy && !keepsOwn) {
      // Its own part is the first that the element receives again.
      partials.remove(seed);
      Expr first = own == null ? Make.zero(seed.type()) : scaled(from, own);
      code.add(Make.assign(Make.place(seed), first));
    }
    if (scalesOwn) {
      partials.remove(seed);
    }
    // With one contribution into the same storage, that one is last: it may change the seed.
    for (boolean same : new boolean[] {false, true}) {
      for (Map.Entry<Expr, Expr> e : partials.entrySet()) {
        if (sharesStorage(e.getKey(), target) == same) {
          code.add(contribution(e.getKey(), from, e.getValue()));
        }
      }
    }
    if (scalesOwn) {
      code.add(Make.assign(Make.place(seed), scaled(seed, own)));
    } else if (!needsCopy && !keepsOwn) {
      code.add(Make.assign(Make.place(seed), Make.zero(seed.type())));
    }
  }

  private static Expr scaled(Expr seed, Expr own) {
    return Make.fit(seed.type(), Simplifier.times(seed, own));
  }

  private final Map<Expr, Regions.Region> regionOfAdjoint = new java.util.HashMap<>();

  private boolean sharesStorage(Expr leafAdjoint, Expr.Element target) {
    return regions.of(target.array()).equals(regionOfAdjoint.get(leafAdjoint));
  }

  /** True if two elements of adjoint arrays may be in one array. */
  boolean mayShare(Expr a, Expr b) {
    Regions.Region region = regionOfAdjoint.get(a);
    return region == null
        || !regionOfAdjoint.containsKey(b)
        || region.equals(regionOfAdjoint.get(b));
  }

  private static Stmt contribution(Expr leaf, Expr seed, Expr partial) {
    return Make.accumulate(leaf, Simplifier.times(seed, partial));
  }

  private static boolean isOne(Expr e) {
    return e instanceof Expr.Literal l && ONES.contains(l.text());
  }

  /**
   * Passes an adjoint on to everything that an expression reads.
   *
   * @param seed the adjoint of the expression's value
   */
  List<Stmt> propagate(Expr value, Expr seed) {
    List<Stmt> code = new ArrayList<>();
    partials(value, null).forEach((leaf, partial) -> code.add(contribution(leaf, seed, partial)));
    return code;
  }

  /** The partial derivative of an expression by each adjoint that it contributes to. */
  private Map<Expr, Expr> partials(Expr value, Expr stored) {
    Map<Expr, Expr> partials = new LinkedHashMap<>();
    collect(value, null, stored, partials);
    return partials;
  }

  private void collect(Expr e, Expr factor, Expr stored, Map<Expr, Expr> partials) {
    if (isLeaf(e)) {
      if (isActiveLeaf(e)) {
        Expr one = factor == null ? new Expr.Literal(Type.INT, "1") : factor;
        partials.merge(adjoint(e), one, Simplifier::plus);
      }
      return;
    }
    for (int k : Calculus.activeOperands(e)) {
      Expr operand = Calculus.operand(e, k);
      if (hasActiveLeaf(operand)) {
        Expr partial = Calculus.partial(e, k, stored);
        collect(
            operand, factor == null ? partial : Simplifier.times(factor, partial), null, partials);
      }
    }
  }

  private static boolean isLeaf(Expr e) {
    return e instanceof Expr.Read || e instanceof Expr.Element || e instanceof Expr.Component;
  }

  private boolean isActiveLeaf(Expr e) {
    if (e instanceof Expr.Element x) {
      return activity.isActive(regions.of(x.array()));
    }
    return activity.isActive(Reads.base(e));
  }

  /** True if something with an adjoint is read by the expression through a derivative. */
  boolean hasActiveLeaf(Expr e) {
    Boolean known = activeLeaf.get(e);
    if (known == null) {
      known = isLeaf(e) ? isActiveLeaf(e) : hasActiveOperand(e);
      activeLeaf.put(e, known);
    }
    return known;
  }

  private boolean hasActiveOperand(Expr e) {
    for (int k : Calculus.activeOperands(e)) {
      if (hasActiveLeaf(Calculus.operand(e, k))) {
        return true;
      }
    }
    return false;
  }

  /** The expression for the adjoint of a scalar that can be read and assigned. */
  Expr adjoint(Expr e) {
    if (e instanceof Expr.Element x) {
      Expr a = new Expr.Element(shadows.shadow(x.array()), x.index());
      regionOfAdjoint.put(a, regions.of(x.array()));
      return a;
    }
    List<String> path = new ArrayList<>();
    Expr base = e;
    while (base instanceof Expr.Component c) {
      path.add(0, c.name());
      base = c.record();
    }
    Leaf leaf = new Leaf(List.copyOf(path), e.type());
    return Make.read(adjoints.of(((Expr.Read) base).var(), leaf));
  }

  /** The shadow of an array. */
  Expr shadow(Expr array) {
    return shadows.shadow(array);
  }

  /** Adds the partials of an argument by its leaves, scaled by the partial of its call. */
  void partialsOf(Expr argument, Expr factor, Map<Expr, Expr> partials) {
    if (argument.type().isScalar()) {
      collect(argument, factor, null, partials);
    } else if (activity.isActive(Reads.base(argument))) {
      for (Leaf leaf : Leaf.of(argument.type())) {
        partials.merge(adjoint(leaf.in(argument)), leaf.in(factor), Simplifier::plus);
      }
    }
  }

  /** Contributions of a variable's adjoint to all that its value was made from. */
  List<Stmt> distribute(Expr seed, Map<Expr, Expr> partials, boolean isDeclaration) {
    List<Stmt> code = new ArrayList<>();
    variable(seed, partials, isDeclaration, code);
    return code;
  }

  /** True if the shadow of an array or value is found by its identity. */
  boolean isFound(Expr value) {
    return shadows.isFound(value);
  }

  /** The shadow of an array for a callee: where rows may have been exchanged, as they are now. */
  Expr settled(Expr array) {
    boolean moves =
        array.type().rank() > 1
            && shadows.isLookedUp(regions.element(regions.of(array)))
            && !shadows.hasFixedRows(array);
    return moves ? shadows.find(array) : shadows.shadow(array);
  }

  /** The shadow of an array without a derivative that a gradient shows. */
  Expr shown(Expr array) {
    return shadows.shown(array);
  }

  /** The shadow of an array by its identity. */
  Expr find(Expr array) {
    return shadows.find(array);
  }

  // Records

  private List<Stmt> record(Expr target, Expr value, boolean isDeclaration) {
    return new RecordAdjoint(activity, regions, this).assignment(target, value, isDeclaration);
  }

  private List<Stmt> returned(Expr value) {
    Type type = value.type();
    if (type.isScalar()) {
      return propagate(value, Make.read(resultAdjoint));
    }
    if (type instanceof Type.Record && value instanceof Expr.Read r && activity.isActive(r.var())) {
      List<Stmt> code = new ArrayList<>();
      for (Leaf leaf : Leaf.of(type)) {
        if (leaf.isScalar()) {
          code.add(Make.accumulate(adjoint(leaf.in(value)), leaf.in(Make.read(resultAdjoint))));
        }
      }
      return code;
    }
    return List.of();
  }
}
