package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.rules.Calculus;
import io.github.cotangent.processor.rules.Simplifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chain rule for one statement, forwards: the tangent of what it assigns, from the tangents of
 * what it reads. For {@code y = a * x}: {@code yDot = aDot * x + xDot * a}. It asks the same rules
 * as {@link StatementAdjoint}.
 */
final class StatementTangent {

  private final Activity activity;
  private final Regions regions;
  private final TangentVars tangents;
  private Var constants;

  StatementTangent(Activity activity, Regions regions, TangentVars tangents) {
    this.activity = activity;
    this.regions = regions;
    this.tangents = tangents;
  }

  /** The declaration of the tangents of constants, where there are any: for the function's head. */
  List<Stmt> constants() {
    return constants == null
        ? List.of()
        : List.of(Make.local(constants, Make.create(Make.SHADOWS)));
  }

  /** True if what can be assigned has a tangent. */
  boolean isTracked(Expr target) {
    if (!target.type().isDifferentiable()) {
      return false;
    }
    return target.type().isScalar() ? isActiveLeaf(target) : activity.isActive(base(target));
  }

  /** A reference into an array has a tangent if the array's own contents have. */
  private static Expr base(Expr target) {
    return target instanceof Expr.Element x ? x.array() : target;
  }

  /** Declares a tangent. */
  Stmt declare(Var dot, Expr value) {
    Expr fitted = Make.fit(dot.type(), value);
    return new Stmt.Local(
        dot, Optional.of(fitted), origin(dot.name() + " = " + Printer.print(fitted)));
  }

  /** A call for what it does to tangents. */
  Stmt evaluate(Expr run) {
    return new Stmt.Evaluate(run, origin(Printer.print(run)));
  }

  /** Names a statement for the comments of a derivative of this derivative. */
  private static Origin origin(String text) {
    return new Origin(Origin.NONE.start(), Origin.NONE.end(), text);
  }

  // Assignments

  /** An assignment with its tangent, in the order that both need. */
  List<Stmt> assignment(Expr target, Stmt.Assign s) {
    boolean isStored = !overwritesOperand(target, s.value());
    Expr value = of(s.value(), target.type(), isStored ? target : null, isStored);
    if (value.equals(dot(target))) {
      return List.of(s);
    }
    Stmt tangent = assign(target, value);
    boolean first = !isStored && overwritesOperand(target, value);
    return first ? List.of(tangent, s) : List.of(s, tangent);
  }

  /** {@code yDot = …}, or {@code yDot += …}, for a target {@code y}. */
  Stmt assign(Expr target, Expr value) {
    Expr dot = dot(target);
    Expr fitted = startingWith(dot, Make.fit(dot.type(), value));
    boolean compound =
        fitted instanceof Expr.Binary b && b.type().isScalar() && b.left().equals(dot);
    Stmt.Assign made = new Stmt.Assign(Make.place(dot), fitted, compound, Origin.NONE);
    String text = Printer.print(made).strip().replaceFirst(";$", "");
    return new Stmt.Assign(made.target(), fitted, compound, origin(text));
  }

  /** {@code dot + (a + b)} for {@code dot + a + b}, which can be printed {@code dot += a + b}. */
  private static Expr startingWith(Expr dot, Expr sum) {
    if (!(sum instanceof Expr.Binary b) || b.left().equals(dot)) {
      return sum;
    }
    boolean isSum = b.op() == Expr.Binary.Op.ADD || b.op() == Expr.Binary.Op.SUB;
    if (!isSum || !(b.left() instanceof Expr.Binary)) {
      return sum;
    }
    Expr.Binary start = (Expr.Binary) startingWith(dot, b.left());
    boolean isAdded = start.op() == Expr.Binary.Op.ADD && start.left().equals(dot);
    if (!isAdded) {
      return sum;
    }
    Expr rest = new Expr.Binary(b.op(), start.right(), b.right(), b.type());
    return new Expr.Binary(Expr.Binary.Op.ADD, dot, rest, b.type());
  }

  /** True if, once the target is written, an expression may have another value. */
  private boolean overwritesOperand(Expr target, Expr value) {
    Reads reads = Reads.of(value, regions);
    if (target instanceof Expr.Read r) {
      return reads.vars().contains(r.var());
    }
    Expr.Element slot = (Expr.Element) target;
    Regions.Region written = regions.of(slot.array());
    return reads.regions().contains(written)
        || Reads.of(slot.index(), regions).regions().contains(written);
  }

  // Values

  /**
   * The tangent of a value; zero where none of it has a derivative.
   *
   * @param type of what the value becomes: it may be wider
   * @param stored what holds the value by now, or null
   * @param isKept true if all that the value was made from is still as it was
   */
  Expr of(Expr value, Type type, Expr stored, boolean isKept) {
    if (!type.isScalar()) {
      return reference(value, stored);
    }
    return sum(terms(value, isKept ? stored : null))
        .map(tangent -> Make.fit(type, tangent))
        .orElse(Make.zero(type));
  }

  private static Optional<Expr> sum(List<Expr> terms) {
    return terms.stream().reduce(Simplifier::plus);
  }

  /** The tangent of a number as a sum; without terms where it is constant. */
  private List<Expr> terms(Expr e, Expr stored) {
    if (Partials.isLeaf(e)) {
      return isActiveLeaf(e) ? List.of(dot(e)) : List.of();
    }
    List<Expr> terms = new ArrayList<>();
    for (int k : Calculus.activeOperands(e)) {
      List<Expr> inner = terms(Calculus.operand(e, k), null);
      Expr partial = Calculus.partial(e, k, stored);
      if (Calculus.partialIsLiteral(e, k)) {
        inner.forEach(term -> terms.add(Simplifier.times(term, partial)));
      } else {
        sum(inner).ifPresent(term -> terms.add(Simplifier.times(term, partial)));
      }
    }
    return terms;
  }

  private boolean isActiveLeaf(Expr e) {
    return e instanceof Expr.Element x
        ? activity.isActive(regions.of(x.array()))
        : activity.isActive(Reads.base(e));
  }

  /** The tangent of what has one: the same path, from the tangent of its variable. */
  private Expr dot(Expr e) {
    if (e instanceof Expr.Element x) {
      return new Expr.Element(dot(x.array()), x.index());
    }
    if (e instanceof Expr.Component c) {
      return new Expr.Component(dot(c.record()), c.name());
    }
    return Make.read(tangents.of(((Expr.Read) e).var()));
  }

  /** True for the tangent of an active number. */
  boolean isDot(Expr dot, Expr e) {
    return Partials.isLeaf(e) && e.type().isScalar() && isActiveLeaf(e) && dot.equals(dot(e));
  }

  private Expr reference(Expr e, Expr stored) {
    if (!e.type().isDifferentiable() || e instanceof Expr.Literal) {
      return e;
    }
    if (Partials.isLeaf(e)) {
      return activity.isActive(e) ? dot(e) : zeros(e);
    }
    if (e instanceof Expr.NewArray a) {
      return a;
    }
    if (e instanceof Expr.ArrayLiteral l) {
      Type type = l.type().element();
      return new Expr.ArrayLiteral(
          l.type(), l.elements().stream().map(x -> of(x, type, null, false)).toList());
    }
    if (e instanceof Expr.NewRecord r) {
      return record(r, stored);
    }
    if (e instanceof Expr.Call c && c.callee().kind() == Callee.Kind.ARRAY) {
      return copied(c, stored);
    }
    return zeros(stored == null ? e : stored);
  }

  /** What a record holds without a derivative is the same in its tangent. */
  private Expr record(Expr.NewRecord r, Expr stored) {
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < r.arguments().size(); i++) {
      Type.Component c = r.type().components().get(i);
      Expr kept = stored == null ? null : new Expr.Component(stored, c.name());
      Expr argument = r.arguments().get(i);
      boolean isConstant = !c.type().isDifferentiable();
      boolean isRead = isConstant && kept != null && !(argument instanceof Expr.Literal);
      parts.add(isRead ? kept : of(argument, c.type(), kept, kept != null));
    }
    return new Expr.NewRecord(r.type(), parts, Origin.NONE);
  }

  /** {@code aDot.clone()} for {@code a.clone()}. */
  private Expr copied(Expr.Call c, Expr stored) {
    ArrayCall call = ArrayCall.of(c);
    if (!activity.isActive(call.source())) {
      return zeros(stored);
    }
    Expr from = dot(call.source());
    if (c.receiver() != null) {
      return new Expr.Call(c.callee(), from, c.arguments(), c.origin());
    }
    List<Expr> arguments = new ArrayList<>(c.arguments());
    arguments.set(0, from);
    return new Expr.Call(c.callee(), null, arguments, c.origin());
  }

  // Constants

  /** The tangent of a constant: zeros, of its shape. */
  Expr zeros(Expr e) {
    if (e.type().isScalar()) {
      return Make.zero(e.type());
    }
    if (!(e.type() instanceof Type.Record r)) {
      return ofArray(e);
    }
    Expr zero =
        Leaf.assemble(r, leaf -> leaf.isScalar() ? Make.zero(leaf.type()) : ofArray(leaf.in(e)), e);
    boolean reads = !Reads.of(zero, regions).vars().isEmpty();
    Expr none = new Expr.Literal(r, "null");
    return reads
        ? new Expr.Conditional(Make.binary(Expr.Binary.Op.EQ, e, none), none, zero, r)
        : zero;
  }

  private Expr ofArray(Expr array) {
    if (array.type().isValue()) {
      return ShadowCalls.zeroTangent(array, null, null);
    }
    if (constants == null) {
      constants = tangents.made("constants", Make.SHADOWS);
    }
    return ShadowCalls.zeroTangent(array, constants, tangents.others());
  }

  // Operations on whole arrays

  /**
   * {@code System.arraycopy} and {@code Arrays.fill}, with what they do to the tangents; and copies
   * that nobody takes.
   */
  List<Stmt> inPlace(Expr.Call c, Stmt s) {
    ArrayCall call = ArrayCall.of(c);
    if (call.target() == null || !activity.isActive(call.target())) {
      return List.of(s);
    }
    Expr to = dot(call.target());
    if (call.kind() == ArrayCall.Kind.FILL) {
      Expr value = of(call.value(), call.element(), null, false);
      List<Expr> arguments = new ArrayList<>(List.of(to));
      arguments.addAll(call.bounds());
      arguments.add(value);
      return List.of(evaluate(c, arguments), s);
    }
    if (activity.isActive(call.source())) {
      List<Expr> arguments = new ArrayList<>(c.arguments());
      arguments.set(0, dot(call.source()));
      arguments.set(2, to);
      return List.of(s, evaluate(c, arguments));
    }
    return List.of(s, cleared(to, call));
  }

  private static Stmt evaluate(Expr.Call c, List<Expr> arguments) {
    Expr call = new Expr.Call(c.callee(), c.receiver(), arguments, c.origin());
    return new Stmt.Evaluate(call, origin(Printer.print(call)));
  }

  /** Where constants are copied to, the tangent is zero. */
  private static Stmt cleared(Expr to, ArrayCall call) {
    Expr start = call.bounds().get(1);
    Expr end = Make.add(start, call.bounds().get(2));
    List<Type> types = List.of(to.type(), Type.INT, Type.INT, call.element());
    Type.ClassType arrays = new Type.ClassType("java.util", List.of("Arrays"), List.of(), true);
    Callee fill = new Callee(Callee.Kind.ARRAY, arrays, "fill", types, Type.VOID, true);
    Expr run =
        new Expr.Call(fill, null, List.of(to, start, end, Make.zero(call.element())), Origin.NONE);
    return new Stmt.Evaluate(run, origin(Printer.print(run)));
  }
}
