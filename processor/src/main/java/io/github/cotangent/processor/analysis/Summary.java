package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of one function of {@link Summaries}.
 *
 * @param writes indices of the parameters through which an array is written, rows included
 * @param overwrites what it writes into that the caller may know
 * @param storesReferences true if a reference is stored into an array that the caller sees
 * @param mixed what the parameters lead to, where the function makes one of several
 * @param loans what it has borrowed and its caller gets hold of
 * @param returnsFresh true if the result shares no storage with the arguments, nor a part of it
 *     with another
 * @param mutates true if an array is written at all, a local one or a callee's included
 * @param returnsNull true if the result may be null
 * @param unused the arrays in parameters that the function may end without having used
 */
record Summary(
    Set<Integer> writes,
    Set<ArgumentPart> overwrites,
    boolean storesReferences,
    Set<Set<ArgumentPart>> mixed,
    Set<BorrowedArrays.Loan> loans,
    boolean returnsFresh,
    boolean mutates,
    boolean returnsNull,
    Set<Argument> unused) {

  /** Of a function of which nothing has been found yet. */
  static final Summary HOPE =
      new Summary(Set.of(), Set.of(), false, Set.of(), Set.of(), true, false, false, Set.of());

  /** An array that is an argument, or is reached from a record that is one by components. */
  record Argument(int parameter, List<String> path) {}

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
    return new Summary(
        Set.copyOf(writes),
        Set.copyOf(overwrites),
        storesReferences(f, regions, reachable, known),
        ArgumentPart.mixed(f, regions),
        loans,
        !returnsShared(f, regions, reachable)
            && loans.stream().noneMatch(l -> l.part().isOfResult()),
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
        foundIf(e.text().equals("null"));
        return null;
      }

      @Override
      public Void visit(Expr.Call e) {
        foundIf(e.type() instanceof Type.Array && known.mayReturnNull(e.callee()));
        return super.visit(e);
      }
    }.in(f.body());
  }

  private static Set<Argument> unused(Function f, Summaries known) {
    Dereferences dereferences = Dereferences.of(f, known);
    Set<Argument> unused = new HashSet<>();
    for (int i = 0; i < f.parameters().size(); i++) {
      for (List<String> path : arrays(f.parameters().get(i).type())) {
        if (!dereferences.usesArgument(i, path)) {
          unused.add(new Argument(i, path));
        }
      }
    }
    return Set.copyOf(unused);
  }

  /** The ways to the arrays in a value of this type. */
  private static List<List<String>> arrays(Type type) {
    List<List<String>> paths = new ArrayList<>();
    if (type instanceof Type.Array) {
      paths.add(List.of());
    } else if (type instanceof Type.Record r) {
      for (Type.Component c : r.components()) {
        for (List<String> inner : arrays(c.type())) {
          List<String> path = new ArrayList<>(List.of(c.name()));
          path.addAll(inner);
          paths.add(path);
        }
      }
    }
    return paths;
  }
}
