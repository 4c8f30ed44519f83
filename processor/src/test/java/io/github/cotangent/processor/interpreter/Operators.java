package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Expr;

/** Java's unary and binary operators, promotions decided by the values themselves. */
final class Operators {
  private Operators() {}

  static Object unary(Expr.Unary.Op op, Object v) {
    return switch (op) {
      case NOT -> !(Boolean) v;
      case PLUS -> promoted(v);
      case MINUS -> v instanceof Dual d ? d.negated() : negated(v);
      case COMPLEMENT -> v instanceof Long n ? (Object) ~n : (Object) ~(int) Values.integral(v);
    };
  }

  private static Object negated(Object v) {
    return v instanceof Long n ? (Object) (-n) : (Object) (-(int) Values.integral(v));
  }

  private static Object promoted(Object v) {
    return v instanceof Dual || v instanceof Long ? v : (Object) (int) Values.integral(v);
  }

  /** Every operator but {@code &&} and {@code ||}, which do not evaluate both operands. */
  static Object binary(Expr.Binary.Op op, Object l, Object r) {
    if (op == Expr.Binary.Op.ADD && (isText(l) || isText(r))) {
      return text(l) + text(r);
    }
    if (l instanceof Boolean a && r instanceof Boolean b) {
      return logical(op, a, b);
    }
    if (!isNumeric(l) || !isNumeric(r)) {
      return references(op, l, r);
    }
    return switch (op) {
      case SHL, SHR, USHR -> shift(op, l, Values.integral(r));
      default -> numeric(op, l, r);
    };
  }

  private static Object numeric(Expr.Binary.Op op, Object l, Object r) {
    if (l instanceof Dual || r instanceof Dual) {
      boolean wide = isDouble(l) || isDouble(r);
      return floating(op, Values.dual(l, !wide), Values.dual(r, !wide));
    }
    if (l instanceof Long || r instanceof Long) {
      return longs(op, Values.integral(l), Values.integral(r));
    }
    return ints(op, (int) Values.integral(l), (int) Values.integral(r));
  }

  private static Object floating(Expr.Binary.Op op, Dual l, Dual r) {
    return switch (op) {
      case MUL -> l.times(r);
      case DIV -> l.over(r);
      case REM -> l.remainder(r);
      case ADD -> l.plus(r);
      case SUB -> l.minus(r);
      case LT -> l.value() < r.value();
      case GT -> l.value() > r.value();
      case LE -> l.value() <= r.value();
      case GE -> l.value() >= r.value();
      case EQ -> l.value() == r.value();
      case NE -> l.value() != r.value();
      default -> throw new IllegalStateException(op + " of floating-point operands");
    };
  }

  private static Object ints(Expr.Binary.Op op, int l, int r) {
    return switch (op) {
      case MUL -> l * r;
      case DIV -> l / r;
      case REM -> l % r;
      case ADD -> l + r;
      case SUB -> l - r;
      case BIT_AND -> l & r;
      case BIT_XOR -> l ^ r;
      case BIT_OR -> l | r;
      default -> comparison(op, l, r);
    };
  }

  private static Object longs(Expr.Binary.Op op, long l, long r) {
    return switch (op) {
      case MUL -> l * r;
      case DIV -> l / r;
      case REM -> l % r;
      case ADD -> l + r;
      case SUB -> l - r;
      case BIT_AND -> l & r;
      case BIT_XOR -> l ^ r;
      case BIT_OR -> l | r;
      default -> comparison(op, l, r);
    };
  }

  private static boolean comparison(Expr.Binary.Op op, long l, long r) {
    return switch (op) {
      case LT -> l < r;
      case GT -> l > r;
      case LE -> l <= r;
      case GE -> l >= r;
      case EQ -> l == r;
      case NE -> l != r;
      default -> throw new IllegalStateException(op + " of integers");
    };
  }

  private static Object shift(Expr.Binary.Op op, Object l, long r) {
    int distance = (int) r;
    if (l instanceof Long n) {
      return op == Expr.Binary.Op.SHL
          ? n << distance
          : op == Expr.Binary.Op.SHR ? n >> distance : n >>> distance;
    }
    int n = (int) Values.integral(l);
    return op == Expr.Binary.Op.SHL
        ? n << distance
        : op == Expr.Binary.Op.SHR ? n >> distance : n >>> distance;
  }

  private static Object logical(Expr.Binary.Op op, boolean l, boolean r) {
    return switch (op) {
      case BIT_AND -> l & r;
      case BIT_OR -> l | r;
      case BIT_XOR, NE -> l ^ r;
      case EQ -> l == r;
      default -> throw new IllegalStateException(op + " of booleans");
    };
  }

  private static Object references(Expr.Binary.Op op, Object l, Object r) {
    return switch (op) {
      case EQ -> l == r;
      case NE -> l != r;
      default -> throw new IllegalStateException(op + " of " + l + " and " + r);
    };
  }

  static String text(Object v) {
    return String.valueOf(v instanceof Dual d ? d.boxed() : v);
  }

  private static boolean isText(Object v) {
    return v instanceof String;
  }

  private static boolean isDouble(Object v) {
    return v instanceof Dual d && !d.single();
  }

  private static boolean isNumeric(Object v) {
    return v instanceof Dual || v instanceof Number || v instanceof Character;
  }
}
