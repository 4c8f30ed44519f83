package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a piece of adjoint code reads of the primal: variables, and the contents of arrays by
 * region.
 *
 * @param elements the elements that are read of some of the regions; of the others it may be any
 */
public record Reads(
    Set<Var> vars, Set<Regions.Region> regions, Map<Regions.Region, Set<Expr.Element>> elements) {

  /** Nothing. */
  public static final Reads NONE = new Reads(Set.of(), Set.of());

  /** Reads of any elements. */
  public Reads(Set<Var> vars, Set<Regions.Region> regions) {
    this(vars, regions, Map.of());
  }

  /**
   * The reads of some statements.
   *
   * @param isAdjoint tells the derivative's own variables, which are left out
   */
  public static Reads of(List<Stmt> code, Regions regions, Predicate<Var> isAdjoint) {
    Reads reads = new Reads(new HashSet<>(), new HashSet<>(), new HashMap<>());
    Set<Regions.Region> any = new HashSet<>();
    new Walker() {
      @Override
      protected void read(Var v) {
        if (!isAdjoint.test(v)) {
          reads.vars.add(v);
        }
      }

      @Override
      public Void visit(Expr.Opaque e) {
        contents(e.code());
        return super.visit(e);
      }

      @Override
      public Void visit(Stmt.Verbatim s) {
        contents(s.code());
        return super.visit(s);
      }

      /** What is not looked into may read all that it can reach. */
      private void contents(Code text) {
        for (Var v : text.reads()) {
          if (!isAdjoint.test(v)) {
            any.addAll(regions.reachable(v.type(), regions.of(v)));
          }
        }
      }

      @Override
      public Void visit(Expr.Element e) {
        if (!isAdjoint.test(base(e))) {
          Regions.Region region = regions.of(e.array());
          reads.regions.add(region);
          reads.elements.computeIfAbsent(region, k -> new LinkedHashSet<>()).add(e);
        }
        return super.visit(e);
      }
    }.walk(code);
    reads.regions.addAll(any);
    reads.elements.keySet().removeAll(any);
    return reads;
  }

  /** The reads of an expression of the primal. */
  public static Reads of(Expr e, Regions regions) {
    return of(List.of(new Stmt.Evaluate(e, Origin.NONE)), regions, v -> false);
  }

  /** The variable at the root of a chain of elements and components; null if there is none. */
  public static Var base(Expr e) {
    if (e instanceof Expr.Element x) {
      return base(x.array());
    }
    if (e instanceof Expr.Component c) {
      return base(c.record());
    }
    return e instanceof Expr.Read r ? r.var() : null;
  }

  /** These reads but those of some variables. */
  public Reads without(Set<Var> others) {
    Set<Var> rest = new HashSet<>(vars);
    rest.removeAll(others);
    return new Reads(rest, regions, elements);
  }

  /** These reads but those of some regions. */
  public Reads outside(Set<Regions.Region> others) {
    Set<Regions.Region> rest = new HashSet<>(regions);
    rest.removeAll(others);
    Map<Regions.Region, Set<Expr.Element>> those = new HashMap<>(elements);
    those.keySet().retainAll(rest);
    return new Reads(vars, rest, those);
  }

  /** These reads of some regions. */
  public Reads inside(Set<Regions.Region> some) {
    return new Reads(Set.of(), some, elements);
  }

  /** These reads and others. */
  public Reads and(Reads other) {
    Reads both = new Reads(new HashSet<>(vars), new HashSet<>(regions), new HashMap<>());
    both.vars.addAll(other.vars);
    both.regions.addAll(other.regions);
    for (Regions.Region r : both.regions) {
      boolean isAny = readsAny(r) || other.readsAny(r);
      if (!isAny) {
        Set<Expr.Element> all = new LinkedHashSet<>(elements.getOrDefault(r, Set.of()));
        all.addAll(other.elements.getOrDefault(r, Set.of()));
        both.elements.put(r, all);
      }
    }
    return both;
  }

  private boolean readsAny(Regions.Region r) {
    return regions.contains(r) && !elements.containsKey(r);
  }
}
