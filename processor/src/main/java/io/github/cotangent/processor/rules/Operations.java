package io.github.cotangent.processor.rules;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import java.util.OptionalDouble;

/**
 * Builds the operations of a formula. Where an operand is a literal, what can be decided is: {@code
 * y == 0 ? 0 : y * Math.pow(x, y - 1.0)} becomes {@code 2 * x} for {@code y} 2. Only literals are
 * folded, and only exactly.
 */
final class Operations {

  private final Type type;

  /** For a primitive of this type, {@code double} or {@code float}. */
  Operations(Type type) {
    this.type = type;
  }

  /** A literal of a formula: an int, or of the primitive's type where it has a point. */
  Expr literal(String text) {
    if (!text.contains(".")) {
      return new Expr.Literal(Type.INT, text);
    }
    return new Expr.Literal(type, type.equals(Type.FLOAT) ? text + "f" : text);
  }

  /** The negation of a value; of the smallest int, it is no int. */
  Expr minus(Expr e) {
    Expr operand =
        e.type().isIntegral() && Numbers.valueOf(e).isEmpty()
            ? new Expr.Cast(type, e, Origin.NONE)
            : e;
    return new Expr.Unary(Expr.Unary.Op.MINUS, operand, Type.promote(operand.type(), Type.INT));
  }

  /** A sum, difference, product or quotient, computed in the primitive's type. */
  Expr arithmetic(Op op, Expr left, Expr right) {
    OptionalDouble a = Numbers.valueOf(left);
    OptionalDouble b = Numbers.valueOf(right);
    if (op == Op.SUB && a.isPresent() && b.isPresent()) {
      // The literal of the source sets the form: 3 gives 2, 3.0 gives 2.0.
      double difference = a.getAsDouble() - b.getAsDouble();
      boolean isInt = left.type().isIntegral() && difference == Math.rint(difference);
      return Numbers.literal(difference, isInt ? Type.INT : Type.DOUBLE);
    }
    if (op == Op.MUL && a.isPresent() && a.getAsDouble() == 1) {
      return right;
    }
    if (type.equals(Type.promote(left.type(), right.type()))) {
      return new Expr.Binary(op, left, right, type);
    }
    if (right instanceof Expr.Literal && b.isPresent()) {
      return new Expr.Binary(op, left, Numbers.literal(b.getAsDouble(), type), type);
    }
    Expr widened =
        a.isPresent()
            ? Numbers.literal(a.getAsDouble(), type)
            : new Expr.Cast(type, left, Origin.NONE);
    return new Expr.Binary(op, widened, right, type);
  }

  /** A comparison, decided where both sides are literals. */
  Expr compare(Op op, Expr left, Expr right) {
    OptionalDouble a = Numbers.valueOf(left);
    OptionalDouble b = Numbers.valueOf(right);
    if (a.isEmpty() || b.isEmpty()) {
      return new Expr.Binary(op, left, right, Type.BOOLEAN);
    }
    double x = a.getAsDouble();
    double y = b.getAsDouble();
    boolean holds =
        switch (op) {
          case EQ -> x == y;
          case NE -> x != y;
          case LT -> x < y;
          case LE -> x <= y;
          case GT -> x > y;
          case GE -> x >= y;
          default -> throw new IllegalArgumentException(op + " does not compare");
        };
    return new Expr.Literal(Type.BOOLEAN, Boolean.toString(holds));
  }

  /** A conjunction, decided where one side is. */
  Expr and(Expr left, Expr right) {
    if (isLiteral(left, "false") || isLiteral(right, "true")) {
      return left;
    }
    if (isLiteral(left, "true") || isLiteral(right, "false")) {
      return right;
    }
    return new Expr.Binary(Op.AND, left, right, Type.BOOLEAN);
  }

  /** A conditional, decided where its test is. */
  Expr choose(Expr test, Expr ifTrue, Expr ifFalse) {
    if (isLiteral(test, "true")) {
      return ifTrue;
    }
    if (isLiteral(test, "false")) {
      return ifFalse;
    }
    Type common = Type.promote(ifTrue.type(), ifFalse.type());
    return new Expr.Conditional(test, ifTrue, ifFalse, common);
  }

  /** A power with the literal exponent 0 or 1, as {@code Math.pow} defines them; or null. */
  static Expr power(Expr base, Expr exponent) {
    if (Numbers.is(exponent, 1)) {
      return base;
    }
    return Numbers.is(exponent, 0) ? Numbers.literal(1, Type.INT) : null;
  }

  private static boolean isLiteral(Expr e, String text) {
    return e instanceof Expr.Literal literal && literal.text().equals(text);
  }
}
