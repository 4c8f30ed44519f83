package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be said of the shadows of a function's parameters and result around its sweeps. */
final class ParameterShadows {

  private final Function function;
  private final Set<Var> independents;
  private final Activity activity;
  private final ShadowPlan shadows;
  private final AdjointVars adjoints;

  ParameterShadows(
      Function function,
      Set<Var> independents,
      Activity activity,
      ShadowPlan shadows,
      AdjointVars adjoints) {
    this.function = function;
    this.independents = independents;
    this.activity = activity;
    this.shadows = shadows;
    this.adjoints = adjoints;
  }

  /** Declares shadows for arrays of constants that the function writes active values into. */
  List<Stmt> constants(Set<Var> used) {
    List<Stmt> out = new ArrayList<>();
    for (Var p : function.parameters()) {
      if (!independents.contains(p) && activity.isActive(Make.read(p))) {
        for (Leaf leaf : ShadowPlan.arrays(p.type())) {
          Var shadow = adjoints.of(p, leaf);
          if (used.contains(shadow)) {
            out.add(Make.local(shadow, shadows.find(leaf.in(Make.read(p)))));
          }
        }
      }
    }
    return out;
  }

  /** The parts of parameters that are values whose adjoints are found by identity. */
  Set<Expr> identified() {
    Set<Expr> found = new HashSet<>();
    for (Var p : function.parameters()) {
      for (Leaf leaf : Leaf.of(p.type())) {
        Expr part = leaf.in(Make.read(p));
        if (leaf.isArrayOfValues() || leaf.isValue() && shadows.isFound(part)) {
          found.add(part);
        }
      }
    }
    return found;
  }

  /** True if the map of shadows has to be told of the result's. */
  boolean bindsResult() {
    return !(function.result() instanceof Type.Void)
        && !ShadowPlan.storage(function.result()).isEmpty()
        && shadows.returned() == null;
  }

  /**
   * Tells the map of shadows what is known before the backward sweep.
   *
   * @param map the variable that holds it
   * @param value the function's result, if it is there
   */
  List<Stmt> bindings(Var map, Optional<Var> value, Var resultAdjoint) {
    List<Stmt> out = new ArrayList<>();
    for (Var p : function.parameters()) {
      if (!independents.contains(p)) {
        continue;
      }
      for (Leaf leaf : ShadowPlan.storage(p.type())) {
        Expr array = leaf.in(Make.read(p));
        if (shadows.anyLookedUp(array)) {
          out.add(bind(map, array, Make.read(adjoints.of(p, leaf))));
        }
      }
    }
    if (bindsResult()) {
      for (Leaf leaf : ShadowPlan.storage(function.result())) {
        Expr array = leaf.in(Make.read(value.orElseThrow()));
        out.add(bind(map, array, leaf.in(Make.read(resultAdjoint))));
      }
    }
    return out;
  }

  private static Stmt bind(Var map, Expr array, Expr shadow) {
    return Make.evaluate(Make.invoke(Make.read(map), "bind", Type.VOID, array, shadow));
  }

  /** Rows that were exchanged are back in their places: so must their shadows be. */
  List<Stmt> settling(Var map) {
    List<Stmt> out = new ArrayList<>();
    for (Var p : function.parameters()) {
      if (independents.contains(p) && !shadows.movingElements(p).isEmpty()) {
        out.addAll(ShadowCalls.settling(p, map, adjoints));
      }
    }
    return out;
  }
}
