package io.github.cotangent.processor.rules;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Computes a scalar expression as Java would, in the static type of every node. */
final class Evaluator {

  private final Map<Var, ? extends Number> values;

  Evaluator(Map<Var, ? extends Number> values) {
    this.values = values;
  }

  /** The value of a numeric expression. */
  Number number(Expr e) {
    return (Number) value(e);
  }

  private Object value(Expr e) {
    if (e instanceof Expr.Literal literal) {
      return literal(literal);
    }
    if (e instanceof Expr.Read r) {
      return narrow(values.get(r.var()), r.type());
    }
    if (e instanceof Expr.Cast c) {
      return narrow(number(c.operand()), c.type());
    }
    if (e instanceof Expr.Unary u) {
      return unary(u);
    }
    if (e instanceof Expr.Binary b) {
      return b.type().equals(Type.BOOLEAN) ? test(b) : arithmetic(b);
    }
    if (e instanceof Expr.Conditional c) {
      return narrow(number((boolean) value(c.test()) ? c.ifTrue() : c.ifFalse()), c.type());
    }
    return call((Expr.Call) e);
  }

  private static Object literal(Expr.Literal e) {
    if (e.type().equals(Type.BOOLEAN)) {
      return Boolean.valueOf(e.text());
    }
    if (e.type().isIntegral()) {
      return narrow(Long.decode(e.text().replaceAll("[lL_]", "")), e.type());
    }
    boolean isFloat = e.type().equals(Type.FLOAT);
    return isFloat ? (Number) Float.valueOf(e.text()) : (Number) Double.valueOf(e.text());
  }

  private Number unary(Expr.Unary u) {
    Number v = number(u.operand());
    if (u.op() == Expr.Unary.Op.PLUS) {
      return narrow(v, u.type());
    }
    return u.type().isIntegral()
        ? narrow(-v.longValue(), u.type())
        : narrow(-v.doubleValue(), u.type());
  }

  private Number arithmetic(Expr.Binary b) {
    if (b.type().isIntegral()) {
      throw new AssertionError("A formula computes in integers: " + b);
    }
    // Double is exact enough for one float operation, rounded afterwards.
    double x = narrow(number(b.left()), b.type()).doubleValue();
    double y = narrow(number(b.right()), b.type()).doubleValue();
    double z =
        switch (b.op()) {
          case ADD -> x + y;
          case SUB -> x - y;
          case MUL -> x * y;
          case DIV -> x / y;
          case REM -> x % y;
          default -> throw new AssertionError(b.op());
        };
    return narrow(z, b.type());
  }

  private boolean test(Expr.Binary b) {
    if (b.op() == Expr.Binary.Op.AND) {
      return (boolean) value(b.left()) && (boolean) value(b.right());
    }
    double x = number(b.left()).doubleValue();
    double y = number(b.right()).doubleValue();
    return switch (b.op()) {
      case EQ -> x == y;
      case NE -> x != y;
      case LT -> x < y;
      case LE -> x <= y;
      case GT -> x > y;
      case GE -> x >= y;
      default -> throw new AssertionError(b.op());
    };
  }

  private Number call(Expr.Call c) {
    Class<?>[] types =
        c.callee().parameterTypes().stream().map(Evaluator::classOf).toArray(Class<?>[]::new);
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      arguments.add(narrow(number(c.arguments().get(i)), c.callee().parameterTypes().get(i)));
    }
    try {
      Method method =
          Class.forName(c.callee().owner().canonicalName()).getMethod(c.callee().name(), types);
      if (!classOf(c.type()).equals(method.getReturnType())) {
        throw new AssertionError(method + " typed " + c.type());
      }
      return (Number) method.invoke(null, arguments.toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(c.callee().name() + Arrays.toString(types), e);
    }
  }

  /** The class of a primitive type. */
  static Class<?> classOf(Type type) {
    return switch (((Type.Primitive) type).kind()) {
      case INT -> int.class;
      case LONG -> long.class;
      case FLOAT -> float.class;
      case DOUBLE -> double.class;
      default -> throw new AssertionError(type);
    };
  }

  /** A value converted as a cast to the type does. */
  static Number narrow(Number v, Type type) {
    return switch (((Type.Primitive) type).kind()) {
      case BYTE -> v.byteValue();
      case SHORT -> v.shortValue();
      case INT -> v.intValue();
      case LONG -> v.longValue();
      case FLOAT -> v.floatValue();
      case DOUBLE -> v.doubleValue();
      default -> throw new AssertionError(type);
    };
  }
}
