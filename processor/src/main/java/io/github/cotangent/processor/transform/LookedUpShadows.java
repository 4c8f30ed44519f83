package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.RenewedArrays;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which shadows must be looked up by the identity of their arrays and values, because the program's
 * text does not tell which storage a variable refers to: where references are stored into arrays,
 * exchanged or returned.
 */
final class LookedUpShadows {

  private final Regions regions;
  private final Assignments assignments;
  private final Summaries summaries;
  private final Links links;
  private final RenewedArrays renewed;
  private final ListedRows listed;
  private final Set<Var> parameters;
  private final boolean direct;

  /** The regions, each with the first reason why. */
  private final Map<Regions.Region, Reason> lookedUp = new HashMap<>();

  /** The variables that the program compares with null. */
  private final Set<Var> compared = new HashSet<>();

  /** What the function returns, where the text tells. */
  private ReturnedArrays result;

  /**
   * Finds out for one function.
   *
   * @param renewed the variables of which the text tells what they lead to, though they are
   *     assigned
   * @param isPair true if the caller finds the adjoints of values in the same map
   * @param direct false to look up every shadow: slower, and the same result
   */
  LookedUpShadows(
      Function function,
      Regions regions,
      Assignments assignments,
      Summaries summaries,
      Links links,
      RenewedArrays renewed,
      boolean isPair,
      boolean direct) {
    this.regions = regions;
    this.assignments = assignments;
    this.summaries = summaries;
    this.links = links;
    this.renewed = renewed;
    this.listed = new ListedRows(assignments, summaries);
    this.parameters = Set.copyOf(function.parameters());
    this.direct = direct;
    this.result =
        direct
            ? ReturnedArrays.of(function, assignments, summaries, renewed)
            : ReturnedArrays.unknown();
    new Finder().walk(function.body());
    for (Var p : function.parameters()) {
      lookUpElements(p);
      if (!assignments.isSingle(p) || isPair && p.type().holdsValue()) {
        lookUp(p, Reason.of(Why.REFERENCE_ASSIGNED, p));
      }
    }
    lookUpListed();
    lookUpRenewed();
    forgetReturned();
  }

  /** The variable whose shadow is the adjoint of the result, if there is exactly one such. */
  Var returned() {
    return result.variable();
  }

  /** True if the shadow of storage in this region must be found by identity. */
  boolean contains(Regions.Region region) {
    return !direct || lookedUp.containsKey(region);
  }

  /** True for a matrix whose shadow is made of those of its rows. */
  boolean isListed(Var matrix) {
    return listed.matrices().contains(matrix) && !contains(regions.element(regions.of(matrix)));
  }

  /**
   * The part of the result's adjoint that is the shadow of an array, if one is.
   *
   * @param resultAdjoint the whole
   */
  Optional<Expr> inResult(Var array, Expr resultAdjoint) {
    return result.of(array, resultAdjoint).or(() -> rowInResult(array, resultAdjoint));
  }

  private Optional<Expr> rowInResult(Var row, Expr resultAdjoint) {
    for (Var matrix : listed.matrices()) {
      OptionalInt place = listed.place(row, matrix);
      if (place.isPresent() && result.of(matrix, resultAdjoint).isPresent()) {
        Expr index = Make.literal(place.getAsInt());
        return result.of(matrix, resultAdjoint).map(m -> new Expr.Element(m, index));
      }
    }
    return Optional.empty();
  }

  /** True for a variable whose array is replaced by new ones only, and not looked up. */
  boolean isRenewed(Var v) {
    return renewed.contains(v) && !contains(regions.of(v));
  }

  /** True for one of these that a jump may leave without an array. */
  boolean mayBePassedBy(Var v) {
    return renewed.mayBePassedBy(v);
  }

  /** The renewed variable that leads to the same array as this one at the end of its block. */
  Optional<Var> atEnd(Var v) {
    return renewed.atEnd(v).filter(this::isRenewed);
  }

  /** The first variable of its block that leads to the same array, which is replaced there. */
  Optional<Var> old(Var v) {
    return renewed.old(v).filter(first -> !contains(regions.of(first)));
  }

  /** The first variable of the same block that leads to the array which an assignment replaces. */
  Optional<Var> before(Stmt assignment) {
    return renewed.before(assignment).flatMap(this::old);
  }

  /** True for a variable of which the program asks whether it is null. */
  boolean isComparedWithNull(Var v) {
    return compared.contains(v);
  }

  /** Why the shadow of storage in a region must be found by identity, if it must. */
  Optional<Reason> reason(Regions.Region region) {
    return direct
        ? Optional.ofNullable(lookedUp.get(region))
        : Optional.of(Reason.of(Why.REFERENCE_SHARED));
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

  /** The rows of a matrix that is found by its identity are found by theirs. */
  private void lookUpListed() {
    int before;
    do {
      before = lookedUp.size();
      for (Var matrix : listed.matrices()) {
        Reason why = lookedUp.get(regions.of(matrix));
        if (why != null) {
          lookUpAll(Make.read(matrix), why);
        }
      }
    } while (lookedUp.size() > before);
  }

  /** An array whose rows are found by their identity is found by its own. */
  private void lookUpRenewed() {
    for (Var v : renewed.all()) {
      regions.reachable(v.type(), regions.of(v)).stream()
          .filter(lookedUp::containsKey)
          .findFirst()
          .ifPresent(found -> lookUpAll(Make.read(v), lookedUp.get(found)));
    }
  }

  /** What must be found by its identity cannot also be known by its name. */
  private void forgetReturned() {
    Var returned = result.variable();
    if (returned != null
        && regions.reachable(returned.type(), regions.of(returned)).stream()
            .anyMatch(this::contains)) {
      lookUpAll(Make.read(returned), Reason.of(Why.REFERENCE_ASSIGNED, returned));
      result = ReturnedArrays.unknown();
    }
  }

  private void lookUp(Var v, Reason why) {
    for (Leaf leaf : ShadowPlan.arrays(v.type())) {
      lookedUp.putIfAbsent(regions.of(leaf.in(Make.read(v))), why);
    }
  }

  /** Values in arrays move about: their adjoints are found by identity. */
  private void lookUpElements(Var v) {
    for (Leaf leaf : Leaf.of(v.type())) {
      if (leaf.isArrayOfValues()) {
        lookUpAll(leaf.in(Make.read(v)), Reason.of(Why.REFERENCE_INSIDE));
      }
    }
  }

  /**
   * A callee is given the shadows of arrays and of their rows, and makes them known in the map
   * where it looks there. It finds by itself the adjoints of values, and of arrays in arrays of
   * records.
   */
  private void lookUpObjects(Expr e, Reason why) {
    boolean holdsObjects =
        Leaf.of(e.type()).stream()
            .map(l -> l.type().leaf())
            .anyMatch(t -> t.isValue() || t instanceof Type.Record && t.holdsDifferentiableArray());
    if (holdsObjects) {
      lookUpAll(e, why);
    }
  }

  private void lookUpAll(Expr e, Reason why) {
    if (e.type().holdsDifferentiableArray()) {
      lookUp(regions.reachable(e.type(), regions.of(e)), why);
    }
  }

  private void lookUp(Collection<Regions.Region> all, Reason why) {
    all.forEach(region -> lookedUp.putIfAbsent(region, why));
  }

  private static Reason reason(Why why, Origin at) {
    return Reason.at(at, why, at.text());
  }

  /** Finds the regions whose references are stored, exchanged or returned. */
  private final class Finder extends Walker {

    @Override
    public Void visit(Stmt.Local s) {
      lookUpElements(s.var());
      if (renewed.contains(s.var())) {
        return super.visit(s);
      }
      if (!assignments.isSingle(s.var())) {
        lookUp(s.var(), Reason.of(Why.REFERENCE_ASSIGNED, s.var()));
      } else if (s.init().filter(this::isMoved).isPresent()) {
        lookUp(s.var(), reason(Why.REFERENCE_MOVED, s.origin()));
      } else if (listed.take(s, result.holds(s.var()))) {
        return null;
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
      return origin instanceof Expr.Element && !assignments.isStable(origin, regions);
    }

    @Override
    public Void visit(Expr.Binary e) {
      if (e.right().isNull() && e.left() instanceof Expr.Read r) {
        compared.add(r.var());
      } else if (e.left().isNull() && e.right() instanceof Expr.Read r) {
        compared.add(r.var());
      }
      return super.visit(e);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      if (s.target() instanceof Place.Slot) {
        lookUpAll(s.value(), reason(Why.REFERENCE_STORED, s.origin()));
      }
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Return s) {
      s.value()
          .filter(v -> !(v instanceof Expr.Read r && r.var().equals(result.variable())))
          .ifPresent(v -> lookUpAll(v, reason(Why.REFERENCE_RETURNED, s.origin())));
      return super.visit(s);
    }

    @Override
    public Void visit(Expr.ArrayLiteral e) {
      e.elements().forEach(x -> lookUpAll(x, Reason.of(Why.REFERENCE_LISTED)));
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Call e) {
      Callee.Kind kind = e.callee().kind();
      Reason why = reason(Why.REFERENCE_PASSED, e.origin());
      if (kind == Callee.Kind.ARRAY) {
        ArrayCall call = ArrayCall.of(e);
        Expr array = call.source() != null ? call.source() : call.target();
        if (call.element().isReference() && array.type().holdsDifferentiableArray()) {
          lookUp(regions.reachable(call.element(), regions.element(regions.of(array))), why);
        }
      } else if (kind == Callee.Kind.LOCAL || kind == Callee.Kind.LINKED) {
        if (summaries.storesReferences(e.callee())) {
          e.arguments().forEach(x -> lookUpAll(x, why));
          lookUpAll(e, why);
        } else if (links.takesShadows(e.callee())) {
          e.arguments().forEach(x -> lookUpObjects(x, why));
          lookUpObjects(e, why);
        }
        if (!summaries.returnsFresh(e.callee())) {
          lookUpAll(e, why);
        }
      }
      return super.visit(e);
    }
  }
}
