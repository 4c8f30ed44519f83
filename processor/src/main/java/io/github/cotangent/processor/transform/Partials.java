package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.rules.Calculus;
import io.github.cotangent.processor.rules.Simplifier;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The partial derivatives of an expression by all that it reads, each beside the adjoint that it
 * contributes to. Of {@code a * x + x} these are {@code x} for {@code da} and {@code a + 1} for
 * {@code dx}.
 */
final class Partials {

  private final Activity activity;
  private final Regions regions;
  private final AdjointPlaces places;
  private final Map<Expr, Boolean> known = new IdentityHashMap<>();

  Partials(Activity activity, Regions regions, AdjointPlaces places) {
    this.activity = activity;
    this.regions = regions;
    this.places = places;
  }

  /**
   * The partial derivatives of a scalar, by adjoint.
   *
   * @param stored reads the scalar itself, where its own formula may do so; else null
   */
  Map<Expr, Expr> of(Expr value, Expr stored) {
    Map<Expr, Expr> partials = new LinkedHashMap<>();
    collect(value, null, stored, partials);
    return partials;
  }

  /** Adds the partial derivatives of a scalar or of a record, times a factor of its type. */
  void add(Expr value, Expr factor, Map<Expr, Expr> partials) {
    if (value.type().isScalar()) {
      collect(value, factor, null, partials);
    } else if (activity.isActive(Reads.base(value))) {
      for (Leaf leaf : Leaf.of(value.type())) {
        partials.merge(places.adjoint(leaf.in(value)), leaf.in(factor), Simplifier::plus);
      }
    }
  }

  private void collect(Expr e, Expr factor, Expr stored, Map<Expr, Expr> partials) {
    if (isLeaf(e)) {
      if (isActiveLeaf(e)) {
        Expr one = factor == null ? new Expr.Literal(Type.INT, "1") : factor;
        partials.merge(places.adjoint(e), one, Simplifier::plus);
      }
      return;
    }
    for (int k : Calculus.activeOperands(e)) {
      Expr operand = Calculus.operand(e, k);
      if (readsActive(operand)) {
        Expr partial = Calculus.partial(e, k, stored);
        collect(
            operand, factor == null ? partial : Simplifier.times(factor, partial), null, partials);
      }
    }
  }

  /** True for a variable, an element or a component. */
  static boolean isLeaf(Expr e) {
    return e instanceof Expr.Read || e instanceof Expr.Element || e instanceof Expr.Component;
  }

  /** True if a variable, an element or a component has an adjoint. */
  boolean isActiveLeaf(Expr e) {
    if (e instanceof Expr.Element x) {
      return activity.isActive(regions.of(x.array()));
    }
    return activity.isActive(Reads.base(e));
  }

  /** True if something with an adjoint is read by the expression through a derivative. */
  boolean readsActive(Expr e) {
    Boolean answer = known.get(e);
    if (answer == null) {
      answer = isLeaf(e) ? isActiveLeaf(e) : hasActiveOperand(e);
      known.put(e, answer);
    }
    return answer;
  }

  /**
   * How many things with an adjoint the expression reads through a derivative, each time counted.
   */
  int activeReads(Expr e) {
    if (isLeaf(e)) {
      return isActiveLeaf(e) ? 1 : 0;
    }
    return Calculus.activeOperands(e).stream()
        .mapToInt(k -> activeReads(Calculus.operand(e, k)))
        .sum();
  }

  private boolean hasActiveOperand(Expr e) {
    for (int k : Calculus.activeOperands(e)) {
      if (readsActive(Calculus.operand(e, k))) {
        return true;
      }
    }
    return false;
  }

  /** True if the formula of a partial may name the value of the expression. */
  boolean readsValue(Expr e) {
    return !isLeaf(e)
        && Calculus.activeOperands(e).stream()
            .anyMatch(k -> readsActive(Calculus.operand(e, k)) && Calculus.partialReadsValue(e, k));
  }
}
