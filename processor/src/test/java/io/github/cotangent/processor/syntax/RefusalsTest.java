package io.github.cotangent.processor.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused wherever it stands, whether a derivative passes through it or not. */
class RefusalsTest {

  private static final String MEMBERS =
      """
      static int count;
      private static final double[] TABLE = {1};
      private static <T> double generic(T t) { return 1; }
      private record Hidden(double x) {}
      record Checked(double s) { Checked { if (s <= 0) throw new IllegalStateException(); } }
      record Doubling(double s) { public double s() { return 2 * s; } }
      record Generic<T>(T t, double x) {}
      record Node(double x, Node next) {}
      record Outer(Checked c, int n) {}
      record Names(String s, int... n) { Names { n = n.clone(); } }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count = 3; | FieldWrite at count",
        "count++; | FieldWrite at count",
        "x += count; | MutableField at count",
        "x += TABLE[0]; | PrivateMember at TABLE",
        "x += generic(x); | PrivateMember at generic(x)",
        "Hidden h = null; | PrivateMember at Hidden",
        "Checked c = null; | UntrustedRecord at Checked",
        "Doubling[] c = null; | UntrustedRecord at Doubling[]",
        "Generic<String> c = null; | UntrustedRecord at Generic<String>",
        "Node c = null; | UntrustedRecord at Node",
        "Outer c = null; | UntrustedRecord at Outer",
        "var c = new Checked(x); | UntrustedRecord at var",
        "boolean is = o instanceof Double d; | UnsupportedExpression at o instanceof Double d",
        "try { return; } finally { n = 1; } | UnsupportedStatement at try { return; } finally { n ="
            + " 1; }",
        "try { x = 1; } finally { } | UnsupportedStatement at try { x = 1; } finally { }",
        "synchronized (o) { a[0] = 1; } | UnsupportedStatement at synchronized (o) { a[0] = 1; }",
        "Runnable r = () -> a[0] = 1; | UnsupportedExpression at a[0] = 1",
        "new Names(``, n++); | UnsupportedExpression at new Names(\"\", n++)",
        "Integer k = n; int m = k++; | UnsupportedExpression at k++",
        "Double[] b = {x}; b[0] += 1; | UnsupportedExpression at b[0] += 1",
      })
  void refused(String statement, String expected) {
    String method = "static void f(double x, int n, Object o, double[] a) { " + statement + " }";
    assertThat(Lowered.problems(MEMBERS + method.replace('`', '"'))).isEqualTo(expected);
  }

  @Test
  void allProblemsOfAMethodAtOnce() {
    String method = "static void f(double x) { count = 1; x += TABLE[0]; count = 2; }";
    assertThat(Lowered.problems(MEMBERS + method))
        .isEqualTo(
            """
            FieldWrite at count
            PrivateMember at TABLE
            FieldWrite at count\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Names c = new Names(``, n);",
        "Runnable r = () -> generic(1);",
        "int[] k = {n}; try { n = k.length; } finally { n++; }",
        "for (;;) { try { for (;;) { break; } } finally { n = 1; } }",
        "record Pair(int a, int b) {} Pair p = new Pair(1, 2);",
      })
  void accepted(String statement) {
    String method = "static void f(double x, int n, Object o, double[] a) { " + statement + " }";
    assertThat(Lowered.problems(MEMBERS + method.replace('`', '"'))).isEmpty();
  }
}
