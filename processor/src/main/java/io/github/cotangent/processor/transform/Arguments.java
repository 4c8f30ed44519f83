package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What a wrapper does with its arguments before the sweeps: arrays that the function writes into
 * are copied, and adjoint arrays are made; both alias as the arguments do.
 */
final class Arguments {

  private final Function function;
  private final Summaries summaries;
  private final List<Var> directions;
  private final Predicate<Expr> isIdentified;
  private final SharingChecks checks;

  /** For a method around a linkage pair, which finds the adjoints of all values by identity. */
  Arguments(Function function, Summaries summaries) {
    this(function, summaries, List.of(), part -> true);
  }

  /**
   * For a method that has both sweeps in it.
   *
   * @param directions parameters that may be the very arrays that they are directions for, and mean
   *     something else
   * @param isIdentified true for the parts of parameters that are values, or arrays of them, whose
   *     adjoints are found by identity
   */
  Arguments(
      Function function, Summaries summaries, List<Var> directions, Predicate<Expr> isIdentified) {
    this.function = function;
    this.summaries = summaries;
    this.directions = directions;
    this.isIdentified = isIdentified;
    checks = new SharingChecks(function, directions);
  }

  /** Copies of the arrays that the function may write into, and of what may share them. */
  List<Stmt> copies(AdjointVars adjoints) {
    List<Var> copied = copied();
    List<Stmt> out = new ArrayList<>(DistinctValues.apart(function, adjoints));
    for (Var p : function.differentiable()) {
      if (Leaf.of(p.type()).stream().anyMatch(l -> isIdentified(p, l))) {
        Expr copy = DistinctValues.of(Make.read(p), false, adjoints::lambdaParameter, isIdentified);
        out.add(Make.assign(p, copy));
      }
    }
    if (!out.isEmpty()) {
      out.add(0, new Stmt.Comment("Each argument is a value of its own, with its own adjoint."));
    }
    if (copied.isEmpty()) {
      return out;
    }
    out.add(new Stmt.Comment("The arguments stay as they are: work on copies."));
    Var only = copied.get(0);
    if (copied.size() == 1 && only.type().rank() == 1 && !only.type().leaf().isReference()) {
      Expr copy = Make.invokeClone(Make.read(only));
      out.add(Make.assign(only, present(only, List.of(), Make.read(only), copy)));
      return out;
    }
    for (boolean isDirection : new boolean[] {false, true}) {
      List<Var> group = copied.stream().filter(p -> directions.contains(p) == isDirection).toList();
      if (!group.isEmpty()) {
        Var copies = adjoints.made(isDirection ? "copiesDot" : "copies", Make.COPIES);
        out.add(Make.local(copies, Make.create(Make.COPIES)));
        group.forEach(p -> out.add(Make.assign(p, copyOf(p, Make.read(p), copies, adjoints))));
      }
    }
    return out;
  }

  private boolean isIdentified(Var p, Leaf leaf) {
    return leaf.type().holdsValue() && isIdentified.test(leaf.in(Make.read(p)));
  }

  /** The parameters whose arrays the function may write into, and those that may share them. */
  List<Var> copied() {
    return sharingWith(summaries::writes);
  }

  /** The parameters that may share arrays with those into whose arrays the function writes. */
  private List<Var> sharingWith(BiPredicate<Function, Integer> writes) {
    Set<Type> written = new HashSet<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      if (writes.test(function, i)) {
        written.addAll(function.parameters().get(i).type().arrayTypes());
      }
    }
    return function.parameters().stream()
        .filter(p -> p.type().arrayTypes().stream().anyMatch(written::contains))
        .toList();
  }

  /** A copy of everything that is an array in an argument; a constant record may be null. */
  Expr copyOf(Var parameter, Expr value, Var copies, AdjointVars adjoints) {
    boolean mayBeNull = !function.differentiable().contains(parameter);
    return RecordCopies.copy(value, Make.read(copies), adjoints, mayBeNull);
  }

  /** The constants whose arrays could share storage with an independent's. */
  List<Var> suspects(Set<Var> independents) {
    return checks.suspects(independents);
  }

  /** True if one plain array of zeros is all that is needed for the independents' shadows. */
  private boolean isSimple(Set<Var> independents) {
    List<Leaf> arrays =
        independents.stream().flatMap(p -> ShadowPlan.storage(p.type()).stream()).toList();
    boolean plain =
        arrays.stream().allMatch(l -> l.type().rank() == 1 && l.type().leaf().isScalar());
    return arrays.size() <= 1 && plain;
  }

  /** Declares the shadows of the independents' arrays. */
  List<Stmt> shadows(Set<Var> independents, AdjointVars adjoints, Var map, boolean needsMap) {
    List<Stmt> out = new ArrayList<>();
    boolean simple = isSimple(independents) && !needsMap;
    if (!simple) {
      out.add(Make.local(map, Make.create(Make.SHADOWS)));
    }
    for (Var p : function.parameters()) {
      if (independents.contains(p)) {
        for (Leaf leaf : ShadowPlan.arrays(p.type())) {
          Expr array = leaf.in(Make.read(p));
          Expr zero =
              simple && leaf.isStorage()
                  ? present(p, leaf.path(), array, zeros(array))
                  : adjointOf(array, map, adjoints);
          out.add(Make.local(adjoints.of(p, leaf), zero));
        }
      }
    }
    out.addAll(checks.refuseConstants(independents, adjoints, simple ? null : map));
    return out;
  }

  /**
   * Makes arrays that the caller gives the shadows of the independents' arrays.
   *
   * @param wanted those of the independents for which the caller gives them
   * @param needsMap true if the backward sweep looks shadows up
   * @param given takes the parameters by which they come, in order
   */
  List<Stmt> given(
      Set<Var> independents,
      Set<Var> wanted,
      AdjointVars adjoints,
      Var map,
      boolean needsMap,
      List<Var> given) {
    List<Stmt> out = new ArrayList<>();
    boolean simple = isSimple(independents) && wanted.equals(independents) && !needsMap;
    if (!simple) {
      out.add(Make.local(map, Make.create(Make.SHADOWS)));
    }
    List<Stmt> made = new ArrayList<>();
    for (Var p : function.parameters()) {
      List<Leaf> arrays = independents.contains(p) ? ShadowPlan.arrays(p.type()) : List.of();
      if (wanted.contains(p) && !arrays.isEmpty()) {
        given.add(bound(p, arrays, adjoints, simple ? null : map, out));
      } else {
        for (Leaf leaf : arrays) {
          Expr part = leaf.in(Make.read(p));
          made.add(Make.local(adjoints.of(p, leaf), adjointOf(part, map, adjoints)));
        }
      }
    }
    out.addAll(checks.refuseShadows(simple ? null : map));
    out.addAll(made);
    out.addAll(checks.refuseGiven(independents, adjoints, simple ? null : map));
    return out;
  }

  /**
   * Sets aside what arrays hold that the caller gives as shadows, where the function writes into
   * their arrays: behind the function, nothing is added to the adjoint of what it has written.
   *
   * @param wanted the independents for which the caller gives them
   * @param after takes what adds it again, behind the backward pass
   */
  List<Stmt> setAside(Set<Var> wanted, AdjointVars adjoints, List<Stmt> after) {
    List<Stmt> out = new ArrayList<>();
    for (Var p : copied()) {
      for (Leaf leaf : wanted.contains(p) ? ShadowPlan.arrays(p.type()) : List.<Leaf>of()) {
        if (leaf.type() instanceof Type.Array a && a.leaf() instanceof Type.Primitive) {
          Expr shadow = Make.read(adjoints.of(p, leaf));
          Var held = adjoints.made("held", leaf.type());
          out.add(Make.local(held, Make.call(Make.ADJOINTS, "setAside", leaf.type(), shadow)));
          after.add(
              Make.evaluate(Make.call(Make.ADJOINTS, "add", leaf.type(), shadow, Make.read(held))));
        }
      }
    }
    return out;
  }

  /**
   * True if the arguments tell only before the function runs to which of their arrays the given
   * ones belong: if it moves rows, or writes into arrays that records in an array hold.
   *
   * @param wanted the independents for which the caller gives arrays
   * @throws Refusal where such records hold numbers, too: these are found by no array's identity
   */
  boolean needsOwnShadows(Set<Var> wanted) {
    boolean needs =
        sharingWith(summaries::overwrites).stream()
            .flatMap(p -> ShadowPlan.arrays(p.type()).stream())
            .anyMatch(
                l ->
                    l.type() instanceof Type.Array a
                        && (a.leaf().holdsDifferentiableArray()
                            || a.element().isReference() && summaries.storesReferences(function)));
    boolean holdNumbers =
        wanted.stream()
            .flatMap(p -> ShadowPlan.arrays(p.type()).stream())
            .anyMatch(l -> l.type() instanceof Type.Array a && isOfNumbers(a.leaf()));
    if (needs && holdNumbers) {
      throw new Refusal(
          ErrorId.UNSUPPORTED_EXPRESSION,
          function.origin(),
          "Adding to arrays of records that hold numbers, where the method may write into what such"
              + " records hold,",
          "Put the numbers into arrays, too, or leave out the outputs that end in INTO.");
    }
    return needs;
  }

  private static boolean isOfNumbers(Type leaf) {
    return leaf instanceof Type.Record && leaf.holdsScalar();
  }

  /** Puts the shadows that a map knows into the variables of the parameters' adjoints. */
  List<Stmt> found(Set<Var> wanted, AdjointVars adjoints, Var map) {
    List<Stmt> out = new ArrayList<>();
    for (Var p : function.parameters()) {
      for (Leaf leaf : wanted.contains(p) ? ShadowPlan.arrays(p.type()) : List.<Leaf>of()) {
        out.add(
            Make.assign(
                adjoints.of(p, leaf), ShadowCalls.find(leaf.in(Make.read(p)), map, adjoints)));
      }
    }
    return out;
  }

  private static Var bound(
      Var p, List<Leaf> arrays, AdjointVars adjoints, Var map, List<Stmt> out) {
    boolean isArray = p.type() instanceof Type.Array;
    Var adjoint = isArray ? adjoints.of(p) : adjoints.made("d" + p.name(), p.type());
    for (Leaf leaf : arrays) {
      Expr shadow = Make.read(adjoints.of(p, leaf));
      if (!isArray) {
        out.add(Make.local(adjoints.of(p, leaf), leaf.in(Make.read(adjoint))));
      }
      Expr array = leaf.in(Make.read(p));
      out.add(Make.evaluate(ShadowCalls.bind(array, shadow, map, adjoints)));
    }
    return adjoint;
  }

  /** A value that is made from an argument, or null where the function may do with null. */
  private Expr present(Var p, List<String> path, Expr array, Expr value) {
    return summaries.usesArgument(function, function.parameters().indexOf(p), path)
        ? value
        : Make.unlessNull(array, value);
  }

  private Expr adjointOf(Expr part, Var map, AdjointVars adjoints) {
    return part.type().isValue() && !isIdentified.test(part)
        ? ShadowCalls.accumulator(part)
        : ShadowCalls.find(part, map, adjoints);
  }

  private static Expr zeros(Expr array) {
    return new Expr.NewArray((Type.Array) array.type(), List.of(new Expr.Length(array)));
  }
}
