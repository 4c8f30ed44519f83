package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Short names for building trees in tests; a variable is known by its name. */
final class Build {

  static final Type DOUBLES = new Type.Array(Type.DOUBLE);
  static final Type.ClassType OWNER = cls("demo", "dDemo");

  private final Map<String, Var> vars = new HashMap<>();

  static Type.ClassType cls(String pkg, String... names) {
    return new Type.ClassType(pkg, List.of(names), List.of(), true);
  }

  Var var(String name, Type type) {
    return vars.computeIfAbsent(name + ":" + type, k -> new Var(vars.size(), name, type));
  }

  Expr d(String name) {
    return new Expr.Read(var(name, Type.DOUBLE));
  }

  Expr f(String name) {
    return new Expr.Read(var(name, Type.FLOAT));
  }

  Expr i(String name) {
    return new Expr.Read(var(name, Type.INT));
  }

  Expr l(String name) {
    return new Expr.Read(var(name, Type.LONG));
  }

  Expr z(String name) {
    return new Expr.Read(var(name, Type.BOOLEAN));
  }

  Expr s(String name) {
    return new Expr.Read(var(name, Type.STRING));
  }

  Expr read(String name, Type type) {
    return new Expr.Read(var(name, type));
  }

  static Expr lit(Type type, String text) {
    return new Expr.Literal(type, text);
  }

  static Expr num(double value) {
    return lit(Type.DOUBLE, Double.toString(value));
  }

  static Expr num(int value) {
    return lit(Type.INT, Integer.toString(value));
  }

  static Expr bin(Expr left, Op op, Expr right) {
    return new Expr.Binary(op, left, right, typeOf(left.type(), op, right.type()));
  }

  private static Type typeOf(Type left, Op op, Type right) {
    if (op.precedence() <= Op.LT.precedence() && op.precedence() >= Op.EQ.precedence()) {
      return Type.BOOLEAN;
    }
    if (left.equals(Type.STRING) || right.equals(Type.STRING)) {
      return Type.STRING;
    }
    if (left.equals(Type.BOOLEAN)) {
      return Type.BOOLEAN;
    }
    boolean isShift = op.precedence() == Op.SHL.precedence();
    return Type.promote(left, isShift ? Type.INT : right);
  }

  static Expr add(Expr left, Expr right) {
    return bin(left, Op.ADD, right);
  }

  static Expr sub(Expr left, Expr right) {
    return bin(left, Op.SUB, right);
  }

  static Expr mul(Expr left, Expr right) {
    return bin(left, Op.MUL, right);
  }

  static Expr div(Expr left, Expr right) {
    return bin(left, Op.DIV, right);
  }

  static Expr neg(Expr e) {
    return new Expr.Unary(Expr.Unary.Op.MINUS, e, e.type());
  }

  static Expr not(Expr e) {
    return new Expr.Unary(Expr.Unary.Op.NOT, e, Type.BOOLEAN);
  }

  static Expr cast(Type type, Expr e) {
    return new Expr.Cast(type, e, Origin.NONE);
  }

  static Expr at(Expr array, Expr index) {
    return new Expr.Element(array, index);
  }

  static Expr cond(Expr test, Expr yes, Expr no) {
    return new Expr.Conditional(test, yes, no, yes.type());
  }

  static Expr math(String name, Expr... arguments) {
    return call(Callee.Kind.MATH, cls("java.lang", "Math"), name, Type.DOUBLE, arguments);
  }

  static Expr call(
      Callee.Kind kind, Type.ClassType owner, String name, Type result, Expr... arguments) {
    List<Type> types = List.of(arguments).stream().map(Expr::type).toList();
    return new Expr.Call(
        new Callee(kind, owner, name, types, result, true), null, List.of(arguments), Origin.NONE);
  }

  static Expr invoke(Expr receiver, String name, Type result, Expr... arguments) {
    List<Type> types = List.of(arguments).stream().map(Expr::type).toList();
    return new Expr.Call(
        new Callee(Callee.Kind.FOREIGN, cls("java.lang", "Object"), name, types, result, false),
        receiver,
        List.of(arguments),
        Origin.NONE);
  }

  static Expr opaque(Type type, Object... parts) {
    return new Expr.Opaque(code(parts), type, "LambdaOverActive", Origin.NONE);
  }

  static Code code(Object... parts) {
    return new Code(
        List.of(parts).stream()
            .map(
                p ->
                    p instanceof String s
                        ? new Code.Text(s)
                        : p instanceof Expr.Read r
                            ? new Code.Reads(r.var())
                            : (Code.Part) new Code.Names((Type.ClassType) p))
            .toList());
  }

  static Stmt local(Expr read, Expr value) {
    return new Stmt.Local(((Expr.Read) read).var(), Optional.ofNullable(value), Origin.NONE);
  }

  static Place place(Expr e) {
    return e instanceof Expr.Element x
        ? new Place.Slot(x.array(), x.index())
        : new Place.Variable(((Expr.Read) e).var());
  }

  static Stmt set(Expr target, Expr value) {
    return new Stmt.Assign(place(target), value, false, Origin.NONE);
  }

  /** {@code target op= value}. */
  static Stmt update(Expr target, Op op, Expr value) {
    Expr whole = bin(target, op, value);
    return new Stmt.Assign(
        place(target),
        whole.type().equals(target.type()) ? whole : cast(target.type(), whole),
        true,
        Origin.NONE);
  }

  static Stmt eval(Expr e) {
    return new Stmt.Evaluate(e, Origin.NONE);
  }

  static Stmt ret(Expr e) {
    return new Stmt.Return(Optional.ofNullable(e), Origin.NONE);
  }

  static Stmt note(String text) {
    return new Stmt.Comment(text);
  }

  static Stmt.Block block(Stmt... statements) {
    return Stmt.Block.of(List.of(statements));
  }

  static Stmt when(Expr test, Stmt.Block then, Stmt.Block otherwise) {
    return new Stmt.If(test, then, otherwise, Origin.NONE);
  }

  static Stmt.For loop(List<Stmt> init, Expr test, List<Stmt> update, Stmt... body) {
    return new Stmt.For(init, test, update, block(body), Origin.NONE);
  }

  static Function function(String name, Type result, List<Expr> parameters, Stmt... body) {
    return new Function(
        OWNER,
        name,
        parameters.stream().map(p -> ((Expr.Read) p).var()).toList(),
        Set.of(),
        result,
        block(body),
        Set.of(),
        Origin.NONE);
  }

  static Declaration.Method method(Function f, String javadoc) {
    return new Declaration.Method(f, true, Declaration.Visibility.PUBLIC, javadoc);
  }

  static Declaration.Container container(Declaration... members) {
    return new Declaration.Container(
        OWNER, List.of(members), Declaration.Visibility.PUBLIC, "Derivatives.");
  }

  static String emit(Declaration... members) {
    return Emitter.emit(container(members), EmitOptions.of("Demo", false));
  }
}
