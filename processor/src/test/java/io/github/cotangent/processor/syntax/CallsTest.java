package io.github.cotangent.processor.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsTest {

  private static final String MEMBERS =
      """
      import io.github.cotangent.*;
      import java.util.*;
      import static java.lang.Math.*;
      class A {
        static double helper(double z) { return z; }
        static double[] helper(double... z) { return z; }
        static <T> double generic(T t) { return 1; }
        static double checked(double z) throws Exception { return z; }
        @NonDifferentiable static double step(double z) { return z; }
        double instance(double z) { return z; }
        record P(double x, double[] v) {
          double norm(double k) { return x * k; }
          static double zero() { return 0; }
        }
      """;

  private static final String OTHER =
      """
      import io.github.cotangent.*;
      class B {
        static double plain(double z) { return z; }
        @Differentiable(name = "renamed")
        static double linked(double z, @NonDifferentiable double c) { return z; }
        @Differentiable static double over(double z) { return z; }
        @Differentiable static double over(double[] z, int n) { return z[0]; }
        record R(double x) { @Differentiable double twice(double k) { return 2 * x; } }
      }
      """;

  private static List<Expr.Call> calls(String statement) {
    SourceClass opened =
        Sources.open(
            List.of(
                MEMBERS
                    + "static void f(double x, double[] a, int n, Object o, A q, P p, B.R r,"
                    + " List<Double> list, StringBuilder sb) throws Exception { "
                    + statement
                    + "; } }",
                OTHER));
    String key = opened.keys().stream().filter(k -> k.contains("A.f[")).findFirst().orElseThrow();
    Function f = opened.method(key).orElseThrow();
    assertThat(opened.problems().all()).isEmpty();
    List<Expr.Call> calls = new ArrayList<>();
    new Walker() {
      @Override
      public Void visit(Expr.Call e) {
        calls.add(e);
        return super.visit(e);
      }
    }.walk(f.body());
    return calls;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sin(x) | MATH",
        "StrictMath.pow(x, 2) | MATH",
        "a.clone() | ARRAY",
        "System.arraycopy(a, 0, a, 1, n) | ARRAY",
        "Arrays.fill(a, 1, 2, x) | ARRAY",
        "Arrays.copyOfRange(a, 0, n) | ARRAY",
        "helper(x) | LOCAL",
        "A.helper(x, 1) | LOCAL",
        "p.norm(2) | LOCAL",
        "P.zero() | LOCAL",
        "generic(x) | FOREIGN",
        "checked(x) | LOCAL",
        "q.instance(x) | FOREIGN",
        "step(x) | CONSTANT",
        "B.plain(x) | FOREIGN",
        "B.linked(x, 1) | LINKED",
        "r.twice(x) | LINKED",
        "list.add(x) | FOREIGN",
        "System.out.printf(`%f`, x) | SINK",
        "String.valueOf(x) | SINK",
        "`%f`.formatted(x) | SINK",
        "sb.append(x) | SINK",
        "Double.isNaN(x) | SINK",
        "Arrays.toString(a) | SINK",
        "java.util.logging.Logger.getGlobal().info(``) | SINK",
        "System.getLogger(``).log(System.Logger.Level.INFO, ``) | SINK",
        "Double.doubleToLongBits(x) | FOREIGN",
      })
  void everyCallHasItsKind(String call, Callee.Kind kind) {
    assertThat(calls(call.replace('`', '"')).get(0).callee().kind()).isEqualTo(kind);
  }

  @Test
  void overloadsAreResolvedByTheirTypes() {
    assertThat(calls("helper(x)").get(0).callee().key()).isEqualTo("A.helper[double]");
    assertThat(calls("helper(x, 1)").get(0).callee().key()).isEqualTo("A.helper[double[]]");
  }

  @Test
  void variableArityIsPackedForHelpers() {
    assertThat(calls("helper(x, 1)").get(0).arguments().get(0))
        .isInstanceOf(Expr.ArrayLiteral.class);
    assertThat(calls("helper(a)").get(0).arguments().get(0)).isInstanceOf(Expr.Read.class);
    assertThat(calls("helper()").get(0).arguments().get(0)).isInstanceOf(Expr.ArrayLiteral.class);
    assertThat(calls("System.out.printf(\"\", x, 1)").get(0).arguments()).hasSize(3);
  }

  @Test
  void methodsOfRecordsTakeTheirReceiverFirst() {
    Expr.Call call = calls("p.norm(2)").get(0);
    assertThat(call.receiver()).isNull();
    assertThat(call.arguments()).hasSize(2);
    assertThat(call.callee().key()).isEqualTo("A.P.norm[A.P, double]");
    assertThat(call.callee().parameterNames()).containsExactly("self", "k");
  }

  @Test
  void accessorsAreComponents() {
    assertThat(calls("x = p.x() + p.v()[0]")).isEmpty();
  }

  @Test
  void linksCarryTheNamesOfTheOtherSide() {
    Callee linked = calls("B.linked(x, 1)").get(0).callee();
    assertThat(linked.linkage()).isEqualTo("renamed");
    assertThat(linked.parameterNames()).containsExactly("z", "c");
    assertThat(linked.constants()).containsExactly(1);
    assertThat(calls("B.over(x)").get(0).callee().linkage()).isEqualTo("overDouble");
    assertThat(calls("B.over(a, n)").get(0).callee().linkage()).isEqualTo("overDoubleArrayInt");
    assertThat(calls("r.twice(x)").get(0).callee().parameterNames()).containsExactly("self", "k");
  }

  @Test
  void membersOfASuperclassElsewhereCannotBeReached() {
    SourceClass opened =
        Sources.open(
            List.of(
                "package p;\n"
                    + "class A extends q.B { static double f(double x) { return g(x) + N[0]; } }",
                "package q;\npublic class B { protected static double g(double x) { return x; }"
                    + " protected static final double[] N = null; }"));
    opened.method("p.A.f[double]");
    assertThat(opened.problems("p.A.f[double]"))
        .extracting(p -> p.origin().text())
        .containsExactly("g(x)", "N");
  }
}
