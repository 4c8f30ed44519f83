package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A differentiable part of a value: the value itself, if it is no record, or a component of a
 * record, however deep. The adjoint of a record variable is kept as one variable for each leaf.
 *
 * @param path the component names from the outside in; empty for the value itself
 * @param type a scalar, a differentiable array, or a type that says so itself
 */
record Leaf(List<String> path, Type type) {

  /** The leaves of a type, in order of declaration; none if it is not differentiable. */
  static List<Leaf> of(Type type) {
    List<Leaf> leaves = new ArrayList<>();
    collect(type, List.of(), leaves);
    return leaves;
  }

  private static void collect(Type type, List<String> path, List<Leaf> leaves) {
    boolean isArray = type instanceof Type.Array && type.isDifferentiable();
    if (type.isScalar() || type.isValue() || isArray) {
      leaves.add(new Leaf(path, type));
    } else if (type instanceof Type.Record r) {
      for (Type.Component c : r.components()) {
        List<String> inner = new ArrayList<>(path);
        inner.add(c.name());
        collect(c.type(), List.copyOf(inner), leaves);
      }
    }
  }

  boolean isScalar() {
    return type.isScalar();
  }

  /** True for a value whose adjoint is found by its identity. */
  boolean isValue() {
    return type.isValue();
  }

  /** True for an array that has a shadow array: it leads to numbers, not to such values only. */
  boolean isStorage() {
    return type instanceof Type.Array && type.holdsNumbers();
  }

  /** True for an array that leads to such values, in its elements or in records in it. */
  boolean isArrayOfValues() {
    return type instanceof Type.Array && type.holdsValue();
  }

  /** The expression that reads this leaf of a value. */
  Expr in(Expr value) {
    Expr e = value;
    for (String name : path) {
      e = new Expr.Component(e, name);
    }
    return e;
  }

  /**
   * A value of this type, made of leaves.
   *
   * @param leafValue gives each leaf's value
   * @param rest where the components without derivative come from; null for their zeros
   */
  static Expr assemble(Type type, Function<Leaf, Expr> leafValue, Expr rest) {
    return assemble(type, List.of(), leafValue, rest);
  }

  private static Expr assemble(
      Type type, List<String> path, Function<Leaf, Expr> leafValue, Expr rest) {
    if (!type.isDifferentiable()) {
      return rest == null ? Make.zero(type) : rest;
    }
    if (!(type instanceof Type.Record r)) {
      return leafValue.apply(new Leaf(path, type));
    }
    List<Expr> arguments = new ArrayList<>();
    for (Type.Component c : r.components()) {
      List<String> inner = new ArrayList<>(path);
      inner.add(c.name());
      Expr part = rest == null ? null : new Expr.Component(rest, c.name());
      arguments.add(assemble(c.type(), List.copyOf(inner), leafValue, part));
    }
    return new Expr.NewRecord(r, arguments, io.github.cotangent.processor.ir.Origin.NONE);
  }
}
