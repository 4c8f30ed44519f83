package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.rules.Simplifier;
import java.util.List;
import java.util.Optional;

/** Short names for the IR that the transforms make. */
final class Make {

  static final Type.ClassType SHADOWS = runtime("Shadows");
  static final Type.ClassType COPIES = runtime("ArrayCopies");
  static final Type.ClassType ADJOINTS = runtime("Adjoints");
  static final Type.ClassType RANGES = runtime("Ranges");
  static final Type.ClassType MATH =
      new Type.ClassType("java.lang", List.of("Math"), List.of(), true);

  private Make() {}

  /** A class of the runtime. */
  static Type.ClassType runtime(String name) {
    return new Type.ClassType("io.github.cotangent.runtime", List.of(name), List.of(), true);
  }

  static Expr read(Var v) {
    return new Expr.Read(v);
  }

  static Place place(Var v) {
    return new Place.Variable(v);
  }

  /** The place that an expression reads. */
  static Place place(Expr e) {
    if (e instanceof Expr.Read r) {
      return new Place.Variable(r.var());
    }
    Expr.Element x = (Expr.Element) e;
    return new Place.Slot(x.array(), x.index());
  }

  static Expr literal(int value) {
    return value < 0
        ? new Expr.Unary(Expr.Unary.Op.MINUS, literal(-value), Type.INT)
        : new Expr.Literal(Type.INT, Integer.toString(value));
  }

  static Expr literal(boolean value) {
    return new Expr.Literal(Type.BOOLEAN, Boolean.toString(value));
  }

  static Expr literal(String text) {
    return new Expr.Literal(Type.STRING, "\"" + text + "\"");
  }

  /** The literal that a variable of this type holds before anything is assigned to it. */
  static Expr zero(Type type) {
    if (type instanceof Type.Primitive p) {
      return switch (p.kind()) {
        case BOOLEAN -> literal(false);
        case DOUBLE -> new Expr.Literal(type, "0.0");
        case FLOAT -> new Expr.Literal(type, "0.0f");
        case LONG -> new Expr.Literal(type, "0L");
        case BYTE, SHORT, CHAR, INT -> new Expr.Literal(type, "0");
      };
    }
    return new Expr.Literal(type, "null");
  }

  static Expr one(Type type) {
    return new Expr.Literal(type, type.equals(Type.FLOAT) ? "1.0f" : "1.0");
  }

  static Stmt local(Var v, Expr init) {
    return new Stmt.Local(v, Optional.of(init), Origin.NONE);
  }

  static Stmt assign(Place target, Expr value) {
    return new Stmt.Assign(target, value, false, Origin.NONE);
  }

  static Stmt assign(Var target, Expr value) {
    return assign(place(target), value);
  }

  static Stmt evaluate(Expr e) {
    return new Stmt.Evaluate(e, Origin.NONE);
  }

  static Expr binary(Expr.Binary.Op op, Expr left, Expr right) {
    Type type =
        switch (op) {
          case LT, GT, LE, GE, EQ, NE, AND, OR -> Type.BOOLEAN;
          default -> Type.promote(left.type(), right.type());
        };
    return new Expr.Binary(op, left, right, type);
  }

  static Expr add(Expr left, Expr right) {
    return binary(Expr.Binary.Op.ADD, left, right);
  }

  /** {@code left - right}, or {@code left + x} where right is {@code -x}. */
  static Expr subtract(Expr left, Expr right) {
    return right instanceof Expr.Unary u && u.op() == Expr.Unary.Op.MINUS
        ? add(left, u.operand())
        : binary(Expr.Binary.Op.SUB, left, right);
  }

  /** {@code target++}, or {@code target--}. */
  static Stmt step(Var target, int by) {
    Expr.Binary.Op op = by > 0 ? Expr.Binary.Op.ADD : Expr.Binary.Op.SUB;
    return new Stmt.Assign(
        place(target), binary(op, read(target), literal(Math.abs(by))), true, Origin.NONE);
  }

  /** A static method of the runtime or of a generated class. */
  static Expr call(Type.ClassType owner, String name, Type result, Expr... arguments) {
    return call(owner, name, result, List.of(arguments));
  }

  /** A static method of the runtime or of a generated class. */
  static Expr call(Type.ClassType owner, String name, Type result, List<Expr> arguments) {
    List<Type> types = arguments.stream().map(Expr::type).toList();
    Callee callee = new Callee(Callee.Kind.GENERATED, owner, name, types, result, true);
    return new Expr.Call(callee, null, arguments, Origin.NONE);
  }

  /** A method of an object of the runtime or of a generated class. */
  static Expr invoke(Expr receiver, String name, Type result, Expr... arguments) {
    List<Expr> list = List.of(arguments);
    List<Type> types = list.stream().map(Expr::type).toList();
    Type.ClassType owner =
        receiver.type() instanceof Type.Record r ? r.name() : (Type.ClassType) receiver.type();
    Callee callee = new Callee(Callee.Kind.GENERATED, owner, name, types, result, false);
    return new Expr.Call(callee, receiver, list, Origin.NONE);
  }

  /**
   * True for {@code shadows.of(v)} of an array of numbers, which looks up the adjoints of its
   * elements: it stores into no array that the code around has.
   */
  static boolean isShadow(Expr e) {
    return e instanceof Expr.Call c
        && c.receiver() != null
        && c.callee().owner().equals(SHADOWS)
        && c.callee().name().equals("of")
        && c.type() instanceof Type.Array a
        && a.element().isScalar();
  }

  /** {@code array == null ? null : value}. */
  static Expr unlessNull(Expr array, Expr value) {
    Expr nothing = new Expr.Literal(array.type(), "null");
    Expr isNull = binary(Expr.Binary.Op.EQ, array, nothing);
    return new Expr.Conditional(isNull, nothing, value, value.type());
  }

  /** {@code array.clone()}. */
  static Expr invokeClone(Expr array) {
    Callee callee =
        new Callee(
            Callee.Kind.GENERATED,
            new Type.ClassType("java.lang", List.of("Object"), List.of(), true),
            "clone",
            List.of(),
            array.type(),
            false);
    return new Expr.Call(callee, array, List.of(), Origin.NONE);
  }

  /** {@code new Name()} of a class of the runtime. */
  static Expr create(Type.ClassType type) {
    return new Expr.Opaque(
        new Code(
            List.of(
                new Code.Text("new "),
                new Code.Names(type),
                new Code.Text(type.arguments().isEmpty() ? "()" : "<>()"))),
        type,
        "Internal",
        Origin.NONE);
  }

  /**
   * Adds a contribution to an adjoint: {@code target += value}, with {@code -=} for a negated
   * value, and with an explicit cast where the value is wider than the adjoint.
   */
  static Stmt accumulate(Expr target, Expr value) {
    boolean negative = value.type().isScalar() && Simplifier.isNegative(value);
    Expr amount = negative ? Simplifier.negate(value) : value;
    Expr.Binary.Op op = negative ? Expr.Binary.Op.SUB : Expr.Binary.Op.ADD;
    Expr sum = binary(op, target, amount);
    if (!sum.type().equals(target.type())) {
      return assign(place(target), new Expr.Cast(target.type(), sum, Origin.NONE));
    }
    return new Stmt.Assign(place(target), sum, true, Origin.NONE);
  }

  /** The value, cast where it is wider than the type. */
  static Expr fit(Type type, Expr value) {
    boolean wider = type.equals(Type.FLOAT) && value.type().equals(Type.DOUBLE);
    return wider ? new Expr.Cast(type, value, Origin.NONE) : value;
  }
}
