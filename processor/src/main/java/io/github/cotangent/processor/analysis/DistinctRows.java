package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arrays of arrays of which no two elements are the same array: those made by {@code new
 * double[n][m]}, or of new rows, which nobody ever moves. An array from elsewhere may have one row
 * twice.
 */
final class DistinctRows {

  /** Regions of arrays of arrays about which that is not known. */
  private final Set<Regions.Region> unknown = new HashSet<>();

  /** Rows that were made under names of their own before they were stored, by region. */
  private final Map<Regions.Region, List<LoopNests.Position>> named = new HashMap<>();

  private final LoopNests nests;

  private DistinctRows(LoopNests nests) {
    this.nests = nests;
  }

  static DistinctRows of(
      Function function, Assignments assignments, Regions regions, Summaries summaries) {
    DistinctRows rows =
        new DistinctRows(LoopNests.of(function.parameters(), function.body(), assignments));
    rows.new Finder(assignments, regions, summaries).find(function);
    return rows;
  }

  /** True if the rows in all arrays of a region are made later than the array of a variable. */
  boolean areYounger(Regions.Region region, Var than) {
    int made = nests.declaration(than).orElseThrow().number();
    return named.getOrDefault(region, List.of()).stream().allMatch(row -> row.number() > made);
  }

  /** True if no array that this value leads to has an element twice that is an array. */
  boolean holds(Expr value, Regions regions) {
    boolean[] holds = {isNamed(value)};
    regions.collect(
        value.type(),
        regions.of(value),
        (type, region) ->
            holds[0] &=
                !(type instanceof Type.Array a && a.element().isReference()) || holds(region));
    return holds[0];
  }

  /** True for what has a region that knows all that it may lead to. */
  private static boolean isNamed(Expr e) {
    return e instanceof Expr.NewRecord n
        ? n.arguments().stream().allMatch(a -> !a.type().isReference() || isNamed(a))
        : e instanceof Expr.Read || e instanceof Expr.Call || e instanceof Expr.NewArray;
  }

  /** True if the elements of all arrays of a region are different arrays. */
  boolean holds(Regions.Region region) {
    return !unknown.contains(region);
  }

  /** Finds where arrays of arrays come from, and who stores into them. */
  private final class Finder extends Walker {
    private final Assignments assignments;
    private final Regions regions;
    private final Summaries summaries;

    Finder(Assignments assignments, Regions regions, Summaries summaries) {
      this.assignments = assignments;
      this.regions = regions;
      this.summaries = summaries;
    }

    void find(Function function) {
      function.parameters().forEach(p -> reachable(p.type(), regions.of(p)));
      walk(function.body());
    }

    private void reachable(Type type, Regions.Region region) {
      unknown.addAll(regions.reachable(type, region));
    }

    private void reachable(Expr e) {
      if (e.type().isReference()) {
        reachable(e.type(), regions.of(e));
      }
    }

    @Override
    public Void visit(Stmt.Assign s) {
      boolean stores = s.target() instanceof Place.Slot && s.value().type().isReference();
      if (stores && !isNew(s.value())) {
        Regions.Region into = regions.of(((Place.Slot) s.target()).array());
        if (isNewByName(s.value(), s)) {
          takeIn((Expr.Read) s.value(), into);
        } else {
          unknown.add(into);
        }
      }
      return super.visit(s);
    }

    private void takeIn(Expr.Read row, Regions.Region into) {
      named
          .computeIfAbsent(into, k -> new ArrayList<>())
          .add(nests.declaration(row.var()).orElseThrow());
    }

    /**
     * True for {@code row} in {@code m[i] = row}, or in {@code m = {row, …}}, where it is made in
     * the same round and put nowhere else.
     */
    private boolean isNewByName(Expr row, Stmt s) {
      Stmt.Local declaration =
          row instanceof Expr.Read r && assignments.isSingle(r.var())
              ? assignments.declaration(r.var())
              : null;
      return declaration != null
          && isNew(declaration.init().orElseThrow())
          && nests.isPassedOnOnce(declaration.var(), s);
    }

    /** A literal of rows may hold one that is already there. */
    private static boolean isNew(Expr e) {
      return e instanceof Expr.NewArray
          || e instanceof Expr.ArrayLiteral l && !l.type().element().isReference();
    }

    @Override
    public Void visit(Stmt.Local s) {
      boolean isListed =
          s.init().orElse(null) instanceof Expr.ArrayLiteral l
              && l.type().element().isReference()
              && l.elements().stream().allMatch(row -> isNewByName(row, s));
      if (!isListed) {
        return super.visit(s);
      }
      ((Expr.ArrayLiteral) s.init().get())
          .elements()
          .forEach(row -> takeIn((Expr.Read) row, regions.of(s.var())));
      return null;
    }

    @Override
    public Void visit(Expr.ArrayLiteral e) {
      reachable(e);
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Field e) {
      reachable(e);
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Call e) {
      if (!summaries.returnsDistinctRows(e.callee())) {
        reachable(e);
      }
      if (e.receiver() != null) {
        reachable(e.receiver());
      }
      boolean stores =
          switch (e.callee().kind()) {
            case ARRAY -> true;
            case LOCAL, LINKED -> summaries.storesReferences(e.callee());
            case MATH, CONSTANT -> false;
            case RULED, SINK, FOREIGN, GENERATED -> true;
          };
      if (stores) {
        e.arguments().forEach(this::reachable);
      }
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Opaque e) {
      e.code().reads().forEach(this::handedOut);
      reachable(e);
      return super.visit(e);
    }

    @Override
    public Void visit(Stmt.Verbatim s) {
      s.code().reads().forEach(this::handedOut);
      s.code().writes().forEach(this::handedOut);
      return super.visit(s);
    }

    private void handedOut(Var v) {
      reachable(v.type(), regions.of(v));
    }
  }
}
