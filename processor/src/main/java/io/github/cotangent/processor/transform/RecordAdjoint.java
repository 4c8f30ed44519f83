package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The chain rule for records. A record variable has one adjoint variable for each scalar in it; a
 * record in an array has a record of the same type in the shadow array, replaced when it changes:
 *
 * <pre>{@code
 * p = ps[i];            dps[i] = new Point(dps[i].x() + dpX, dps[i].y() + dpY);
 * ps[i] = p;            dpX += dps[i].x();
 *                       dpY += dps[i].y();
 *                       dps[i] = new Point(0.0, 0.0);
 * p = new Point(a, b);  da += dpX;
 *                       db += dpY;
 * }</pre>
 */
final class RecordAdjoint {

  private final Activity activity;
  private final Regions regions;
  private final AdjointPlaces places;
  private final ScalarAdjoint scalars;

  RecordAdjoint(Activity activity, Regions regions, AdjointPlaces places, ScalarAdjoint scalars) {
    this.activity = activity;
    this.regions = regions;
    this.places = places;
    this.scalars = scalars;
  }

  /** The adjoint of {@code target = value}, both of a record type. */
  List<Stmt> assignment(Expr target, Expr value, boolean isDeclaration) {
    List<Stmt> code = new ArrayList<>();
    if (target instanceof Expr.Element slot) {
      store(slot, value, code);
      return code;
    }
    Var v = ((Expr.Read) target).var();
    if (!activity.isActive(v)) {
      return code;
    }
    receive(target, value, code);
    if (!isDeclaration) {
      for (Leaf leaf : scalars(target.type())) {
        Expr adjoint = places.adjoint(leaf.in(target));
        code.add(Make.assign(Make.place(adjoint), Make.zero(leaf.type())));
      }
    }
    return code;
  }

  private void receive(Expr target, Expr value, List<Stmt> code) {
    if (value instanceof Expr.NewRecord n) {
      for (int i = 0; i < n.arguments().size(); i++) {
        String name = n.type().components().get(i).name();
        component(new Expr.Component(target, name), n.arguments().get(i), code);
      }
    } else if (value instanceof Expr.Element slot) {
      if (activity.isActive(regions.of(slot.array()))) {
        Function<Leaf, Expr> received = leaf -> places.adjoint(leaf.in(target));
        addTo(slot, received, code);
      }
    } else if (isPath(value) && activity.isActive(Reads.base(value))) {
      copy(target, value, code);
    }
  }

  private static boolean isPath(Expr e) {
    return e instanceof Expr.Read || e instanceof Expr.Component;
  }

  private void copy(Expr from, Expr to, List<Stmt> code) {
    for (Leaf leaf : scalars(from.type())) {
      code.add(Make.accumulate(places.adjoint(leaf.in(to)), places.adjoint(leaf.in(from))));
    }
  }

  /** The argument of a constructor receives the adjoint of its component. */
  private void component(Expr component, Expr argument, List<Stmt> code) {
    if (argument.type().isScalar()) {
      code.addAll(scalars.propagate(argument, places.adjoint(component)));
    } else if (component.type().isScalar()) {
      return;
    } else if (component.type() instanceof Type.Record
        && component.type().holdsScalar()
        && isPath(argument)
        && activity.isActive(Reads.base(argument))) {
      copy(component, argument, code);
    }
  }

  /** {@code ps[i] = p}. */
  private void store(Expr.Element slot, Expr value, List<Stmt> code) {
    if (!slot.type().holdsNumbers()) {
      return; // The adjoints of values are found by their identity.
    }
    boolean isActive = activity.isActive(regions.of(slot.array()));
    boolean isShown = regions.isShown(regions.of(slot.array()));
    boolean showsConstants = isShown && holdsConstant((Type.Record) slot.type());
    boolean showsArrays = isShown && slot.type().holdsDifferentiableArray();
    boolean carries = isActive || holdsActiveArrays(slot);
    if (!carries && !showsConstants && !showsArrays) {
      return;
    }
    Expr array = carries ? places.shadow(slot.array()) : places.shown(slot.array());
    Expr shadow = new Expr.Element(array, slot.index());
    if (isActive && isPath(value) && activity.isActive(Reads.base(value))) {
      for (Leaf leaf : scalars(slot.type())) {
        code.add(Make.accumulate(places.adjoint(leaf.in(value)), leaf.in(shadow)));
      }
    }
    // The element is the old record again: its arrays' shadows are back, and its constants,
    // which a gradient shows.
    Function<Leaf, Expr> cleared =
        leaf -> leaf.isStorage() ? places.find(leaf.in(slot)) : Make.zero(leaf.type());
    Expr zero = Leaf.assemble(slot.type(), cleared, showsConstants ? slot : null);
    if (showsConstants || slot.type().holdsDifferentiableArray()) {
      Expr none = new Expr.Literal(slot.type(), "null");
      Expr isNone = Make.binary(Expr.Binary.Op.EQ, slot, none);
      zero = new Expr.Conditional(isNone, none, zero, slot.type());
    }
    code.add(Make.assign(Make.place(shadow), zero));
  }

  private static boolean holdsConstant(Type.Record type) {
    return type.components().stream()
        .map(Type.Component::type)
        .anyMatch(t -> t instanceof Type.Record r ? holdsConstant(r) : !t.isDifferentiable());
  }

  private boolean holdsActiveArrays(Expr.Element slot) {
    return slot.type().holdsDifferentiableArray() && activity.isActive(slot);
  }

  /** {@code dps[i] = new Point(dps[i].x() + …, dps[i].y() + …)}. */
  private void addTo(Expr.Element slot, Function<Leaf, Expr> amount, List<Stmt> code) {
    Expr shadow = new Expr.Element(places.shadow(slot.array()), slot.index());
    Function<Leaf, Expr> added =
        leaf -> leaf.isScalar() ? Make.add(leaf.in(shadow), amount.apply(leaf)) : leaf.in(shadow);
    code.add(Make.assign(Make.place(shadow), Leaf.assemble(slot.type(), added, shadow)));
  }

  private static List<Leaf> scalars(Type type) {
    return Leaf.of(type).stream().filter(Leaf::isScalar).toList();
  }
}
