package io.github.cotangent.processor.rules;

import static io.github.cotangent.processor.rules.Rule.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The derivatives: a line for every arithmetic operator and for every method of {@code Math}, which
 * stands for {@code StrictMath} and for all overloads too. In a formula, {@code Math} is the class
 * that the primal called. {@code on} gives the intervals from which the test draws operands.
 *
 * <p>At points where there is no derivative, the subgradient of smallest norm: ties share equally;
 * at a border of the domain, the one-sided limit.
 */
final class RuleTable {

  private static final String STEPS = "piecewise constant";
  private static final String INTEGERS = "integers only";

  private static final List<Rule> OPERATORS =
      List.of(
          rule("z = x + y").d("x", "1").d("y", "1").on(-5, 5),
          rule("z = x - y").d("x", "1").d("y", "-1").on(-5, 5),
          rule("z = x * y").d("x", "y").d("y", "x").on(-5, 5),
          rule("z = x / y").d("x", "1 / y").d("y", "-z / y", "-x / (y * y)").on(-5, 5).on(0.5, 4),
          rule("y = -x").d("x", "-1").on(-5, 5),
          rule("y = +x").d("x", "1").on(-5, 5),
          rule("y = (double) x").d("x", "1").on(-5, 5));

  private static final List<Rule> EXPENSIVE =
      List.of(
          rule("z = x % y")
              .d("x", "1")
              .d("y", "Math.rint((z - x) / y)")
              .note("-trunc(x / y)")
              .on(7.2, 7.9)
              .on(2.1, 2.3),
          rule("y = Math.sin(x)").d("x", "Math.cos(x)").on(-10, 10),
          rule("y = Math.cos(x)").d("x", "-Math.sin(x)").on(-10, 10),
          rule("y = Math.tan(x)").d("x", "1 + y * y").on(-1.4, 1.4),
          rule("y = Math.asin(x)")
              .d("x", "1 / Math.sqrt(1 - x * x)")
              .note("+∞ at -1 and 1")
              .on(-0.9, 0.9),
          rule("y = Math.acos(x)")
              .d("x", "-1 / Math.sqrt(1 - x * x)")
              .note("-∞ at -1 and 1")
              .on(-0.9, 0.9),
          rule("y = Math.atan(x)").d("x", "1 / (1 + x * x)").on(-10, 10),
          rule("y = Math.sinh(x)").d("x", "Math.cosh(x)").on(-5, 5),
          rule("y = Math.cosh(x)").d("x", "Math.sinh(x)").on(-5, 5),
          rule("y = Math.tanh(x)").d("x", "1 - y * y").on(-3, 3),
          rule("y = Math.exp(x)").d("x", "y").on(-5, 5),
          rule("y = Math.expm1(x)").d("x", "y + 1").on(-5, 5),
          rule("y = Math.log(x)").d("x", "1 / x").note("+∞ at 0").on(0.1, 50),
          rule("y = Math.log10(x)").d("x", "1 / (x * Math.log(10))").note("+∞ at 0").on(0.1, 50),
          rule("y = Math.log1p(x)").d("x", "1 / (1 + x)").note("+∞ at -1").on(-0.8, 20),
          rule("y = Math.cbrt(x)").d("x", "1 / (3 * y * y)").note("+∞ at 0").on(0.1, 20),
          rule("z = Math.pow(x, y)")
              .d("x", "y == 0 ? 0 : y * Math.pow(x, y - 1.0)")
              .d("y", "x == 0 && y > 0 ? 0 : z * Math.log(x)")
              .note("a literal y is folded: 2 gives 2 * x")
              .on(0.2, 4)
              .on(-3, 3),
          rule("z = Math.hypot(x, y)")
              .d("x", "z == 0 ? 0 : x / z")
              .d("y", "z == 0 ? 0 : y / z")
              .note("0 at (0, 0)")
              .on(0.2, 4)
              .on(-3, 3),
          rule("z = Math.atan2(y, x)")
              .d("y", "x / (x * x + y * y)")
              .d("x", "-y / (x * x + y * y)")
              .note("NaN at (0, 0)")
              .on(-3, 3)
              .on(0.2, 4),
          rule("z = Math.IEEEremainder(x, y)")
              .d("x", "1")
              .d("y", "Math.rint((z - x) / y)")
              .note("-rint(x / y)")
              .on(6.0, 6.8)
              .on(2.1, 2.2));

  private static final List<Rule> CHEAP =
      List.of(
          rule("y = Math.sqrt(x)").d("x", "0.5 / y").note("+∞ at 0").on(0.1, 50),
          rule("y = Math.abs(x)").d("x", "Math.signum(x)").note("0 at 0").on(-5, -0.1),
          rule("z = Math.max(x, y)")
              .d("x", "Subgradients.max(x, y)")
              .d("y", "Subgradients.max(y, x)")
              .note("1 for the larger, 0 for the smaller, 0.5 each when equal, NaN for NaN")
              .on(-5, 5),
          rule("z = Math.min(x, y)")
              .d("x", "Subgradients.min(x, y)")
              .d("y", "Subgradients.min(y, x)")
              .note("1 for the smaller, 0 for the larger, 0.5 each when equal, NaN for NaN")
              .on(-5, 5),
          rule("y = Math.clamp(x, min, max)")
              .d("x", "Subgradients.clamp(x, min, max)")
              .d("min", "Subgradients.clampMin(x, min, max)")
              .d("max", "Subgradients.clampMax(x, min, max)")
              .note("1 for the one that is the result; those that are equal share")
              .on(-3, 3)
              .on(-2, -1)
              .on(1, 2),
          rule("y = Math.fma(a, b, c)").d("a", "b").d("b", "a").d("c", "1").on(-5, 5),
          rule("y = Math.toRadians(x)").d("x", "Math.toRadians(1)").on(-5, 5),
          rule("y = Math.toDegrees(x)").d("x", "Math.toDegrees(1)").on(-5, 5),
          rule("y = Math.copySign(x, s)")
              .d("x", "Math.signum(x) * Math.copySign(1, s)")
              .note("0 at 0; in s " + STEPS)
              .on(0.1, 5)
              .on(-5, -0.1),
          rule("y = Math.scalb(x, n)")
              .d("x", "Math.scalb(1.0, n)")
              .note("n is an integer")
              .on(1, 5),
          rule("y = Math.nextUp(x)").d("x", "1").note("x, but for rounding").on(-5, 5),
          rule("y = Math.nextDown(x)").d("x", "1").note("x, but for rounding").on(-5, 5),
          rule("y = Math.nextAfter(x, to)")
              .d("x", "1")
              .note("x, but for rounding")
              .on(-5, 0)
              .on(1, 5));

  private static final List<Rule> CONSTANT =
      List.of(
          rule("y = Math.signum(x)").note(STEPS).on(0.1, 5),
          rule("y = Math.floor(x)").note(STEPS).on(1.1, 1.9),
          rule("y = Math.ceil(x)").note(STEPS).on(1.1, 1.9),
          rule("y = Math.rint(x)").note(STEPS).on(1.6, 2.4),
          rule("y = Math.round(x)").note(STEPS),
          rule("y = Math.ulp(x)").note(STEPS).on(2.1, 3.9),
          rule("y = Math.getExponent(x)").note(STEPS),
          rule("y = Math.random()").note("no operands: a fresh constant"),
          rule("y = Math.absExact(a)").note(INTEGERS),
          rule("y = Math.negateExact(a)").note(INTEGERS),
          rule("y = Math.incrementExact(a)").note(INTEGERS),
          rule("y = Math.decrementExact(a)").note(INTEGERS),
          rule("y = Math.toIntExact(a)").note(INTEGERS),
          rule("y = Math.addExact(a, b)").note(INTEGERS),
          rule("y = Math.subtractExact(a, b)").note(INTEGERS),
          rule("y = Math.multiplyExact(a, b)").note(INTEGERS),
          rule("y = Math.multiplyFull(a, b)").note(INTEGERS),
          rule("y = Math.multiplyHigh(a, b)").note(INTEGERS),
          rule("y = Math.unsignedMultiplyHigh(a, b)").note(INTEGERS),
          rule("y = Math.unsignedMultiplyExact(a, b)").note(INTEGERS),
          rule("y = Math.divideExact(a, b)").note(INTEGERS),
          rule("y = Math.floorDiv(a, b)").note(INTEGERS),
          rule("y = Math.floorDivExact(a, b)").note(INTEGERS),
          rule("y = Math.floorMod(a, b)").note(INTEGERS),
          rule("y = Math.ceilDiv(a, b)").note(INTEGERS),
          rule("y = Math.ceilDivExact(a, b)").note(INTEGERS),
          rule("y = Math.ceilMod(a, b)").note(INTEGERS),
          rule("y = Math.powExact(a, b)").note(INTEGERS),
          rule("y = Math.unsignedPowExact(a, b)").note(INTEGERS));

  /** All lines, in the order of the documentation. */
  static final List<Rule> ALL =
      Stream.of(
              OPERATORS.stream(),
              EXPENSIVE.stream().map(Rule::expensive),
              CHEAP.stream(),
              CONSTANT.stream())
          .flatMap(s -> s)
          .toList();

  private static final Map<Integer, Map<String, Rule>> BY_ARITY = index();

  private RuleTable() {}

  private static Map<Integer, Map<String, Rule>> index() {
    Map<Integer, Map<String, Rule>> byArity = new HashMap<>();
    for (Rule r : ALL) {
      int arity = r.operands().size();
      if (byArity.computeIfAbsent(arity, k -> new HashMap<>()).put(r.name(), r) != null) {
        throw new IllegalStateException("Two rules for " + r.key());
      }
    }
    return byArity;
  }

  /** The line for an operator or method of this name and number of operands. */
  static Optional<Rule> find(String name, int arity) {
    return Optional.ofNullable(BY_ARITY.getOrDefault(arity, Map.of()).get(name));
  }
}
