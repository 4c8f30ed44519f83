package io.github.cotangent.processor.rules;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Small expressions for the tests, built as {@code syntax} would. */
final class Nodes {

  private Nodes() {}

  /** A variable; one name is one variable. */
  static Expr.Read read(String name, Type type) {
    return new Expr.Read(new Var(name.hashCode(), name, type));
  }

  /** A double variable. */
  static Expr.Read read(String name) {
    return read(name, Type.DOUBLE);
  }

  /** A literal, typed by its form. */
  static Expr literal(String text) {
    Type type = text.endsWith("f") ? Type.FLOAT : text.contains(".") ? Type.DOUBLE : Type.INT;
    return new Expr.Literal(type, text);
  }

  /** A binary operation, promoted. */
  static Expr binary(Expr left, String symbol, Expr right) {
    Expr.Binary.Op op =
        Arrays.stream(Expr.Binary.Op.values())
            .filter(o -> o.symbol().equals(symbol))
            .findFirst()
            .orElseThrow();
    return new Expr.Binary(op, left, right, Type.promote(left.type(), right.type()));
  }

  /** A negation. */
  static Expr minus(Expr e) {
    return new Expr.Unary(Expr.Unary.Op.MINUS, e, e.type());
  }

  /** A call of the method of {@code Math} that takes doubles. */
  static Expr math(String name, Expr... arguments) {
    List<Type> types = Arrays.stream(arguments).map(a -> Type.DOUBLE).toList();
    return call(Math.class, name, types, Type.DOUBLE, List.of(arguments));
  }

  /** A call of a method found by reflection. */
  static Expr call(Method method, List<Expr> arguments) {
    List<Type> types = Arrays.stream(method.getParameterTypes()).map(Nodes::typeOf).toList();
    Type result = typeOf(method.getReturnType());
    return call(method.getDeclaringClass(), method.getName(), types, result, arguments);
  }

  private static Expr call(
      Class<?> owner, String name, List<Type> types, Type result, List<Expr> arguments) {
    Type.ClassType math =
        new Type.ClassType("java.lang", List.of(owner.getSimpleName()), List.of(), true);
    Callee callee = new Callee(Callee.Kind.MATH, math, name, types, result, true);
    return new Expr.Call(callee, null, arguments, Origin.NONE);
  }

  /** Every public method of {@code Math} and {@code StrictMath} of the running JDK. */
  static List<Method> mathMethods() {
    return Stream.of(Math.class, StrictMath.class)
        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
        .filter(m -> Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers()))
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  /**
   * The nodes that a rule speaks of, with the names of its formulas as operands: an operator on
   * doubles and on floats, and every overload of a method, of both classes.
   */
  static List<Expr> nodesOf(Rule rule) {
    String name = rule.key().substring(0, rule.key().lastIndexOf('/'));
    if (Character.isLetter(name.charAt(0))) {
      return mathMethods().stream()
          .filter(m -> Rule.key(m.getName(), m.getParameterCount()).equals(rule.key()))
          .map(m -> call(m, operands(rule, Arrays.asList(m.getParameterTypes()))))
          .toList();
    }
    List<Expr> nodes = new ArrayList<>();
    for (Class<?> c : List.of(double.class, float.class)) {
      List<Class<?>> types = rule.operands().stream().<Class<?>>map(o -> c).toList();
      nodes.add(operator(name, operands(rule, types)));
    }
    return nodes;
  }

  private static List<Expr> operands(Rule rule, List<Class<?>> types) {
    List<Expr> operands = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      operands.add(read(rule.operands().get(i), typeOf(types.get(i))));
    }
    return operands;
  }

  private static Expr operator(String symbol, List<Expr> operands) {
    Expr first = operands.get(0);
    if (operands.size() == 2) {
      return binary(first, symbol, operands.get(1));
    }
    return switch (symbol) {
      case "-" -> minus(first);
      case "+" -> new Expr.Unary(Expr.Unary.Op.PLUS, first, first.type());
      default -> new Expr.Cast(Type.DOUBLE, first, Origin.NONE);
    };
  }

  /** The type of a primitive class. */
  static Type typeOf(Class<?> c) {
    return Stream.of(Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE)
        .filter(t -> t.toString().equals(c.getName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(c));
  }
}
