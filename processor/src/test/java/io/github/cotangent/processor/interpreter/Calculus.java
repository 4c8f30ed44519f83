package io.github.cotangent.processor.interpreter;

import java.util.List;
import java.util.Set;

/**
 * The tangents of {@code java.lang.Math}, written as textbook formulas and without looking at the
 * compiler's rules. Values are Java's own; here is only the derivative.
 */
final class Calculus {
  private static final Set<String> FLAT =
      Set.of(
          "floor",
          "ceil",
          "rint",
          "round",
          "signum",
          "ulp",
          "getExponent",
          "floorMod",
          "floorDiv",
          "toIntExact",
          "addExact",
          "subtractExact",
          "multiplyExact",
          "incrementExact",
          "decrementExact",
          "negateExact",
          "absExact",
          "multiplyFull",
          "multiplyHigh");

  private Calculus() {}

  /**
   * The derivative of {@code name(args)}, whose value is {@code y}.
   *
   * @throws UnsupportedOperationException for a function that has none
   */
  static double tangent(String name, List<Dual> args, double y) {
    Dual a = args.get(0);
    if (FLAT.contains(name)) {
      return 0;
    }
    if (args.size() == 1) {
      return Dual.chain(a.tangent(), () -> slope(name, a.value(), y));
    }
    return args.size() == 2 ? binary(name, a, args.get(1), y) : ternary(name, args);
  }

  private static double slope(String name, double x, double y) {
    return switch (name) {
      case "sin" -> Math.cos(x);
      case "cos" -> -Math.sin(x);
      case "tan" -> 1 / (Math.cos(x) * Math.cos(x));
      case "asin" -> 1 / Math.sqrt((1 - x) * (1 + x));
      case "acos" -> -1 / Math.sqrt((1 - x) * (1 + x));
      case "atan" -> 1 / (x * x + 1);
      case "sinh" -> Math.cosh(x);
      case "cosh" -> Math.sinh(x);
      case "tanh" -> 1 / (Math.cosh(x) * Math.cosh(x));
      case "exp" -> Math.exp(x);
      case "expm1" -> Math.exp(x);
      case "log" -> 1 / x;
      case "log10" -> 1 / (x * Math.log(10));
      case "log1p" -> 1 / (x + 1);
      case "sqrt" -> 0.5 / Math.sqrt(x);
      case "cbrt" -> 1 / (3 * Math.cbrt(x) * Math.cbrt(x));
      case "toRadians" -> Math.PI / 180;
      case "toDegrees" -> 180 / Math.PI;
      case "abs" -> x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : Double.NaN;
      case "nextUp", "nextDown" -> 1;
      default -> throw new UnsupportedOperationException("Math." + name);
    };
  }

  private static double binary(String name, Dual a, Dual b, double y) {
    double u = a.value();
    double v = b.value();
    double left = a.tangent();
    double right = b.tangent();
    return switch (name) {
      case "max" -> chosen(a, b, u > v, u < v);
      case "min" -> chosen(a, b, u < v, u > v);
      case "pow" ->
          Dual.chain(left, () -> v == 0 ? 0 : v * Math.pow(u, v - 1))
              + Dual.chain(right, () -> u == 0 && v > 0 ? 0 : y * Math.log(u));
      case "atan2" ->
          Dual.chain(left, () -> v / (u * u + v * v))
              - Dual.chain(right, () -> u / (u * u + v * v));
      case "hypot" -> y == 0 ? 0 : Dual.chain(left, () -> u / y) + Dual.chain(right, () -> v / y);
      case "IEEEremainder" -> left - Dual.chain(right, () -> Math.rint(u / v));
      case "copySign" -> Dual.chain(left, () -> sign(u) * Math.copySign(1, v));
      case "scalb" -> Dual.chain(left, () -> Math.scalb(1.0, (int) v));
      case "nextAfter" -> left;
      default -> throw new UnsupportedOperationException("Math." + name);
    };
  }

  private static double sign(double u) {
    return u == 0 ? 0 : Math.copySign(1, u);
  }

  private static double chosen(Dual a, Dual b, boolean first, boolean second) {
    if (first) {
      return a.tangent();
    }
    if (second) {
      return b.tangent();
    }
    return a.value() == b.value() ? 0.5 * (a.tangent() + b.tangent()) : Double.NaN;
  }

  private static double ternary(String name, List<Dual> args) {
    Dual a = args.get(0);
    Dual b = args.get(1);
    Dual c = args.get(2);
    return switch (name) {
      case "fma" ->
          Dual.chain(a.tangent(), b::value) + Dual.chain(b.tangent(), a::value) + c.tangent();
      default -> throw new UnsupportedOperationException("Math." + name);
    };
  }
}
