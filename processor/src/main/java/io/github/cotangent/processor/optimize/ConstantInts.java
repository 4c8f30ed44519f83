package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.analysis.Signs;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.util.Optional;
import java.util.OptionalInt;

/** Arithmetic on ints that the program's text tells, as Java does it. */
public final class ConstantInts {

  private ConstantInts() {}

  /** The value of an int expression of literals. */
  static OptionalInt value(Expr e) {
    OptionalInt known = Signs.value(e);
    if (known.isPresent() || !(e instanceof Expr.Binary b) || !b.type().equals(Type.INT)) {
      return known;
    }
    OptionalInt left = value(b.left());
    OptionalInt right = value(b.right());
    if (left.isEmpty() || right.isEmpty()) {
      return OptionalInt.empty();
    }
    int x = left.getAsInt();
    int y = right.getAsInt();
    return switch (b.op()) {
      case ADD -> OptionalInt.of(x + y);
      case SUB -> OptionalInt.of(x - y);
      case MUL -> OptionalInt.of(x * y);
      case DIV -> y == 0 ? OptionalInt.empty() : OptionalInt.of(x / y);
      case REM -> y == 0 ? OptionalInt.empty() : OptionalInt.of(x % y);
      default -> OptionalInt.empty();
    };
  }

  /** What a condition on ints that are known says. */
  static Optional<Boolean> truth(Expr e) {
    if (e instanceof Expr.Literal l && l.type().equals(Type.BOOLEAN)) {
      return Optional.of(l.isTrue());
    }
    if (!(e instanceof Expr.Binary b)) {
      return Optional.empty();
    }
    OptionalInt left = value(b.left());
    OptionalInt right = value(b.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    int order = Integer.compare(left.getAsInt(), right.getAsInt());
    return switch (b.op()) {
      case LT -> Optional.of(order < 0);
      case LE -> Optional.of(order <= 0);
      case GT -> Optional.of(order > 0);
      case GE -> Optional.of(order >= 0);
      case EQ -> Optional.of(order == 0);
      case NE -> Optional.of(order != 0);
      default -> Optional.empty();
    };
  }

  /** An operation on ints as the literal that it is, where that is known; else as it was. */
  public static Expr folded(Expr e) {
    OptionalInt value = value(e);
    if (value.isPresent()) {
      return literal(value.getAsInt()).orElse(e);
    }
    return truth(e).<Expr>map(t -> new Expr.Literal(Type.BOOLEAN, t.toString())).orElse(e);
  }

  /** A literal of this value, if it can be written as one that is understood here. */
  static Optional<Expr> literal(int value) {
    if (Math.abs((long) value) > 999_999_999) {
      return Optional.empty();
    }
    Expr size = new Expr.Literal(Type.INT, Integer.toString(Math.abs(value)));
    return Optional.of(value < 0 ? new Expr.Unary(Expr.Unary.Op.MINUS, size, Type.INT) : size);
  }
}
