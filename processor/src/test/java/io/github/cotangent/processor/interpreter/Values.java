package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Type;

/**
 * Java's default values and conversions between primitive types. A value is a {@link Boolean}, a
 * {@link Byte}, {@link Short}, {@link Character}, {@link Integer} or {@link Long}, a {@link Dual},
 * an {@link ArrayValue}, a {@link RecordValue}, or any other object as it is.
 */
final class Values {
  private Values() {}

  /** What a fresh array slot of this type holds. */
  static Object zero(Type type) {
    if (type.isReference()) {
      return null;
    }
    return type.equals(Type.BOOLEAN) ? (Object) false : convert(0, type);
  }

  /** The value as one of the given type: cast, widened or, for references, as it is. */
  static Object convert(Object value, Type type) {
    if (!(type instanceof Type.Primitive p) || p.kind() == Type.Kind.BOOLEAN) {
      return value;
    }
    if (value instanceof Dual d) {
      return fromFloating(d, p.kind());
    }
    if (value == null) {
      throw new NullPointerException("unboxing null");
    }
    if (value instanceof Double || value instanceof Float) { // unboxed: foreign, so a constant
      return fromFloating(Dual.of(((Number) value).doubleValue(), 0), p.kind());
    }
    return fromIntegral(integral(value), p.kind());
  }

  private static Object fromFloating(Dual d, Type.Kind kind) {
    return switch (kind) {
      case DOUBLE -> Dual.of(d.value(), d.tangent());
      case FLOAT -> Dual.ofFloat((float) d.value(), d.tangent());
      case LONG -> (long) d.value();
      case INT -> (int) d.value();
      case SHORT -> (short) (int) d.value();
      case BYTE -> (byte) (int) d.value();
      case CHAR -> (char) (int) d.value();
      case BOOLEAN -> throw new IllegalStateException("boolean from " + d);
    };
  }

  private static Object fromIntegral(long n, Type.Kind kind) {
    return switch (kind) {
      case DOUBLE -> Dual.of(n, 0);
      case FLOAT -> Dual.ofFloat(n, 0);
      case LONG -> n;
      case INT -> (int) n;
      case SHORT -> (short) n;
      case BYTE -> (byte) n;
      case CHAR -> (char) n;
      case BOOLEAN -> throw new IllegalStateException("boolean from " + n);
    };
  }

  /** The value of an integral primitive. */
  static long integral(Object value) {
    if (value instanceof Character c) {
      return c;
    }
    if (value instanceof Number n && !(value instanceof Double) && !(value instanceof Float)) {
      return n.longValue();
    }
    throw new IllegalStateException("not integral: " + value);
  }

  /** A numeric value as a dual of the precision asked for. */
  static Dual dual(Object value, boolean single) {
    return (Dual) convert(value, single ? Type.FLOAT : Type.DOUBLE);
  }

  /**
   * Holds the compiler to its own types.
   *
   * @throws IllegalStateException if a value of a primitive type is not what the node says
   */
  static Object checked(Object value, Type type, Object node) {
    if (type instanceof Type.Primitive p && !matches(value, p.kind())) {
      throw new IllegalStateException(
          "typed " + type + " but the value is " + value + " in " + node);
    }
    return value;
  }

  private static boolean matches(Object value, Type.Kind kind) {
    return switch (kind) {
      case DOUBLE -> value instanceof Dual d && !d.single();
      case FLOAT -> value instanceof Dual d && d.single();
      case LONG -> value instanceof Long;
      case INT -> value instanceof Integer;
      case SHORT -> value instanceof Short;
      case BYTE -> value instanceof Byte;
      case CHAR -> value instanceof Character;
      case BOOLEAN -> value instanceof Boolean;
    };
  }
}
