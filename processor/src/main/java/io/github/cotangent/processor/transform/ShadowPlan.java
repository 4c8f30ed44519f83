package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Dereferences;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the adjoint of each array, and of each value of a differentiable type, is: one storage has
 * one shadow.
 *
 * <p>Mostly it follows from the program's text. The shadow of a parameter is given; that of a new
 * array is a new array of zeros, that of a new value an accumulator; that of a row {@code row =
 * m[i]} is {@code dm[i]}. Where references are stored into arrays, exchanged or returned, the text
 * does not tell which storage a variable refers to: the regions concerned are <em>looked up</em>,
 * by the array's identity, in a {@code Shadows} object of the runtime.
 */
final class ShadowPlan {

  private final Regions regions;
  private final Assignments assignments;
  private final AdjointVars adjoints;
  private final LookedUpShadows lookedUp;
  private final NewShadows made;
  private final Var shadows;
  private final Var resultAdjoint;

  /** The variables whose shadows are looked up. */
  private final Set<Var> found = new LinkedHashSet<>();

  /**
   * Plans the shadows of one function.
   *
   * @param lookedUp what must be found by identity
   * @param shadows the variable that holds the runtime's map, where one is needed
   * @param resultAdjoint the variable that holds the adjoint of the function's result
   */
  ShadowPlan(
      Regions regions,
      Dereferences dereferences,
      Assignments assignments,
      Summaries summaries,
      LookedUpShadows lookedUp,
      AdjointVars adjoints,
      Var shadows,
      Var resultAdjoint) {
    this.regions = regions;
    this.assignments = assignments;
    this.lookedUp = lookedUp;
    this.made =
        new NewShadows(
            regions, dereferences, assignments, summaries, lookedUp::contains, this::find);
    this.adjoints = adjoints;
    this.shadows = shadows;
    this.resultAdjoint = resultAdjoint;
  }

  /** The variable whose shadow is the adjoint of the result, if there is exactly one such. */
  Var returned() {
    return lookedUp.returned();
  }

  /** True if the shadow of storage in this region must be found by identity. */
  boolean isLookedUp(Regions.Region region) {
    return lookedUp.contains(region);
  }

  /** True if the rows of an array are those that its shadow's rows belong to, all the time. */
  boolean hasFixedRows(Expr array) {
    return lookedUp.hasFixedRows(array);
  }

  /** True if shadows are found by identity of an array or value, or of a row or part of it. */
  boolean anyLookedUp(Expr e) {
    return regions.reachable(e.type(), regions.of(e)).stream().anyMatch(this::isLookedUp);
  }

  /** True if the shadow of an array or value must be found by its identity. */
  boolean isFound(Expr e) {
    return isLookedUp(regions.of(e));
  }

  /**
   * The expression for the shadow of an array or value, at a point where its primal is restored.
   */
  Expr shadow(Expr array) {
    if (array instanceof Expr.Element x) {
      boolean byIdentity = isFound(array) && !hasFixedRows(x.array());
      return byIdentity ? find(array) : new Expr.Element(shadow(x.array()), x.index());
    }
    return Make.read(variable(array, new ArrayList<>()));
  }

  private Var variable(Expr e, List<String> path) {
    if (e instanceof Expr.Component c) {
      path.add(0, c.name());
      return variable(c.record(), path);
    }
    if (!(e instanceof Expr.Read r)) {
      throw new IllegalStateException("not normalized: the array of " + e);
    }
    Type type = path.isEmpty() ? r.type() : leafType(r.type(), path);
    return adjoints.of(r.var(), new Leaf(List.copyOf(path), type));
  }

  private static Type leafType(Type type, List<String> path) {
    Type t = type;
    for (String name : path) {
      t = ((Type.Record) t).component(name).type();
    }
    return t;
  }

  /**
   * The expression for the shadow of an array that carries no derivative, but that a gradient
   * shows: a variable that is assigned again has none that follows it.
   */
  Expr shown(Expr array) {
    boolean isKnown = array instanceof Expr.Read r && assignments.isSingle(r.var());
    return isKnown ? shadow(array) : find(array);
  }

  /** Looks a shadow up by the identity of its array or value. */
  Expr find(Expr array) {
    Var v = Reads.base(array);
    if (v != null && lookedUp.reason(regions.of(array)).isPresent()) {
      found.add(v);
    }
    return ShadowCalls.find(array, shadows, adjoints);
  }

  /**
   * The shadow of an array of records: where rows of arrays in these may have been exchanged, with
   * the rows of their shadows as they are now.
   */
  Expr settled(Expr array) {
    boolean[] moves = new boolean[1];
    regions.collect(
        array.type(),
        regions.of(array),
        (type, region) ->
            moves[0] |= type.rank() > 1 && mayMove(((Type.Array) type).element(), region));
    return moves[0] ? ShadowCalls.settled(array, shadows, adjoints) : shadow(array);
  }

  /** Tells of the variables of the user's whose shadows are looked up. */
  void explain(Choices choices) {
    for (Var v : found) {
      Stmt.Local declaration = assignments.declaration(v);
      if (declaration == null || Names.isMade(v)) {
        continue; // It is part of a statement: the variables in that are told of.
      }
      for (Leaf leaf : arrays(v.type())) {
        lookedUp
            .reason(regions.of(leaf.in(Make.read(v))))
            .map(why -> Reason.of(Why.LOOKED_UP, leaf.isValue() ? "value" : "array", why))
            .ifPresent(why -> choices.add(Explanation.of(declaration.origin(), v.name(), why)));
      }
    }
  }

  /** The declarations of the shadows of a local variable that is assigned once. */
  List<Stmt> declare(Stmt.Local local) {
    List<Stmt> out = new ArrayList<>();
    Var v = local.var();
    for (Leaf leaf : arrays(v.type())) {
      Expr primal = leaf.in(Make.read(v));
      if (renewed(v).isPresent()) {
        out.add(Make.local(adjoints.of(v, leaf), renewed(v).get()));
        continue;
      }
      Expr init = local.init().orElseThrow();
      boolean isFixed = init instanceof Expr.Element x && hasFixedRows(x.array()) && isStable(init);
      boolean byIdentity = isFound(primal) && !isFixed;
      out.add(
          Make.local(adjoints.of(v, leaf), byIdentity ? found(v, leaf) : origin(v, init, leaf)));
    }
    return out;
  }

  private Expr found(Var v, Leaf leaf) {
    return lookedUp.isComparedWithNull(v) ? guarded(v, leaf) : find(leaf.in(Make.read(v)));
  }

  /** The shadow of a leaf, from the expression that the variable was declared with. */
  private Expr origin(Var v, Expr init, Leaf leaf) {
    if (v.equals(returned())) {
      return leaf.in(Make.read(resultAdjoint));
    }
    Optional<Expr> inResult = lookedUp.inResult(v, Make.read(resultAdjoint));
    if (inResult.isPresent()) {
      return inResult.get();
    }
    if (init instanceof Expr.ArrayLiteral l && lookedUp.isListed(v)) {
      return new Expr.ArrayLiteral(l.type(), l.elements().stream().map(this::shadow).toList());
    }
    if (init instanceof Expr.Read || init instanceof Expr.Component) {
      return shadow(leaf.in(init));
    }
    if (init instanceof Expr.Element x) {
      return leaf.path().isEmpty()
          ? shadow(init)
          : leaf.in(new Expr.Element(shadow(x.array()), x.index()));
    }
    if (init instanceof Expr.Cast c && c.operand().type().isDifferentiable()) {
      return origin(v, c.operand(), leaf); // An object has no shadow.
    }
    if (init instanceof Expr.NewRecord n) {
      List<String> names = n.type().components().stream().map(Type.Component::name).toList();
      Expr argument = n.arguments().get(names.indexOf(leaf.path().get(0)));
      if (argument instanceof Expr.Literal) {
        return Make.zero(leaf.type()); // null
      }
      return origin(v, argument, new Leaf(leaf.path().subList(1, leaf.path().size()), leaf.type()));
    }
    Expr primal = leaf.in(Make.read(v));
    return leaf.isValue() ? NewShadows.accumulator(primal, init) : made.zeros(primal, init);
  }

  /** The variable that leads to the same array as this one where the mirrored block starts. */
  Optional<Var> atEnd(Var v) {
    return lookedUp.atEnd(v);
  }

  /** The variable that leads to the array which an assignment replaces, where one is known to. */
  Optional<Var> before(Stmt assignment) {
    return lookedUp.before(assignment);
  }

  /** The shadow of one of the arrays that a variable leads to, one after the other. */
  private Optional<Expr> renewed(Var v) {
    Optional<Var> old = lookedUp.old(v);
    return old.isPresent() && old.get().equals(v)
        ? Optional.of(NewShadows.zeros(v))
        : old.or(() -> atEnd(v)).map(same -> Make.read(adjoints.of(same)));
  }

  private boolean isStable(Expr e) {
    return assignments.isStable(e, regions);
  }

  /**
   * The declarations, at the start of the backward pass, of the shadows of variables that are
   * assigned more than once: they follow their variable.
   */
  List<Stmt> declareFollowing(Var v) {
    List<Stmt> out = new ArrayList<>();
    for (Leaf leaf : arrays(v.type())) {
      boolean isResult = v.equals(returned());
      Expr shadow = isResult ? Make.read(resultAdjoint) : followed(v, leaf);
      if (lookedUp.isRenewed(v) && !isResult && lookedUp.mayBePassedBy(v)) {
        shadow = Make.unlessNull(Make.read(v), shadow);
      }
      out.add(Make.local(adjoints.of(v, leaf), shadow));
    }
    return out;
  }

  /** After the variable was restored to an earlier reference, its shadows follow. */
  List<Stmt> follow(Var v) {
    List<Stmt> out = new ArrayList<>();
    for (Leaf leaf : arrays(v.type())) {
      out.add(Make.assign(adjoints.of(v, leaf), followed(v, leaf)));
    }
    return out;
  }

  /** The same, where the earlier reference is what another variable leads to. */
  List<Stmt> follow(Var v, Var old) {
    return List.of(Make.assign(adjoints.of(v), Make.read(adjoints.of(old))));
  }

  /** Nobody has met the array of a renewed variable yet, where it is followed. */
  private Expr followed(Var v, Leaf leaf) {
    return lookedUp.isRenewed(v) ? NewShadows.zeros(v) : guarded(v, leaf);
  }

  /** A record variable may be null: before its first assignment, or where the program asks. */
  private Expr guarded(Var v, Leaf leaf) {
    Expr found = find(leaf.in(Make.read(v)));
    if (leaf.path().isEmpty()) {
      return found;
    }
    Expr isNull = Make.binary(Expr.Binary.Op.EQ, Make.read(v), new Expr.Literal(v.type(), "null"));
    return new Expr.Conditional(
        isNull, new Expr.Literal(found.type(), "null"), found, found.type());
  }

  /**
   * The arrays, reached through a parameter, whose elements lead to arrays or values, and may be
   * exchanged for others.
   */
  List<Regions.Region> movingElements(Var p) {
    List<Regions.Region> out = new ArrayList<>();
    regions.collect(
        p.type(),
        regions.of(p),
        (type, region) -> {
          if (type instanceof Type.Array a && mayMove(a.element(), region)) {
            out.add(region);
          }
        });
    return out;
  }

  private boolean mayMove(Type element, Regions.Region array) {
    return element.holdsDifferentiableArray()
        && assignments.isWritten(array)
        && (!(element instanceof Type.Array) || isLookedUp(regions.element(array)));
  }

  /** The leaves of a type that have a shadow of their own: arrays, and values. */
  static List<Leaf> arrays(Type type) {
    return Leaf.of(type).stream().filter(l -> l.isStorage() || l.isValue()).toList();
  }

  /** The leaves of a type that have a shadow array. */
  static List<Leaf> storage(Type type) {
    return Leaf.of(type).stream().filter(Leaf::isStorage).toList();
  }
}
