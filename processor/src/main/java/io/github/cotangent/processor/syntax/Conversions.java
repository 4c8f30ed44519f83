package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes the conversions visible that Java does silently and that matter here: unboxing, and values
 * that leave the differentiable types ({@code Double t = x * x}, {@code Object o = array}).
 * Widening of primitive types needs no node.
 */
final class Conversions {

  private Conversions() {}

  /**
   * The value as a value of the target type.
   *
   * @param at asked only where there is something to convert: the text of a place is long in making
   */
  static Expr convert(Expr value, Type target, Supplier<Origin> at) {
    if (value.isNull()) {
      return target.isReference() ? new Expr.Literal(target, "null") : value;
    }
    if (target instanceof Type.Primitive) {
      return unboxed(value, at);
    }
    boolean isSame = target.equals(value.type());
    if (target instanceof Type.ClassType && value.type().isDifferentiable() && !isSame) {
      return new Expr.Cast(denotable(target, value.type()), value, at.get());
    }
    return value;
  }

  /** The value, unboxed if it is of a boxed type. */
  static Expr unboxed(Expr value, Supplier<Origin> at) {
    Type primitive = value.type().unboxed();
    return primitive.equals(value.type()) ? value : new Expr.Cast(primitive, value, at.get());
  }

  /** True for {@code Double} and its like. */
  static boolean isBoxed(Type type) {
    return !type.unboxed().equals(type);
  }

  private static Type denotable(Type target, Type value) {
    if (((Type.ClassType) target).denotable()) {
      return target;
    }
    String simple =
        value.equals(Type.DOUBLE) ? "Double" : value.equals(Type.FLOAT) ? "Float" : "Object";
    return new Type.ClassType("java.lang", List.of(simple), List.of(), true);
  }
}
