package io.github.cotangent.processor.rules;

import static io.github.cotangent.processor.rules.Nodes.binary;
import static io.github.cotangent.processor.rules.Nodes.call;
import static io.github.cotangent.processor.rules.Nodes.literal;
import static io.github.cotangent.processor.rules.Nodes.math;
import static io.github.cotangent.processor.rules.Nodes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kinks, ties and borders of domains: what no difference quotient can tell. */
class SpecialPointsTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Expr X = read("x");
  private static final Expr Y = read("y");

  /** The partial with the result kept; it must be the same without. */
  private static double d(Expr node, int k, double... operands) {
    Map<Var, Number> point = new HashMap<>();
    for (int i = 0; i < operands.length; i++) {
      if (Calculus.operand(node, i) instanceof Expr.Read r) {
        point.put(r.var(), operands[i]);
      }
    }
    Expr.Read result = read("the result", node.type());
    point.put(result.var(), new Evaluator(point).number(node));
    Evaluator evaluator = new Evaluator(point);
    double kept = evaluator.number(Calculus.partial(node, k, result)).doubleValue();
    double computed = evaluator.number(Calculus.partial(node, k, null)).doubleValue();
    // A sum with 0.0 is never -0.0.
    assertThat(Double.valueOf(computed + 0.0)).isEqualTo(Double.valueOf(kept + 0.0));
    return kept + 0.0;
  }

  @Test
  void absAndSignum() {
    assertThat(d(math("abs", X), 0, 0.0)).isZero();
    assertThat(d(math("abs", X), 0, -0.0)).isZero();
    assertThat(d(math("abs", X), 0, -2)).isEqualTo(-1);
    assertThat(d(math("abs", X), 0, Double.NaN)).isNaN();
    assertThat(d(math("copySign", X, Y), 0, 0, -1)).isZero();
    assertThat(d(math("copySign", X, Y), 0, 3, -0.0)).isEqualTo(-1);
    assertThat(Calculus.activeOperands(math("signum", X))).isEmpty();
  }

  @Test
  void maxAndMinShareTies() {
    for (String name : List.of("max", "min")) {
      Expr node = math(name, X, Y);
      for (int k = 0; k < 2; k++) {
        assertThat(d(node, k, 2, 2)).isEqualTo(0.5);
        assertThat(d(node, k, 0.0, -0.0)).isEqualTo(0.5);
        assertThat(d(node, k, INFINITY, INFINITY)).isEqualTo(0.5);
        assertThat(d(node, k, Double.NaN, 1)).isNaN();
        assertThat(d(node, k, 1, Double.NaN)).isNaN();
        assertThat(d(math(name, X, X), k, 3, 3)).isEqualTo(0.5);
      }
      assertThat(d(math(name, X, literal("0.0")), 0, 0)).isEqualTo(0.5);
    }
    assertThat(d(math("max", X, Y), 0, 1, 2)).isZero();
    assertThat(d(math("max", X, Y), 1, 1, 2)).isEqualTo(1);
    assertThat(d(math("min", X, Y), 0, 1, 2)).isEqualTo(1);
    assertThat(d(math("min", X, Y), 1, 1, 2)).isZero();
  }

  @Test
  void roots() {
    assertThat(d(math("sqrt", X), 0, 0)).isEqualTo(INFINITY);
    assertThat(d(math("sqrt", X), 0, -1)).isNaN();
    assertThat(d(math("cbrt", X), 0, 0)).isEqualTo(INFINITY);
    assertThat(d(math("cbrt", X), 0, -0.0)).isEqualTo(INFINITY);
    assertThat(d(math("cbrt", X), 0, -8)).isEqualTo(1.0 / 12);
    assertThat(d(math("hypot", X, Y), 0, 0, 0)).isZero();
    assertThat(d(math("hypot", X, Y), 1, 0, -0.0)).isZero();
    assertThat(d(math("hypot", X, Y), 0, Double.NaN, 1)).isNaN();
    assertThat(d(math("hypot", X, Y), 0, 3e200, 4e200)).isCloseTo(0.6, within(1e-15));
  }

  @Test
  void powers() {
    Expr pow = math("pow", X, Y);
    for (double base : new double[] {-2, 0, 3, INFINITY, Double.NaN}) {
      assertThat(d(pow, 0, base, 0)).isZero();
    }
    assertThat(d(pow, 0, -2, 3)).isEqualTo(12);
    assertThat(d(pow, 0, 0, 0.5)).isEqualTo(INFINITY);
    assertThat(d(pow, 0, 0, 1)).isEqualTo(1);
    assertThat(d(pow, 0, 0, 2)).isZero();
    assertThat(d(pow, 0, 0, -1)).isEqualTo(-INFINITY);
    assertThat(d(pow, 1, 0, 2)).isZero();
    assertThat(d(pow, 1, -0.0, 0.5)).isZero();
    assertThat(d(pow, 1, Math.E, 1)).isEqualTo(Math.E);
    assertThat(d(pow, 1, -2, 3)).isNaN();
    // An exponent that is a constant: negative bases work, and no logarithm is taken.
    Expr square = math("pow", X, literal("2.0"));
    assertThat(Calculus.activeOperands(square)).containsExactly(0);
    assertThat(d(square, 0, -3)).isEqualTo(-6);
    assertThat(d(math("pow", X, read("n", Type.INT)), 0, -3, 3)).isEqualTo(27);
  }

  @Test
  void powerOfTheSmallestInt() {
    // 1 - Integer.MIN_VALUE would wrap in int.
    Expr pow = math("pow", X, read("n", Type.INT));
    assertThat(d(pow, 0, 1.0, Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
  }

  @Test
  void bordersOfDomains() {
    assertThat(d(math("asin", X), 0, 1)).isEqualTo(INFINITY);
    assertThat(d(math("asin", X), 0, -1)).isEqualTo(INFINITY);
    assertThat(d(math("asin", X), 0, 2)).isNaN();
    assertThat(d(math("acos", X), 0, 1)).isEqualTo(-INFINITY);
    assertThat(d(math("acos", X), 0, -1)).isEqualTo(-INFINITY);
    assertThat(d(math("log", X), 0, 0)).isEqualTo(INFINITY);
    assertThat(d(math("log10", X), 0, 0)).isEqualTo(INFINITY);
    assertThat(d(math("log1p", X), 0, -1)).isEqualTo(INFINITY);
    assertThat(d(math("atan2", X, Y), 0, 0, 0)).isNaN();
    assertThat(d(math("atan2", X, Y), 1, 0, 0)).isNaN();
    assertThat(d(math("tanh", X), 0, INFINITY)).isZero();
    assertThat(d(math("exp", X), 0, -INFINITY)).isZero();
    assertThat(d(math("atan", X), 0, INFINITY)).isZero();
  }

  @Test
  void remainders() {
    Expr rem = binary(X, "%", Y);
    double[][] points = {{7, 2}, {-7, 2}, {7, -2}, {1, 3}, {0.3, 0.1}, {6, 2}, {1e15 + 0.5, 0.5}};
    for (double[] p : points) {
      assertThat(d(rem, 0, p)).isEqualTo(1);
      BigDecimal x = new BigDecimal(p[0]);
      BigDecimal m = new BigDecimal(p[1]);
      // Not trunc(x / m) in floating point: 0.3 / 0.1 rounds to 3, yet 0.3 contains 0.1 twice.
      assertThat(d(rem, 1, p)).isEqualTo(-x.divideToIntegralValue(m).doubleValue());
    }
    assertThat(d(rem, 1, 5, INFINITY)).isZero();
    assertThat(d(rem, 1, 5, 0)).isNaN();
    assertThat(d(math("IEEEremainder", X, Y), 1, 7.5, 2)).isEqualTo(-4);
    assertThat(d(math("IEEEremainder", X, Y), 1, 5, 2)).isEqualTo(-2);
  }

  @Test
  void stepsAreConstant() {
    for (String name : List.of("floor", "ceil", "rint", "ulp")) {
      assertThat(Calculus.activeOperands(math(name, X))).as(name).isEmpty();
    }
    Expr toInt = new Expr.Cast(Type.INT, X, Origin.NONE);
    assertThat(Calculus.activeOperands(toInt)).isEmpty();
    assertThat(Calculus.activeOperands(math("nextAfter", X, Y))).containsExactly(0);
    assertThat(Calculus.activeOperands(math("copySign", X, Y))).containsExactly(0);
  }

  @Test
  void scalingByPowersOfTwo() throws NoSuchMethodException {
    Expr n = read("n", Type.INT);
    Expr doubles = call(Math.class.getMethod("scalb", double.class, int.class), List.of(X, n));
    // In float it would overflow.
    assertThat(d(doubles, 0, 1, 200)).isEqualTo(0x1p200);
    Expr f = read("f", Type.FLOAT);
    Expr floats = call(Math.class.getMethod("scalb", float.class, int.class), List.of(f, n));
    assertThat(d(floats, 0, 1, 3)).isEqualTo(8);
  }
}
