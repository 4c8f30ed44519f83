package io.github.cotangent.processor.emit;

import static io.github.cotangent.processor.emit.Build.DOUBLES;
import static io.github.cotangent.processor.emit.Build.add;
import static io.github.cotangent.processor.emit.Build.at;
import static io.github.cotangent.processor.emit.Build.bin;
import static io.github.cotangent.processor.emit.Build.call;
import static io.github.cotangent.processor.emit.Build.cast;
import static io.github.cotangent.processor.emit.Build.cls;
import static io.github.cotangent.processor.emit.Build.cond;
import static io.github.cotangent.processor.emit.Build.div;
import static io.github.cotangent.processor.emit.Build.invoke;
import static io.github.cotangent.processor.emit.Build.lit;
import static io.github.cotangent.processor.emit.Build.math;
import static io.github.cotangent.processor.emit.Build.mul;
import static io.github.cotangent.processor.emit.Build.neg;
import static io.github.cotangent.processor.emit.Build.not;
import static io.github.cotangent.processor.emit.Build.num;
import static io.github.cotangent.processor.emit.Build.opaque;
import static io.github.cotangent.processor.emit.Build.sub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionsTest {

  private static final Build B = new Build();
  private static final Expr A = B.d("a");
  private static final Expr X = B.d("b");
  private static final Expr C = B.d("c");
  private static final Expr I = B.i("i");
  private static final Expr S = B.s("s");
  private static final Expr P = B.z("p");
  private static final Expr XS = B.read("xs", DOUBLES);
  private static final Type.Array ROWS = new Type.Array(DOUBLES);
  private static final Type.ClassType LIST = cls("java.util", "List");
  private static final Type.Record POINT =
      new Type.Record(cls("demo", "Point"), List.of(new Type.Component("x", Type.DOUBLE)));

  /** The text alone, with class names as they would be imported. */
  static String print(Expr e) {
    Line line = new Line();
    new Expressions(line, Scope.of(Build.OWNER, List.of(), null), 0).print(e);
    return line.build().toString().replaceAll("\\b(?:[a-z]+\\.)+(?=[A-Z])", "");
  }

  @ParameterizedTest
  @MethodSource({"arithmetic", "signsAndCasts", "others", "opaques"})
  void isPrintedAs(String expected, Expr e) {
    assertThat(print(e)).isEqualTo(expected);
  }

  static Stream<Arguments> arithmetic() {
    return Stream.of(
        arguments("a - b - c", sub(sub(A, X), C)),
        arguments("a - (b - c)", sub(A, sub(X, C))),
        arguments("a + (b + c)", add(A, add(X, C))),
        arguments("a + b + c", add(add(A, X), C)),
        arguments("a * (b / c)", mul(A, div(X, C))),
        arguments("a / (b * c)", div(A, mul(X, C))),
        arguments("a * b / c", div(mul(A, X), C)),
        arguments("(a + b) * c", mul(add(A, X), C)),
        arguments("a + b * c", add(A, mul(X, C))),
        arguments("a * (b * c)", mul(A, mul(X, C))),
        arguments("a * (1 - b * b)", mul(A, sub(num(1), mul(X, X)))),
        arguments("a < b && b < c", bin(bin(A, Op.LT, X), Op.AND, bin(X, Op.LT, C))),
        arguments("i << i + 1", bin(I, Op.SHL, add(I, num(1)))),
        arguments("(i << i) + 1", add(bin(I, Op.SHL, I), num(1))),
        arguments("s + a + b", add(add(S, A), X)),
        arguments("s + (a + b)", add(S, add(A, X))),
        arguments("a + b + s", add(add(A, X), S)),
        arguments("a + (b + s)", add(A, add(X, S))),
        arguments("s + \"$T $L\"", add(S, lit(Type.STRING, "\"$T $L\""))));
  }

  static Stream<Arguments> signsAndCasts() {
    Expr doubled = cast(Type.DOUBLE, A);
    return Stream.of(
        arguments("-a", neg(A)),
        arguments("-(a + b)", neg(add(A, X))),
        arguments("-(-a)", neg(neg(A))),
        arguments("-(-1)", neg(num(-1))),
        arguments("-(+a)", neg(new Expr.Unary(Expr.Unary.Op.PLUS, A, Type.DOUBLE))),
        arguments("-2147483648", neg(lit(Type.INT, "2147483648"))),
        arguments("-a * b", mul(neg(A), X)),
        arguments("-(a * b)", neg(mul(A, X))),
        arguments("a - -b", sub(A, neg(X))),
        arguments("a - -1.0", sub(A, num(-1.0))),
        arguments("!(p && p)", not(bin(P, Op.AND, P))),
        arguments("!p && p", bin(not(P), Op.AND, P)),
        arguments("(float) (a + b)", cast(Type.FLOAT, add(A, X))),
        arguments("(float) a + b", add(cast(Type.FLOAT, A), X)),
        arguments("(int) -a", cast(Type.INT, neg(A))),
        arguments("(double) (i / i)", cast(Type.DOUBLE, div(I, I))),
        arguments("(int) (long) a", cast(Type.INT, cast(Type.LONG, A))),
        arguments("(byte) 5", cast(Type.BYTE, lit(Type.BYTE, "5"))),
        arguments("-(int) a", neg(cast(Type.INT, A))),
        arguments("a", doubled),
        arguments("a + b", cast(Type.DOUBLE, add(A, X))),
        arguments("(a + b) * c", mul(cast(Type.DOUBLE, add(A, X)), C)),
        arguments("-(-a)", neg(cast(Type.DOUBLE, neg(A)))),
        arguments("(Integer) (-i)", cast(cls("java.lang", "Integer"), neg(I))),
        arguments(
            "((String) s).length()",
            invoke(cast(Type.STRING, opaque(LIST, "s")), "length", Type.INT)));
  }

  static Stream<Arguments> others() {
    Expr choice = cond(P, A, X);
    Expr sizes = new Expr.NewArray(ROWS, List.of(add(I, num(1))));
    Expr row = new Expr.ArrayLiteral((Type.Array) DOUBLES, List.of(A, choice));
    Expr point = new Expr.NewRecord(POINT, List.of(A), Origin.NONE);
    return Stream.of(
        arguments("p ? a : b", choice),
        arguments("(p ? a : b) + c", add(choice, C)),
        arguments("p ? a : p ? a : b", cond(P, A, choice)),
        arguments("p ? (p ? a : b) : c", cond(P, choice, C)),
        arguments("(p ? p : p) ? a : b", cond(cond(P, P, P), A, X)),
        arguments("xs[i + 1]", at(XS, add(I, num(1)))),
        arguments("xs[p ? i : i]", at(XS, cond(P, I, I))),
        arguments("(p ? xs : xs)[i]", at(cond(P, XS, XS), I)),
        arguments("xs.length - 1", sub(new Expr.Length(XS), num(1))),
        arguments("new double[i + 1][]", sizes),
        arguments("(new double[i + 1][])[i]", at(sizes, I)),
        arguments("new double[] {a, p ? a : b}", row),
        arguments(
            "new double[][] {{a, p ? a : b}, xs}", new Expr.ArrayLiteral(ROWS, List.of(row, XS))),
        arguments("new Point(a).x()", new Expr.Component(point, "x")),
        arguments("Math.max(a + b, -c)", math("max", add(A, X), neg(C))),
        arguments("own(a)", call(Callee.Kind.LOCAL, Build.OWNER, "own", Type.DOUBLE, A)),
        arguments("Other.own()", call(Callee.Kind.LINKED, cls("a", "Other"), "own", Type.DOUBLE)),
        arguments("Double.NaN", lit(Type.DOUBLE, "Double.NaN")),
        arguments("a.norm(b)", selfCall()),
        arguments("Outer.In.K", staticField()),
        arguments("xs[i] = a", assigning(null)),
        arguments("xs[i] *= a", assigning(Op.MUL)),
        arguments("1 + i++", add(num(1), stepping(false))),
        arguments("-(++i)", neg(stepping(true))));
  }

  private static Expr assigning(Op op) {
    return new Expr.Assigning(new Place.Slot(XS, I), op, A, Origin.NONE);
  }

  private static Expr stepping(boolean prefix) {
    return new Expr.Stepping(Build.place(I), true, prefix, Origin.NONE);
  }

  private static Expr staticField() {
    return new Expr.Field(
        null, cls("a", "Outer", "In"), "K", Type.DOUBLE, true, false, Origin.NONE);
  }

  private static Expr selfCall() {
    Callee norm =
        new Callee(
            Callee.Kind.LOCAL,
            POINT.name(),
            "norm",
            List.of(POINT, Type.DOUBLE),
            Type.DOUBLE,
            false);
    return new Expr.Call(norm, null, List.of(A, X), Origin.NONE);
  }

  static Stream<Arguments> opaques() {
    Expr lambda = opaque(LIST, "x -> x + ", A);
    return Stream.of(
        arguments("run(x -> x + a)", call(Callee.Kind.FOREIGN, Build.OWNER, "run", LIST, lambda)),
        arguments("p ? (x -> x + a) : s", cond(P, lambda, S)),
        arguments(
            "(s instanceof List) && p",
            bin(opaque(Type.BOOLEAN, S, " instanceof ", LIST), Op.AND, P)),
        arguments("new Foo(s, 1).bar()", invoke(opaque(LIST, "new Foo(", S, ", 1)"), "bar", LIST)),
        arguments("xs.y[(1 + 2)].z() + 1", add(opaque(Type.INT, "xs.y[(1 + 2)].z()"), num(1))),
        arguments("((a) + b).f()", invoke(opaque(LIST, "(a) + b"), "f", LIST)),
        arguments("((a)).f()", invoke(opaque(LIST, "(a)"), "f", LIST)));
  }

  @Test
  void longChainsDoNotOverflowTheStack() {
    Expr sum = A;
    for (int n = 0; n < 100_000; n++) {
      sum = add(sum, X);
    }
    assertThat(print(sum)).hasSize(1 + 4 * 100_000);
  }

  @Test
  void switchExpressionsAreGoneByNow() {
    Expr choosing = new Expr.Choosing(I, List.of(), Type.INT, Origin.NONE);
    assertThatThrownBy(() -> print(choosing)).isInstanceOf(IllegalArgumentException.class);
  }
}
