package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of one function of {@link Summaries}.
 *
 * @param writes indices of the parameters of which some region is written, rows included; that may
 *     have been an array of the function's own in the same region
 * @param overwrites what it writes into that the caller may know: {@link OwnArrays} are left out
 * @param storesReferences true if a reference is stored into an array that the caller sees
 * @param handsOn true if a reference that is given to it may be kept: stored into an array that the
 *     caller sees, or given to code that is not read
 * @param mixed what the parameters lead to, where the function makes one of several
 * @param loans what it has borrowed and its caller gets hold of
 * @param returnsFresh true if the result shares no storage with the arguments, nor a part of it
 *     with another
 * @param returnsDistinctRows true if no array that the result leads to has an element twice that is
 *     an array
 * @param mutates true if an array is written at all, a local one or a callee's included
 * @param returnsNull true if the result may be null
 * @param unused the arrays in parameters that the function may end without having used, and that
 *     may be null therefore
 */
record Summary(
    Set<Integer> writes,
    Set<ArgumentPart> overwrites,
    boolean storesReferences,
    boolean handsOn,
    Set<Set<ArgumentPart>> mixed,
    Set<BorrowedArrays.Loan> loans,
    boolean returnsFresh,
    boolean returnsDistinctRows,
    boolean mutates,
    boolean returnsNull,
    Set<ArgumentPart> unused) {

  /** Of a function of which nothing has been found yet. */
  static final Summary HOPE =
      new Summary(
          Set.of(), Set.of(), false, false, Set.of(), Set.of(), true, true, false, false, Set.of());

  /**
   * What can be said of a function.
   *
   * @param known what has been found of the functions that it calls
   */
  static Summary of(Function f, Summaries known) {
    Regions regions = Regions.ofDistinct(f, known);
    Assignments assignments = Assignments.of(f, regions, known);
    Set<Integer> writes = new HashSet<>();
    Map<Regions.Region, Set<ArgumentPart>> parts = ArgumentPart.byRegion(f, regions);
    Set<ArgumentPart> overwrites = new HashSet<>();
    Overwritten.forEach(
        f,
        regions,
        known,
        EnumSet.allOf(Callee.Kind.class),
        (r, at) -> overwrites.addAll(parts.getOrDefault(r, Set.of())));
    Set<BorrowedArrays.Loan> loans = BorrowedArrays.loans(f, regions, known);
    Set<Regions.Region> reachable = new HashSet<>();
    for (int i = 0; i < f.parameters().size(); i++) {
      Var p = f.parameters().get(i);
      List<Regions.Region> mine = regions.reachable(p.type(), regions.of(p));
      reachable.addAll(mine);
      if (mine.stream().anyMatch(assignments::isWritten)) {
        writes.add(i);
      }
    }
    boolean storesReferences = storesReferences(f, regions, reachable, known);
    return new Summary(
        Set.copyOf(writes),
        Set.copyOf(overwrites),
        storesReferences,
        storesReferences || givesAway(f, known),
        ArgumentPart.mixed(f, regions),
        loans,
        !returnsShared(f, regions, reachable)
            && loans.stream().noneMatch(l -> l.part().isOfResult()),
        returnsDistinctRows(f, assignments, regions, known),
        assignments.writesAny() || callsMutating(f, known),
        mentionsNull(f, known),
        unused(f, known));
  }

  private static boolean storesReferences(
      Function f, Regions regions, Set<Regions.Region> reachable, Summaries known) {
    return new Search() {
      @Override
      public Void visit(Stmt.Assign s) {
        Regions.Region written = regions.written(s.target());
        foundIf(s.target().type().isReference() && reachable.contains(written));
        return super.visit(s);
      }

      @Override
      public Void visit(Expr.Call e) {
        foundIf(
            switch (e.callee().kind()) {
              case ARRAY ->
                  ArrayCall.of(e).target() != null && ArrayCall.of(e).element().isReference();
              case LOCAL, LINKED -> known.storesReferences(e.callee());
              case MATH, RULED, CONSTANT, SINK, FOREIGN, GENERATED -> false;
            });
        return super.visit(e);
      }
    }.in(f.body());
  }

  private static boolean givesAway(Function f, Summaries known) {
    return new Search() {
      @Override
      public Void visit(Expr.Call e) {
        foundIf(
            e.arguments().stream().anyMatch(a -> a.type().isReference())
                && known.handsOn(e.callee()));
        return super.visit(e);
      }

      @Override
      public Void visit(Expr.Opaque e) {
        foundIf(e.code().reads().stream().anyMatch(v -> v.type().isReference()));
        return super.visit(e);
      }
    }.in(f.body());
  }

  private static boolean returnsShared(Function f, Regions regions, Set<Regions.Region> reachable) {
    return new Search() {
      @Override
      public Void visit(Stmt.Return s) {
        s.value()
            .filter(v -> v.type().isReference())
            .ifPresent(
                v -> {
                  List<Regions.Region> all = regions.reachable(v.type(), regions.of(v));
                  foundIf(Set.copyOf(all).size() < all.size());
                  foundIf(all.stream().anyMatch(r -> reachable.contains(r) || regions.isField(r)));
                });
        return super.visit(s);
      }
    }.in(f.body());
  }

  private static boolean returnsDistinctRows(
      Function f, Assignments assignments, Regions regions, Summaries known) {
    if (!f.result().holdsRows()) {
      return true;
    }
    DistinctRows rows = DistinctRows.of(f, assignments, regions, known);
    return !new Search() {
      @Override
      public Void visit(Stmt.Return s) {
        foundIf(s.value().filter(v -> !rows.holds(v, regions)).isPresent());
        return super.visit(s);
      }
    }.in(f.body());
  }

  private static boolean callsMutating(Function f, Summaries known) {
    return new Search() {
      @Override
      public Void visit(Expr.Call e) {
        Callee.Kind kind = e.callee().kind();
        foundIf(kind == Callee.Kind.LINKED);
        foundIf(kind == Callee.Kind.LOCAL && known.summary(e.callee()).mutates());
        return super.visit(e);
      }
    }.in(f.body());
  }

  private static boolean mentionsNull(Function f, Summaries known) {
    return new Search() {
      @Override
      public Void visit(Expr.Literal e) {
        foundIf(e.isNull());
        return null;
      }

      @Override
      public Void visit(Expr.Call e) {
        foundIf(e.type() instanceof Type.Array && known.mayReturnNull(e.callee()));
        return super.visit(e);
      }
    }.in(f.body());
  }

  private static Set<ArgumentPart> unused(Function f, Summaries known) {
    Dereferences dereferences = Dereferences.of(f, known);
    Set<ArgumentPart> unused = new HashSet<>();
    for (int i = 0; i < f.parameters().size(); i++) {
      ArgumentPart.arrays(i, f.parameters().get(i).type())
          .filter(part -> !dereferences.usesArgument(part))
          .forEach(unused::add);
    }
    return Set.copyOf(unused);
  }
}
