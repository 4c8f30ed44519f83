package io.github.cotangent.processor.rules;

import static io.github.cotangent.processor.rules.Nodes.binary;
import static io.github.cotangent.processor.rules.Nodes.literal;
import static io.github.cotangent.processor.rules.Nodes.math;
import static io.github.cotangent.processor.rules.Nodes.minus;
import static io.github.cotangent.processor.rules.Nodes.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Type;
import org.junit.jupiter.api.Test;

class SimplifierTest {

  private static final Expr DY = read("dy");
  private static final Expr X = read("x");
  private static final Expr A = read("a");
  private static final Expr B = read("b");
  private static final Expr N = read("n", Type.INT);

  /** The contribution to the adjoint of an operand, as printed. */
  private static String contribution(Expr node, int k) {
    return print(Simplifier.times(DY, Calculus.partial(node, k, null)));
  }

  private static String print(Expr e) {
    return Printer.print(e);
  }

  @Test
  void contributionsReadAsAPersonWritesThem() {
    assertThat(contribution(binary(A, "+", B), 0)).isEqualTo("dy");
    assertThat(contribution(binary(A, "-", B), 1)).isEqualTo("-dy");
    assertThat(contribution(binary(A, "*", B), 0)).isEqualTo("dy * b");
    assertThat(contribution(binary(A, "/", B), 0)).isEqualTo("dy / b");
    assertThat(contribution(binary(A, "/", B), 1)).isEqualTo("-dy * a / (b * b)");
    assertThat(contribution(minus(A), 0)).isEqualTo("-dy");
    assertThat(contribution(math("sin", X), 0)).isEqualTo("dy * Math.cos(x)");
    assertThat(contribution(math("cos", X), 0)).isEqualTo("-dy * Math.sin(x)");
    assertThat(contribution(math("log", X), 0)).isEqualTo("dy / x");
    assertThat(contribution(math("atan", X), 0)).isEqualTo("dy / (1 + x * x)");
    assertThat(contribution(math("acos", X), 0)).isEqualTo("-dy / Math.sqrt(1 - x * x)");
    assertThat(contribution(math("pow", X, literal("3")), 0)).isEqualTo("dy * 3 * Math.pow(x, 2)");
    assertThat(contribution(math("max", X, literal("0.0")), 0))
        .isEqualTo("dy * Subgradients.max(x, 0.0)");
  }

  @Test
  void literalFactorsAreMultipliedOut() {
    Expr two = literal("2");
    assertThat(print(Simplifier.times(DY, Simplifier.times(two, binary(literal("100"), "*", A)))))
        .isEqualTo("dy * 200 * a");
    Expr half = binary(A, "/", literal("2.0"));
    assertThat(print(Simplifier.plus(half, half))).isEqualTo("a");
    assertThat(print(Simplifier.plus(binary(B, "+", half), half))).isEqualTo("b + a");
    assertThat(print(Simplifier.plus(literal("1"), literal("1")))).isEqualTo("2");
  }

  @Test
  void integerQuotientsAreNotTurnedOver() {
    Expr half = new Expr.Binary(Expr.Binary.Op.DIV, literal("1"), literal("2"), Type.INT);
    assertThat(print(Simplifier.times(half, X))).isEqualTo("1 / 2 * x");
  }

  @Test
  void contributionsThatReadTheResult() {
    Expr y = read("y");
    Expr tanh = Calculus.partial(math("tanh", X), 0, y);
    assertThat(print(Simplifier.times(DY, tanh))).isEqualTo("dy * (1 - y * y)");
    Expr sqrt = Calculus.partial(math("sqrt", X), 0, y);
    assertThat(print(Simplifier.times(DY, sqrt))).isEqualTo("dy * 0.5 / y");
    Expr quotient = Calculus.partial(binary(A, "/", B), 1, y);
    assertThat(print(Simplifier.times(DY, quotient))).isEqualTo("-dy * y / b");
  }

  @Test
  void theSameOperandTwice() {
    Expr square = binary(X, "*", X);
    Expr sum =
        Simplifier.plus(Calculus.partial(square, 0, null), Calculus.partial(square, 1, null));
    assertThat(print(sum)).isEqualTo("2 * x");
    assertThat(print(Simplifier.times(DY, sum))).isEqualTo("dy * 2 * x");
  }

  @Test
  void ones() {
    assertThat(Simplifier.times(literal("1.0"), X)).isEqualTo(X);
    assertThat(Simplifier.times(X, literal("1"))).isEqualTo(X);
    assertThat(print(Simplifier.times(literal("1.0"), literal("2")))).isEqualTo("2.0");
    assertThat(print(Simplifier.times(literal("1.0"), minus(literal("1"))))).isEqualTo("-1.0");
    // Without the factor, a later division would be one of integers.
    assertThat(print(Simplifier.times(literal("1.0"), N))).isEqualTo("1.0 * n");
  }

  @Test
  void signs() {
    assertThat(print(Simplifier.negate(minus(X)))).isEqualTo("x");
    assertThat(print(Simplifier.times(minus(DY), minus(X)))).isEqualTo("dy * x");
    assertThat(print(Simplifier.negate(binary(DY, "*", X)))).isEqualTo("-dy * x");
    assertThat(print(Simplifier.plus(A, minus(B)))).isEqualTo("a - b");
    Expr contribution = Simplifier.times(DY, Calculus.partial(binary(A, "/", B), 1, null));
    assertThat(Simplifier.isNegative(contribution)).isTrue();
    assertThat(print(Simplifier.negate(contribution))).isEqualTo("dy * a / (b * b)");
    assertThat(Simplifier.isNegative(binary(A, "-", B))).isFalse();
  }

  @Test
  void theSmallestIntIsItsOwnNegation() {
    assertThat(print(Simplifier.times(DY, minus(N)))).isEqualTo("dy * -n");
    assertThat(Simplifier.isNegative(binary(minus(N), "*", N))).isFalse();
  }

  @Test
  void zerosOfAdjoints() {
    assertThat(Simplifier.plus(literal("0.0"), X)).isEqualTo(X);
    assertThat(Simplifier.plus(X, literal("0.0"))).isEqualTo(X);
    assertThat(print(Simplifier.plus(A, B))).isEqualTo("a + b");
    assertThat(print(Simplifier.plus(A, A))).isEqualTo("2 * a");
  }

  @Test
  void neverTheUsersValues() {
    assertThat(print(Simplifier.times(literal("0.0"), X))).isEqualTo("0.0 * x");
    assertThat(print(Simplifier.times(DY, literal("0.0")))).isEqualTo("dy * 0.0");
  }

  @Test
  void productsOfANarrowerTypeStayTogether() {
    assertThat(print(Simplifier.times(DY, binary(N, "*", N)))).isEqualTo("dy * (n * n)");
    assertThat(print(Simplifier.times(DY, binary(N, "/", N)))).isEqualTo("dy * (n / n)");
    Expr f = read("f", Type.FLOAT);
    assertThat(print(Simplifier.times(DY, binary(f, "*", f)))).isEqualTo("dy * (f * f)");
    Expr df = read("df", Type.FLOAT);
    assertThat(print(Simplifier.times(df, binary(f, "*", f)))).isEqualTo("df * f * f");
  }
}
