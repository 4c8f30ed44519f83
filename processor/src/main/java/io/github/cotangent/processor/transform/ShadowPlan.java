package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Dereferences;
import io.github.cotangent.processor.analysis.LoopLocals;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
  private final Dereferences dereferences;
  private final Assignments assignments;
  private final AdjointVars adjoints;
  private final Summaries summaries;
  private final Links links;
  private final Var shadows;
  private final Set<Regions.Region> lookedUp = new HashSet<>();
  private final boolean direct;
  private final Set<Var> parameters;
  private Var returned;
  private final Var resultAdjoint;

  /**
   * Plans the shadows of one function.
   *
   * @param shadows the variable that holds the runtime's map, where one is needed
   * @param resultAdjoint the variable that holds the adjoint of the function's result
   * @param isPair true if the caller finds the adjoints of values in the same map
   * @param direct false to look up every shadow: slower, and the same result
   */
  ShadowPlan(
      Function function,
      Regions regions,
      Dereferences dereferences,
      Assignments assignments,
      Summaries summaries,
      Links links,
      AdjointVars adjoints,
      Var shadows,
      Var resultAdjoint,
      boolean isPair,
      boolean direct) {
    this.regions = regions;
    this.dereferences = dereferences;
    this.assignments = assignments;
    this.summaries = summaries;
    this.links = links;
    this.adjoints = adjoints;
    this.shadows = shadows;
    this.direct = direct;
    this.parameters = Set.copyOf(function.parameters());
    this.resultAdjoint = resultAdjoint;
    this.returned = direct ? onlyReturned(function) : null;
    new Finder().walk(function.body());
    for (Var p : function.parameters()) {
      lookUpElements(p);
      if (!assignments.isSingle(p) || isPair && p.type().holdsValue()) {
        lookUp(p);
      }
    }
    forgetReturned();
  }

  /** What must be found by its identity cannot also be known by its name. */
  private void forgetReturned() {
    if (returned != null
        && regions.reachable(returned.type(), regions.of(returned)).stream()
            .anyMatch(this::isLookedUp)) {
      lookUpAll(Make.read(returned));
      returned = null;
    }
  }

  /** The variable whose shadow is the adjoint of the result, if there is exactly one such. */
  Var returned() {
    return returned;
  }

  /** True if the shadow of storage in this region must be found by identity. */
  boolean isLookedUp(Regions.Region region) {
    return !direct || lookedUp.contains(region);
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

  /**
   * True if the rows of an array are those that a parameter's array had all the time: the rows of
   * its shadow are theirs, also where other names of them are looked up.
   */
  boolean hasFixedRows(Expr array) {
    Regions.Region region = regions.of(array);
    Type type = array.type();
    while (type.rank() > 1) {
      if (assignments.isWritten(region)) {
        return false;
      }
      region = regions.element(region);
      type = ((Type.Array) type).element();
    }
    return direct && type.leaf().isScalar() && comesFromParameter(array);
  }

  private boolean comesFromParameter(Expr e) {
    if (e instanceof Expr.Element x) {
      return !assignments.isWritten(regions.of(x.array())) && comesFromParameter(x.array());
    }
    if (e instanceof Expr.Component c) {
      return comesFromParameter(c.record());
    }
    if (!(e instanceof Expr.Read r) || !assignments.isSingle(r.var())) {
      return false;
    }
    Stmt.Local declaration = assignments.declaration(r.var());
    return declaration == null
        ? parameters.contains(r.var())
        : declaration.init().filter(this::comesFromParameter).isPresent();
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
    return Arguments.find(array, shadows, adjoints);
  }

  /** The declarations of the shadows of a local variable that is assigned once. */
  List<Stmt> declare(Stmt.Local local) {
    List<Stmt> out = new ArrayList<>();
    Var v = local.var();
    for (Leaf leaf : arrays(v.type())) {
      Expr primal = leaf.in(Make.read(v));
      Expr init = local.init().orElseThrow();
      boolean isFixed = init instanceof Expr.Element x && hasFixedRows(x.array()) && isStable(init);
      boolean byIdentity = isFound(primal) && !isFixed;
      out.add(Make.local(adjoints.of(v, leaf), byIdentity ? find(primal) : origin(v, init, leaf)));
    }
    return out;
  }

  /** The shadow of a leaf, from the expression that the variable was declared with. */
  private Expr origin(Var v, Expr init, Leaf leaf) {
    if (v.equals(returned)) {
      return Make.read(resultAdjoint);
    }
    if (init instanceof Expr.Read || init instanceof Expr.Component) {
      return shadow(leaf.in(init));
    }
    if (init instanceof Expr.Element x) {
      return leaf.path().isEmpty()
          ? shadow(init)
          : leaf.in(new Expr.Element(shadow(x.array()), x.index()));
    }
    if (init instanceof Expr.Cast c) {
      return origin(v, c.operand(), leaf);
    }
    if (init instanceof Expr.NewRecord n) {
      List<String> names = n.type().components().stream().map(Type.Component::name).toList();
      Expr argument = n.arguments().get(names.indexOf(leaf.path().get(0)));
      return origin(v, argument, new Leaf(leaf.path().subList(1, leaf.path().size()), leaf.type()));
    }
    Expr primal = leaf.in(Make.read(v));
    return leaf.isValue() ? accumulator(primal, init) : zeros(primal, init);
  }

  /** A new accumulator; what a rule's method gives is an object. */
  private static Expr accumulator(Expr primal, Expr init) {
    boolean isObject = init instanceof Expr.Call c && c.callee().kind() == Callee.Kind.RULED;
    Expr made = Arguments.accumulator(primal);
    return isObject ? made : Make.unlessNull(primal, made);
  }

  /** A new array of zeros, like an array that was made by this expression. */
  private Expr zeros(Expr primal, Expr init) {
    Type.Array type = (Type.Array) primal.type();
    List<Expr> sizes = sizes(primal, init);
    if (type.rank() > sizes.size()) {
      return find(primal);
    }
    Expr zeros = new Expr.NewArray(type, sizes);
    boolean isMeasured = sizes.get(0) instanceof Expr.Length;
    if (isMeasured && dereferences.mayBeNull(primal)) {
      return type.leaf() instanceof Type.Record ? find(primal) : Make.unlessNull(primal, zeros);
    }
    if (type.leaf() instanceof Type.Record record) {
      if (type.rank() > 1) {
        return find(primal);
      }
      return Make.call(Make.ADJOINTS, "filled", type, zeros, RecordZeros.zero(record));
    }
    return zeros;
  }

  /** The sizes of a new array, by stable expressions. */
  private List<Expr> sizes(Expr primal, Expr init) {
    if (init instanceof Expr.NewArray n && n.sizes().stream().allMatch(this::isStable)) {
      return n.sizes();
    }
    if (init instanceof Expr.ArrayLiteral l) {
      return List.of(Make.literal(l.elements().size()));
    }
    if (init instanceof Expr.Call c && c.callee().kind() == Callee.Kind.ARRAY) {
      ArrayCall call = ArrayCall.of(c);
      if (call.kind() == ArrayCall.Kind.COPY_OF && isStable(call.bounds().get(0))) {
        return call.bounds();
      }
    }
    return List.of(new Expr.Length(primal));
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
      out.add(Make.local(adjoints.of(v, leaf), guarded(v, leaf)));
    }
    return out;
  }

  /** After the variable was restored to an earlier reference, its shadows follow. */
  List<Stmt> follow(Var v) {
    List<Stmt> out = new ArrayList<>();
    for (Leaf leaf : arrays(v.type())) {
      out.add(Make.assign(adjoints.of(v, leaf), guarded(v, leaf)));
    }
    return out;
  }

  /** A record variable may be null before its first assignment. */
  private Expr guarded(Var v, Leaf leaf) {
    Expr found = find(leaf.in(Make.read(v)));
    if (leaf.path().isEmpty()) {
      return found;
    }
    Expr isNull = Make.binary(Expr.Binary.Op.EQ, Make.read(v), new Expr.Literal(v.type(), "null"));
    return new Expr.Conditional(isNull, new Expr.Literal(leaf.type(), "null"), found, leaf.type());
  }

  /** The arrays, reached through a parameter, whose rows may be exchanged for others. */
  List<Regions.Region> movingRows(Var p) {
    List<Regions.Region> out = new ArrayList<>();
    for (Leaf leaf : Leaf.of(p.type())) {
      if (leaf.isScalar() || leaf.isValue()) {
        continue;
      }
      Regions.Region outer = regions.of(leaf.in(Make.read(p)));
      if (leaf.type().leaf().holdsDifferentiableArray() && assignments.isWritten(outer)) {
        out.add(outer);
      }
      for (Type t = leaf.type(); t.rank() > 1; t = ((Type.Array) t).element()) {
        Regions.Region rows = regions.element(outer);
        if (isLookedUp(rows) && assignments.isWritten(outer)) {
          out.add(outer);
        }
        outer = rows;
      }
    }
    return out;
  }

  /** The leaves of a type that have a shadow of their own: arrays, and values. */
  static List<Leaf> arrays(Type type) {
    return Leaf.of(type).stream().filter(l -> l.isStorage() || l.isValue()).toList();
  }

  /** The leaves of a type that have a shadow array. */
  static List<Leaf> storage(Type type) {
    return Leaf.of(type).stream().filter(Leaf::isStorage).toList();
  }

  private void lookUp(Var v) {
    for (Leaf leaf : arrays(v.type())) {
      lookedUp.add(regions.of(leaf.in(Make.read(v))));
    }
  }

  /** Values in arrays move about: their adjoints are found by identity. */
  private void lookUpElements(Var v) {
    for (Leaf leaf : Leaf.of(v.type())) {
      if (!leaf.isStorage() && !leaf.isScalar() && !leaf.isValue()) {
        lookUpAll(leaf.in(Make.read(v)));
      }
    }
  }

  /**
   * A callee is given the shadows of arrays and of their rows, and makes them known in the map
   * where it looks there. It finds by itself the adjoints of values, and of arrays in arrays of
   * records.
   */
  private void lookUpObjects(Expr e) {
    boolean holdsObjects =
        Leaf.of(e.type()).stream()
            .map(l -> l.type().leaf())
            .anyMatch(t -> t.isValue() || t instanceof Type.Record && t.holdsDifferentiableArray());
    if (holdsObjects) {
      lookUpAll(e);
    }
  }

  private void lookUpAll(Expr e) {
    if (e.type().holdsDifferentiableArray()) {
      lookedUp.addAll(regions.reachable(e.type(), regions.of(e)));
    }
  }

  /**
   * The only variable that is ever returned, if it is an array made in this function, outside of
   * loops, and never exchanged: its shadow simply is the result's adjoint.
   */
  private Var onlyReturned(Function f) {
    Set<Expr> all = new HashSet<>();
    new Walker() {
      @Override
      public Void visit(Stmt.Return s) {
        s.value().ifPresent(all::add);
        return super.visit(s);
      }
    }.walk(f.body());
    if (!(f.result() instanceof Type.Array)
        || f.result().holdsValue()
        || all.size() != 1
        || !(all.iterator().next() instanceof Expr.Read r)
        || LoopLocals.of(f.body()).contains(r.var())
        || !assignments.isSingle(r.var())
        || assignments.declaration(r.var()) == null
        || !isNew(assignments.declaration(r.var()).init().orElseThrow())) {
      return null;
    }
    return r.var();
  }

  private boolean isNew(Expr init) {
    return init instanceof Expr.NewArray
        || init instanceof Expr.ArrayLiteral
        || init instanceof Expr.Call c
            && (c.callee().kind() == Callee.Kind.ARRAY || summaries.returnsFresh(c.callee()));
  }

  /** Finds the regions whose references are stored, exchanged or returned. */
  private final class Finder extends Walker {

    @Override
    public Void visit(Stmt.Local s) {
      lookUpElements(s.var());
      if (!assignments.isSingle(s.var()) || s.init().filter(this::isMoved).isPresent()) {
        lookUp(s.var());
      }
      return super.visit(s);
    }

    /** True if the same expression leads to another array when the block's end is reached. */
    private boolean isMoved(Expr init) {
      if (!init.type().holdsDifferentiableArray()) {
        return false;
      }
      if (init instanceof Expr.NewRecord n) {
        return n.arguments().stream().anyMatch(this::isMoved);
      }
      Expr origin = init instanceof Expr.Cast c ? c.operand() : init;
      return origin instanceof Expr.Element && !isStable(origin);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      if (s.target() instanceof io.github.cotangent.processor.ir.Place.Slot) {
        lookUpAll(s.value());
      }
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Return s) {
      s.value()
          .filter(v -> !(v instanceof Expr.Read r && r.var().equals(returned)))
          .ifPresent(ShadowPlan.this::lookUpAll);
      return super.visit(s);
    }

    @Override
    public Void visit(Expr.ArrayLiteral e) {
      e.elements().forEach(ShadowPlan.this::lookUpAll);
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Call e) {
      Callee.Kind kind = e.callee().kind();
      if (kind == Callee.Kind.ARRAY) {
        ArrayCall call = ArrayCall.of(e);
        Expr array = call.source() != null ? call.source() : call.target();
        if (call.element().isReference() && array.type().holdsDifferentiableArray()) {
          lookedUp.addAll(regions.reachable(call.element(), regions.element(regions.of(array))));
        }
      } else if (kind == Callee.Kind.LOCAL || kind == Callee.Kind.LINKED) {
        if (summaries.storesReferences(e.callee())) {
          e.arguments().forEach(ShadowPlan.this::lookUpAll);
          lookUpAll(e);
        } else if (links.takesShadows(e.callee())) {
          e.arguments().forEach(ShadowPlan.this::lookUpObjects);
          lookUpObjects(e);
        }
        if (!summaries.returnsFresh(e.callee())) {
          lookUpAll(e);
        }
      }
      return super.visit(e);
    }
  }
}
