package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the adjoint of each part of the primal is: that of a variable in a variable, that of an
 * element in the same element of the array's shadow.
 */
final class AdjointPlaces {

  private final Regions regions;
  private final AdjointVars adjoints;
  private final ShadowPlan shadows;

  /** The primal storage that belongs to each adjoint which is an element. */
  private final Map<Expr, Regions.Region> regionOf = new HashMap<>();

  AdjointPlaces(Regions regions, AdjointVars adjoints, ShadowPlan shadows) {
    this.regions = regions;
    this.adjoints = adjoints;
    this.shadows = shadows;
  }

  /** The expression for the adjoint of a scalar that can be read and assigned. */
  Expr adjoint(Expr e) {
    if (e instanceof Expr.Element x) {
      Expr a = new Expr.Element(shadows.shadow(x.array()), x.index());
      regionOf.put(a, regions.of(x.array()));
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

  /** True if an adjoint is, as far as is known, in the storage that belongs to an element. */
  boolean isOfSameStorage(Expr adjoint, Expr.Element primal) {
    return regions.of(primal.array()).equals(regionOf.get(adjoint));
  }

  /** True if two elements of adjoint arrays may be in one array. */
  boolean mayShare(Expr a, Expr b) {
    Regions.Region region = regionOf.get(a);
    return region == null || !regionOf.containsKey(b) || region.equals(regionOf.get(b));
  }

  /** The shadow of an array. */
  Expr shadow(Expr array) {
    return shadows.shadow(array);
  }

  /** The shadow of an array for a callee: where rows may have been exchanged, as they are now. */
  Expr settled(Expr array) {
    if (RecordZeros.haveRows(array.type().leaf())) {
      return shadows.settled(array);
    }
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

  /** True if the shadow of an array or value is found by its identity. */
  boolean isFound(Expr value) {
    return shadows.isFound(value);
  }
}
