package io.github.cotangent.processor.rules;

import static io.github.cotangent.processor.rules.Nodes.binary;
import static io.github.cotangent.processor.rules.Nodes.literal;
import static io.github.cotangent.processor.rules.Nodes.math;
import static io.github.cotangent.processor.rules.Nodes.minus;
import static io.github.cotangent.processor.rules.Nodes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalculusTest {

  private static final Expr X = read("x");
  private static final Expr N = read("n", Type.INT);
  private static final Expr F = read("f", Type.FLOAT);

  private static String partial(Expr node, int k) {
    return Printer.print(Calculus.partial(node, k, null));
  }

  @Test
  void operandsThatMayBeActive() {
    assertThat(Calculus.activeOperands(binary(X, "*", F))).containsExactly(0, 1);
    assertThat(Calculus.activeOperands(binary(X, "*", N))).containsExactly(0);
    assertThat(Calculus.activeOperands(binary(literal("2.0"), "*", X))).containsExactly(1);
    assertThat(Calculus.activeOperands(binary(N, "*", N))).isEmpty();
    assertThat(Calculus.activeOperands(math("pow", X, literal("0")))).isEmpty();
    assertThat(Calculus.activeOperands(X)).isEmpty();
    Expr text = new Expr.Binary(Expr.Binary.Op.ADD, X, X, Type.STRING);
    assertThat(Calculus.activeOperands(text)).isEmpty();
  }

  @Test
  void literalExponents() {
    assertThat(partial(math("pow", X, literal("2.0")), 0)).isEqualTo("2.0 * x");
    assertThat(partial(math("pow", X, literal("2")), 0)).isEqualTo("2 * x");
    assertThat(partial(math("pow", X, literal("3")), 0)).isEqualTo("3 * Math.pow(x, 2)");
    assertThat(partial(math("pow", X, literal("0.5")), 0)).isEqualTo("0.5 * Math.pow(x, -0.5)");
    assertThat(partial(math("pow", X, minus(literal("2"))), 0)).isEqualTo("-2 * Math.pow(x, -3)");
    assertThat(partial(math("pow", X, literal("1.0")), 0)).isEqualTo("1");
    assertThat(partial(math("pow", F, literal("2")), 0)).isEqualTo("2.0 * f");
    assertThat(partial(math("pow", literal("2.0"), X), 1))
        .isEqualTo("Math.pow(2.0, x) * Math.log(2.0)");
    assertThat(partial(math("pow", X, N), 0)).isEqualTo("n == 0 ? 0 : n * Math.pow(x, n - 1.0)");
  }

  @Test
  void formulasComputeInTheTypeOfThePrimitive() {
    // In int, 1 / n would be zero, and n * n could overflow; in float, 1 - f * f loses digits.
    assertThat(partial(binary(X, "/", N), 0)).isEqualTo("1.0 / n");
    assertThat(partial(binary(F, "/", N), 0)).isEqualTo("1 / n".replace("1", "1.0f"));
    assertThat(partial(math("atan2", N, X), 1)).isEqualTo("-(double) n / (x * x + (double) n * n)");
    assertThat(partial(math("asin", F), 0)).isEqualTo("1 / Math.sqrt(1 - (double) f * f)");
    assertThat(partial(math("log", F), 0)).isEqualTo("1.0 / f");
    assertThat(Calculus.partial(binary(F, "/", F), 0, null).type()).isEqualTo(Type.FLOAT);
  }

  @Test
  void partialsOfStrictMathAreStrict() throws NoSuchMethodException {
    Expr node = Nodes.call(StrictMath.class.getMethod("sin", double.class), List.of(X));
    assertThat(partial(node, 0)).isEqualTo("StrictMath.cos(x)");
  }

  @Test
  void resultsThatArePartOfTheirPartial() {
    assertThat(Calculus.partialReadsValue(math("exp", X), 0)).isTrue();
    assertThat(Calculus.partialReadsValue(math("tanh", X), 0)).isTrue();
    assertThat(Calculus.partialReadsValue(math("sin", X), 0)).isFalse();
    assertThat(Calculus.partialReadsValue(math("pow", X, read("y")), 0)).isFalse();
    assertThat(Calculus.partialReadsValue(math("pow", X, read("y")), 1)).isTrue();
    // A quotient's partial is as good without the result.
    assertThat(Calculus.partialReadsValue(binary(X, "/", read("y")), 1)).isFalse();
  }

  @Test
  void linearOperands() {
    assertThat(Calculus.partialIsLiteral(binary(X, "-", read("y")), 1)).isTrue();
    assertThat(Calculus.partialIsLiteral(binary(literal("2.0"), "*", X), 1)).isTrue();
    assertThat(Calculus.partialIsLiteral(binary(X, "*", N), 0)).isFalse();
    assertThat(Calculus.partialIsLiteral(math("toRadians", X), 0)).isTrue();
    assertThat(Calculus.partialIsLiteral(math("exp", X), 0)).isFalse();
    assertThat(Calculus.partialIsLiteral(new Expr.Cast(Type.FLOAT, X, Origin.NONE), 0)).isTrue();
  }

  @Test
  void whatIsWorthKeeping() {
    assertThat(Calculus.isExpensive(math("exp", X))).isTrue();
    assertThat(Calculus.isExpensive(math("pow", X, read("y")))).isTrue();
    assertThat(Calculus.isExpensive(math("pow", X, literal("2.0")))).isFalse();
    assertThat(Calculus.isExpensive(math("sqrt", X))).isFalse();
    assertThat(Calculus.isExpensive(binary(X, "%", read("y")))).isTrue();
    assertThat(Calculus.isExpensive(binary(N, "%", N))).isFalse();
    assertThat(Calculus.isExpensive(X)).isFalse();
  }

  @Test
  void literalsOfEveryForm() {
    assertThat(Numbers.valueOf(new Expr.Literal(Type.INT, "1_000"))).hasValue(1000);
    assertThat(Numbers.valueOf(new Expr.Literal(Type.LONG, "3L"))).hasValue(3);
    assertThat(Numbers.valueOf(new Expr.Literal(Type.DOUBLE, ".5e1d"))).hasValue(5);
    assertThat(Numbers.valueOf(new Expr.Literal(Type.DOUBLE, "0x1p3"))).hasValue(8);
    assertThat(Numbers.valueOf(new Expr.Literal(Type.FLOAT, "0.1f"))).hasValue(0.1f);
    for (String other : List.of("0x10", "010", "0b1", "'a'", "9999999999", "Integer.MAX_VALUE")) {
      assertThat(Numbers.valueOf(new Expr.Literal(Type.INT, other))).as(other).isEmpty();
    }
    for (String other : List.of("NaN", "Double.NaN", "Infinity", "Math.PI")) {
      assertThat(Numbers.valueOf(new Expr.Literal(Type.DOUBLE, other))).as(other).isEmpty();
    }
    assertThat(Numbers.valueOf(new Expr.Literal(Type.STRING, "\"1\""))).isEmpty();
  }

  @Test
  void asksOnlyWhatHasAnAnswer() {
    assertThatThrownBy(() -> Calculus.partial(math("floor", X), 0, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Calculus.partial(X, 0, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void malformedRules() {
    for (String text : List.of("1 +", "(x", "q", "x x", "x $ x", "Math.sin(x", "? 1 : 2", "")) {
      assertThatThrownBy(() -> Formula.read(text, Map.of("x", X), Type.DOUBLE, null))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Rule.rule("sin(x)")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rule.rule("y = -x").d("z", "1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
