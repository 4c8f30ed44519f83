package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.ElementOrder;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.rules.Calculus;
import io.github.cotangent.processor.rules.Simplifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chain rule for scalars: an adjoint, times the partial derivatives of what it is the adjoint
 * of, is added to the adjoints of all that was read. What was assigned loses it: its old value has
 * no part in what came after.
 *
 * <pre>{@code
 * y = a * x;      da += dy * x;
 *                 dx += dy * a;
 *                 dy = 0.0;
 * y = y * x;      dx += dy * y;
 *                 dy = dy * x;      // y's own part
 * a[i] = a[j];    double dElement = da[i];
 *                 da[i] = 0.0;      // i may be j
 *                 da[j] += dElement;
 * }</pre>
 */
final class ScalarAdjoint {

  private static final Set<String> ONES = Set.of("1", "1.0", "1.0f");

  private final Regions regions;
  private final Assignments assignments;
  private final ElementOrder order;
  private final Map<Var, Expr> neededIf;
  private final AdjointVars adjoints;
  private final AdjointPlaces places;
  private final Partials partials;

  ScalarAdjoint(
      Primal primal,
      ElementOrder order,
      AdjointVars adjoints,
      AdjointPlaces places,
      Partials partials) {
    this.order = order;
    this.regions = primal.regions();
    this.assignments = primal.assignments();
    this.neededIf = primal.neededIf();
    this.adjoints = adjoints;
    this.places = places;
    this.partials = partials;
  }

  /** The adjoint of a statement {@code target = value}, for a variable or an element. */
  StatementAdjoint.Fragment assignment(Stmt s, Expr target, Expr value, boolean isDeclaration) {
    StatementAdjoint.Fragment whole = always(s, target, value, isDeclaration);
    Expr condition = target instanceof Expr.Read r ? neededIf.get(r.var()) : null;
    if (condition == null || whole.code().isEmpty()) {
      return whole;
    }
    Stmt guarded =
        new Stmt.If(condition, Stmt.Block.of(whole.code()), Stmt.Block.EMPTY, Origin.NONE);
    return new StatementAdjoint.Fragment(List.of(guarded), whole.readsAfter());
  }

  private StatementAdjoint.Fragment always(Stmt s, Expr target, Expr value, boolean isDeclaration) {
    if (!partials.isActiveLeaf(target)) {
      return StatementAdjoint.Fragment.EMPTY;
    }
    Expr seed = places.adjoint(target);
    boolean mayReadAfter = mayReadAfter(s, target, value);
    if (isQuotientOfActive(value)) {
      Expr.Binary quotient = (Expr.Binary) value;
      if (quotient.left().equals(target) && mayReadAfter(s, target, quotient.right())) {
        return new StatementAdjoint.Fragment(ownQuotient(target, quotient.right(), seed), true);
      }
      if (mayReadAfter && isWorthReading(target, value)) {
        return new StatementAdjoint.Fragment(quotient(target, quotient, seed, isDeclaration), true);
      }
    }
    if (mayReadAfter && target instanceof Expr.Read && isReciprocal(value)) {
      Expr partial = Simplifier.negate(Simplifier.times(target, target));
      return new StatementAdjoint.Fragment(
          divisor((Expr.Binary) value, partial, seed, isDeclaration), true);
    }
    if (isOfCompoundDivisor(value)) {
      Expr partial = Calculus.partial(value, 1, null);
      return new StatementAdjoint.Fragment(
          divisor((Expr.Binary) value, partial, seed, isDeclaration), false);
    }
    boolean readsAfter = mayReadAfter && partials.readsValue(value);
    Map<Expr, Expr> by = partials.of(value, readsAfter ? target : null);
    List<Stmt> code =
        target instanceof Expr.Element slot
            ? slot(slot, seed, by)
            : distribute(seed, by, isDeclaration);
    return new StatementAdjoint.Fragment(code, readsAfter);
  }

  /** The partial's formula may name the result only where the operands are still as they were. */
  private boolean mayReadAfter(Stmt s, Expr target, Expr value) {
    Reads reads = Reads.of(value, regions);
    if (target instanceof Expr.Read r) {
      return !reads.vars().contains(r.var());
    }
    Expr.Element slot = (Expr.Element) target;
    Regions.Region region = regions.of(slot.array());
    return !reads.regions().contains(region)
        || reads.elements().containsKey(region)
            && reads.elements().get(region).stream().allMatch(e -> order.differ(s, e, slot));
  }

  /** An element may have to be saved for it, where operands that stay as they are need not be. */
  private boolean isWorthReading(Expr target, Expr value) {
    return target instanceof Expr.Read || !assignments.isStable(value, regions);
  }

  private boolean isQuotientOfActive(Expr value) {
    return value instanceof Expr.Binary b
        && b.op() == Expr.Binary.Op.DIV
        && partials.readsActive(b.left())
        && partials.readsActive(b.right());
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
    Map<Expr, Expr> by = partials.of(value.left(), null);
    partials.add(value.right(), Simplifier.negate(target), by);
    List<Stmt> code = new ArrayList<>(List.of(Make.local(numerator, shared)));
    code.addAll(distribute(Make.read(numerator), by, true));
    if (!isDeclaration) {
      code.add(Make.assign(Make.place(seed), Make.zero(seed.type())));
    }
    return code;
  }

  /** One over a formula, whose square is that of the result: no further division is needed. */
  private boolean isReciprocal(Expr value) {
    return value instanceof Expr.Binary b
        && b.op() == Expr.Binary.Op.DIV
        && isOne(b.left())
        && !Partials.isLeaf(b.right())
        && partials.readsActive(b.right());
  }

  private boolean isOfCompoundDivisor(Expr value) {
    return value instanceof Expr.Binary b
        && b.op() == Expr.Binary.Op.DIV
        && !partials.readsActive(b.left())
        && partials.activeReads(b.right()) > 1;
  }

  /**
   * A constant over a formula, whose parts share one division:
   *
   * <pre>{@code
   * double dDivisor = -dz * 2 / ((1 + x * y) * (1 + x * y));    // z = 2 / (1 + x * y)
   * dx += dDivisor * y;
   * dy += dDivisor * x;
   * }</pre>
   *
   * @param partial the derivative by the divisor
   */
  private List<Stmt> divisor(Expr.Binary value, Expr partial, Expr seed, boolean isDeclaration) {
    Map<Expr, Expr> by = partials.of(value.right(), null);
    if (partials.activeReads(value.right()) == 1) {
      by.replaceAll((adjoint, factor) -> Simplifier.times(partial, factor));
      return distribute(seed, by, isDeclaration);
    }
    Expr shared = Simplifier.times(seed, partial);
    Var divisor = adjoints.made("dDivisor", shared.type());
    List<Stmt> code = new ArrayList<>(List.of(Make.local(divisor, shared)));
    if (!isDeclaration) {
      Expr own = by.remove(seed);
      Expr rest = own == null ? Make.zero(seed.type()) : Simplifier.times(Make.read(divisor), own);
      code.add(Make.assign(Make.place(seed), Make.fit(seed.type(), rest)));
    }
    by.forEach((adjoint, factor) -> code.add(contribution(adjoint, Make.read(divisor), factor)));
    return code;
  }

  /**
   * The same where what is divided is overwritten by the result, and need not be known:
   *
   * <pre>{@code
   * double dNumerator = dz / y;    // z = z / y
   * dy -= dNumerator * z;
   * dz = dNumerator;
   * }</pre>
   */
  private List<Stmt> ownQuotient(Expr target, Expr divisor, Expr seed) {
    Expr shared = Make.binary(Expr.Binary.Op.DIV, seed, divisor);
    Var numerator = adjoints.made("dNumerator", shared.type());
    Map<Expr, Expr> by = new LinkedHashMap<>();
    partials.add(divisor, Simplifier.negate(target), by);
    List<Stmt> code = new ArrayList<>(List.of(Make.local(numerator, shared)));
    code.addAll(distribute(Make.read(numerator), by, true));
    code.add(Make.assign(Make.place(seed), Make.fit(seed.type(), Make.read(numerator))));
    return code;
  }

  /**
   * Contributions of a variable's adjoint to all that its value was made from.
   *
   * @param by the partial derivatives of the value, by adjoint
   */
  List<Stmt> distribute(Expr seed, Map<Expr, Expr> by, boolean isDeclaration) {
    List<Stmt> code = new ArrayList<>();
    Expr own = by.remove(seed);
    by.forEach((adjoint, partial) -> code.add(contribution(adjoint, seed, partial)));
    if (isDeclaration) {
      return code;
    }
    if (own == null) {
      code.add(Make.assign(Make.place(seed), Make.zero(seed.type())));
    } else if (!isOne(own)) {
      code.add(Make.assign(Make.place(seed), scaled(seed, own)));
    }
    return code;
  }

  /** The same for an element, which may be one of those that its value was made from. */
  private List<Stmt> slot(Expr.Element target, Expr seed, Map<Expr, Expr> by) {
    List<Stmt> code = new ArrayList<>();
    Expr own = by.get(seed);
    boolean keepsOwn = own != null && isOne(own);
    if (keepsOwn) {
      by.remove(seed);
    }
    long sameStorage =
        by.keySet().stream().filter(adjoint -> places.isOfSameStorage(adjoint, target)).count();
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
      by.remove(seed);
      Expr first = own == null ? Make.zero(seed.type()) : scaled(from, own);
      code.add(Make.assign(Make.place(seed), first));
    }
    if (scalesOwn) {
      by.remove(seed);
    }
    // With one contribution into the same storage, that one is last: it may change the seed.
    for (boolean same : new boolean[] {false, true}) {
      for (Map.Entry<Expr, Expr> e : by.entrySet()) {
        if (places.isOfSameStorage(e.getKey(), target) == same) {
          code.add(contribution(e.getKey(), from, e.getValue()));
        }
      }
    }
    if (scalesOwn) {
      code.add(Make.assign(Make.place(seed), scaled(seed, own)));
    } else if (!needsCopy && !keepsOwn) {
      code.add(Make.assign(Make.place(seed), Make.zero(seed.type())));
    }
    return code;
  }

  /**
   * Passes an adjoint on to everything that an expression reads.
   *
   * @param seed the adjoint of the expression's value
   */
  List<Stmt> propagate(Expr value, Expr seed) {
    List<Stmt> code = new ArrayList<>();
    partials
        .of(value, null)
        .forEach((adjoint, partial) -> code.add(contribution(adjoint, seed, partial)));
    return code;
  }

  private static Stmt contribution(Expr adjoint, Expr seed, Expr partial) {
    return Make.accumulate(adjoint, Simplifier.times(seed, partial));
  }

  private static Expr scaled(Expr seed, Expr own) {
    return Make.fit(seed.type(), Simplifier.times(seed, own));
  }

  private static boolean isOne(Expr e) {
    return e instanceof Expr.Literal l && ONES.contains(l.text());
  }
}
