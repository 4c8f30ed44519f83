package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.ir.Expr.Binary.Op;

/** Java's arithmetic on two operands that have been promoted to one type. */
final class Arithmetic {

  private Arithmetic() {}

  static Object apply(Op op, Object x, Object y) {
    if (x instanceof Double d) {
      return apply(op, (double) d, (double) (Double) y);
    }
    if (x instanceof Float f) {
      return apply(op, (float) f, (float) (Float) y);
    }
    if (x instanceof Long m) {
      return apply(op, (long) m, (long) (Long) y);
    }
    return apply(op, (int) (Integer) x, (int) (Integer) y);
  }

  private static Object apply(Op op, double x, double y) {
    return switch (op) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      default -> compare(op, x < y, x == y, x > y);
    };
  }

  private static Object apply(Op op, float x, float y) {
    return switch (op) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      default -> compare(op, x < y, x == y, x > y);
    };
  }

  private static Object apply(Op op, long x, long y) {
    return switch (op) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case BIT_AND -> x & y;
      case BIT_OR -> x | y;
      case BIT_XOR -> x ^ y;
      default -> compare(op, x < y, x == y, x > y);
    };
  }

  private static Object apply(Op op, int x, int y) {
    return switch (op) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case BIT_AND -> x & y;
      case BIT_OR -> x | y;
      case BIT_XOR -> x ^ y;
      default -> compare(op, x < y, x == y, x > y);
    };
  }

  private static boolean compare(Op op, boolean less, boolean equal, boolean greater) {
    return switch (op) {
      case LT -> less;
      case GT -> greater;
      case LE -> less || equal;
      case GE -> greater || equal;
      case EQ -> equal;
      case NE -> !equal;
      default -> throw new AssertionError(op);
    };
  }
}
