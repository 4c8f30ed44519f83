package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * The chain rule for operations on whole arrays: literals, copies, {@code System.arraycopy} and
 * {@code Arrays.fill}. Arrays of references need none: their rows keep their shadows.
 */
final class ArrayAdjoint {

  private final Activity activity;
  private final Regions regions;
  private final AdjointVars adjoints;
  private final AdjointPlaces places;
  private final Partials partials;
  private final ScalarAdjoint scalars;

  ArrayAdjoint(
      Activity activity,
      Regions regions,
      AdjointVars adjoints,
      AdjointPlaces places,
      Partials partials,
      ScalarAdjoint scalars) {
    this.activity = activity;
    this.regions = regions;
    this.adjoints = adjoints;
    this.places = places;
    this.partials = partials;
    this.scalars = scalars;
  }

  /** The adjoint of {@code target = value} where the value is a new array. */
  List<Stmt> newArray(Expr target, Expr value) {
    if (!isActive(target)) {
      return List.of();
    }
    if (value instanceof Expr.ArrayLiteral l && l.type().element().holdsScalar()) {
      return literal(target, l);
    }
    if (value instanceof Expr.Call c && c.callee().kind() == Callee.Kind.ARRAY) {
      ArrayCall call = ArrayCall.of(c);
      return holdsValues(call) && isActive(call.source()) ? copy(target, call) : List.of();
    }
    return List.of();
  }

  private boolean isActive(Expr array) {
    return activity.isActive(regions.of(array));
  }

  /** Arrays of arrays share their rows: nothing is copied that has an adjoint. */
  private static boolean holdsValues(ArrayCall call) {
    return call.element().holdsScalar();
  }

  private List<Stmt> literal(Expr target, Expr.ArrayLiteral literal) {
    List<Stmt> code = new ArrayList<>();
    Expr shadow = places.shadow(target);
    for (int i = 0; i < literal.elements().size(); i++) {
      Expr seed = new Expr.Element(shadow, Make.literal(i));
      Expr element = literal.elements().get(i);
      code.addAll(
          element.type().isScalar() ? scalars.propagate(element, seed) : record(element, seed));
    }
    return code;
  }

  /** A record that became an element receives the adjoint of its numbers. */
  private List<Stmt> record(Expr element, Expr seed) {
    List<Stmt> code = new ArrayList<>();
    if (element instanceof Expr.Read && partials.readsActive(element)) {
      for (Leaf leaf : Leaf.of(element.type())) {
        if (leaf.isScalar()) {
          code.add(Make.accumulate(places.adjoint(leaf.in(element)), leaf.in(seed)));
        }
      }
    }
    return code;
  }

  private List<Stmt> copy(Expr target, ArrayCall call) {
    Expr from = places.shadow(target);
    Expr to = places.shadow(call.source());
    Expr start =
        call.kind() == ArrayCall.Kind.COPY_OF_RANGE ? call.bounds().get(0) : Make.literal(0);
    return List.of(Make.evaluate(moveBack(call.element(), to, start, from)));
  }

  private static Expr moveBack(Type element, Expr to, Expr start, Expr from) {
    requireScalars(element);
    return Make.call(Make.ADJOINTS, "addCopied", Type.VOID, to, start, from);
  }

  /** Copies of arrays of records would need a loop over components. */
  private static void requireScalars(Type element) {
    if (!element.isScalar()) {
      throw new UnsupportedArray(element);
    }
  }

  /** An array operation on elements that the derivative cannot move as a whole. */
  static final class UnsupportedArray extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedArray(Type element) {
      super("a copy of an array of " + element);
    }
  }

  /** The adjoint of {@code System.arraycopy} and {@code Arrays.fill}. */
  List<Stmt> inPlace(Expr.Call c) {
    ArrayCall call = ArrayCall.of(c);
    if (call.target() == null
        || !call.target().type().isDifferentiable()
        || !holdsValues(call)
        || !isActive(call.target())) {
      return List.of();
    }
    requireScalars(call.element());
    return call.kind() == ArrayCall.Kind.FILL ? fill(call) : arraycopy(call);
  }

  private List<Stmt> fill(ArrayCall call) {
    Expr shadow = places.shadow(call.target());
    List<Expr> arguments = new ArrayList<>(List.of(shadow));
    arguments.addAll(call.bounds());
    if (!call.value().type().isScalar() || !partials.readsActive(call.value())) {
      return List.of(Make.evaluate(Make.call(Make.ADJOINTS, "clear", Type.VOID, arguments)));
    }
    Type type = call.element();
    Var sum = adjoints.made("dValue", type);
    List<Stmt> code = new ArrayList<>();
    code.add(Make.local(sum, Make.call(Make.ADJOINTS, "takeSum", type, arguments)));
    code.addAll(scalars.propagate(call.value(), Make.read(sum)));
    return code;
  }

  private List<Stmt> arraycopy(ArrayCall call) {
    Expr target = places.shadow(call.target());
    Expr targetStart = call.bounds().get(1);
    Expr length = call.bounds().get(2);
    if (!isActive(call.source())) {
      Expr end = Make.add(targetStart, length);
      return List.of(
          Make.evaluate(Make.call(Make.ADJOINTS, "clear", Type.VOID, target, targetStart, end)));
    }
    Expr source = places.shadow(call.source());
    Expr sourceStart = call.bounds().get(0);
    return List.of(
        Make.evaluate(
            Make.call(
                Make.ADJOINTS,
                "moveBack",
                Type.VOID,
                source,
                sourceStart,
                target,
                targetStart,
                length)));
  }
}
