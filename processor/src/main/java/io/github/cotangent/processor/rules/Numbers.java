package io.github.cotangent.processor.rules;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numeric literals: reading those of the source, writing ours. */
final class Numbers {

  private static final Pattern SHORT_DECIMAL = Pattern.compile("(-?(?:0|[1-9][0-9]{0,8}))[lL]?");

  /** Integers with fewer digits than the largest int. */
  private static final double SMALL = 1e9;

  private static final OptionalDouble NONE = OptionalDouble.empty();

  private Numbers() {}

  /** The value of a decimal literal or of a negated one; empty for all else. */
  static OptionalDouble valueOf(Expr e) {
    if (e instanceof Expr.Unary u && u.op() == Expr.Unary.Op.MINUS) {
      OptionalDouble v = u.operand() instanceof Expr.Literal ? valueOf(u.operand()) : NONE;
      return v.isPresent() ? OptionalDouble.of(-v.getAsDouble()) : NONE;
    }
    if (!(e instanceof Expr.Literal literal) || !literal.type().isNumeric()) {
      return NONE;
    }
    try {
      double value = parse(literal.text().replace("_", ""), literal.type());
      return Double.isFinite(value) ? OptionalDouble.of(value) : NONE;
    } catch (NumberFormatException notDecimal) {
      // A character, an octal or hexadecimal number, the name of a constant: not worth folding.
      return NONE;
    }
  }

  private static double parse(String text, Type type) {
    if (type.isIntegral()) {
      return integer(text);
    }
    boolean isFloat = type.equals(Type.FLOAT) || text.endsWith("f") || text.endsWith("F");
    return isFloat ? Float.parseFloat(text) : Double.parseDouble(text);
  }

  private static double integer(String text) {
    Matcher decimal = SHORT_DECIMAL.matcher(text);
    if (!decimal.matches()) {
      throw new NumberFormatException(text);
    }
    return Integer.parseInt(decimal.group(1));
  }

  /** True for an integer literal, negated or not, that is small enough to be folded. */
  static boolean isInteger(Expr e) {
    return e.type().isIntegral() && valueOf(e).isPresent();
  }

  /** An integer as a literal: an int where it is small enough to be folded further. */
  static Expr integer(double value) {
    return literal(value, Math.abs(value) < SMALL ? Type.INT : Type.DOUBLE);
  }

  /** True for a literal of this value, zero of either sign. */
  static boolean is(Expr e, double value) {
    OptionalDouble v = valueOf(e);
    return v.isPresent() && v.getAsDouble() == value;
  }

  /** True for two finite literals whose product is a double without rounding. */
  static boolean isExactProduct(Expr a, Expr b) {
    OptionalDouble x = valueOf(a);
    OptionalDouble y = valueOf(b);
    if (x.isEmpty() || y.isEmpty()) {
      return false;
    }
    double product = x.getAsDouble() * y.getAsDouble();
    return product != 0.0
        && Double.isFinite(product)
        && new BigDecimal(x.getAsDouble())
                .multiply(new BigDecimal(y.getAsDouble()))
                .compareTo(new BigDecimal(product))
            == 0;
  }

  /** True for two literals of the same value. */
  static boolean isSame(Expr a, Expr b) {
    OptionalDouble x = valueOf(a);
    return x.isPresent() && x.getAsDouble() != 0 && is(b, x.getAsDouble());
  }

  /** A number as the shortest literal of a type; a negative one is a negated literal. */
  static Expr literal(double value, Type type) {
    double magnitude = Math.abs(value);
    String text;
    if (type.isIntegral()) {
      text = Long.toString((long) magnitude);
    } else if (type.equals(Type.FLOAT)) {
      text = Float.toString((float) magnitude) + "f";
    } else {
      text = Double.toString(magnitude);
    }
    Expr positive = new Expr.Literal(type, text);
    boolean isNegative = Double.compare(value, 0.0) < 0;
    return isNegative ? new Expr.Unary(Expr.Unary.Op.MINUS, positive, type) : positive;
  }
}
