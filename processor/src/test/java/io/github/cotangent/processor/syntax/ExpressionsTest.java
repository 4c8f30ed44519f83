package io.github.cotangent.processor.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

  private static String value(String parameters, String declaration) {
    return Lowered.body(parameters, declaration + ";");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "double v = 1e-3 + .5 + 0x1p3 + 1_0.0",
        "double v = 'a' + 010 + 0x1F + 0b11 + 1_0L",
        "float v = 1f - 2.5e3F",
        "int v = -2147483648",
        "long v = -9223372036854775808L",
        "String v = \"a\\u0041\\n\"",
        "boolean v = !true & false | a > b ^ n == 1 && !(a != b)",
        "int v = n << 2 >> 1 >>> n % 3",
        "double v = a / n * b - (a - (b - 1))",
        "int v = ~n + +n",
        "double v = n > 0 ? a : b",
        "double v = (double) (float) a + (int) b",
      })
  void operatorsAndLiteralsAreKept(String declaration) {
    assertThat(value("double a, double b, int n", declaration)).isEqualTo(declaration + ";");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Double v = a * a | Double v = (Double) (a * a);",
        "Object v = a | Object v = (Object) a;",
        "Number v = 1.5f | Number v = (Number) 1.5f;",
        "Object v = row | Object v = (Object) row;",
        "Integer v = 3 | Integer v = 3;",
        "double v = boxed + 1 | double v = (double) boxed + 1;",
        "double v = a > 0 ? boxed : 1 | double v = a > 0 ? (double) boxed : 1;",
        "Double v = a > 0 ? boxed : null | Double v = a > 0 ? boxed : null;",
        "boolean v = boxed == other | boolean v = boxed == other;",
        "boolean v = boxed == 1.0 | boolean v = (double) boxed == 1.0;",
      })
  void boxingIsVisible(String declaration, String expected) {
    assertThat(value("double a, double[] row, Double boxed, Double other", declaration))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list.add(a) | list.add((Double) a);",
        "list.add(boxed) | list.add(boxed);",
        "double v = list.get(0) | double v = (double) list.get(0);",
        "System.out.println(a) | System.out.println(a);",
        "String v = String.format(`%f`, a, n) | String v = String.format(`%f`, a, n);",
        "Objects.toString(a) | Objects.toString(a);",
        "boolean v = list.contains(a) | boolean v = list.contains((Object) a);",
      })
  void aValueThatLeavesForAnObjectIsMarkedExceptInSinks(String statement, String expected) {
    assertThat(value("double a, int n, Double boxed, List<Double> list", quoted(statement)))
        .isEqualTo(quoted(expected));
  }

  private static String quoted(String s) {
    return s.replace('`', '"');
  }

  @Test
  void arithmeticOnBoxedVariablesIsSpelledOut() {
    assertThat(Lowered.body("Double d, Integer i, double x", "d += x; i++; --i; i <<= 1;"))
        .isEqualTo(
            """
            d = (Double) ((double) d + x);
            i = (int) i + 1;
            i = (int) i - 1;
            i = (int) i << 1;\
            """);
  }

  @Test
  void assignmentsAndStepsStandWhereTheyAre() {
    assertThat(
            Lowered.body(
                "double x, double y, int i, double[] a, int[] k",
                "x = y = 3; x -= -x; a[k[i++]] *= --x; i += x; a[0] = (x = 2) * x;"))
        .isEqualTo(
            """
            x = y = 3;
            x -= -x;
            a[k[i++]] *= --x;
            i += x;
            a[0] = (x = 2) * x;\
            """);
  }

  @Test
  void stringsConcatenate() {
    assertThat(Lowered.body("double x, String s", "s += x; String t = \"a\" + \"b\" + x + 'c';"))
        .isEqualTo(
            """
            s += x;
            String t = "a" + "b" + x + 'c';\
            """);
  }

  @Test
  void arraysOfAnyForm() {
    assertThat(
            Lowered.body(
                "int n, double x",
                """
                double[] a = {1, x}, b[] = {a, {}, null};
                double[][][] c = new double[n][2][];
                float d[] = new float[] {1}, e = d.length;
                double[] f = b[1].clone();
                """))
        .isEqualTo(
            """
            double[] a = new double[] {1, x};
            double[][] b = new double[][] {a, new double[] {}, null};
            double[][][] c = new double[n][2][];
            float[] d = new float[] {1};
            float e = d.length;
            double[] f = b[1].clone();\
            """);
  }

  @Test
  void constantsOfTheClassAreInlinedWherePrivate() {
    assertThat(
            Lowered.method(
                """
                private static final double K = -2.5;
                private static final String S = "a\\"b";
                private static final char C = '\\'';
                private static final float F = 1 / 0f;
                private static final long L = Long.MIN_VALUE;
                static final int N = 3;
                static final double[] TABLE = {1};
                static void f() {
                  double v = K + N + TABLE[0] + Math.PI + L + A.N;
                  String s = S + C + F;
                }
                """))
        .isEqualTo(
            """
            double v = -2.5 + A.N + A.TABLE[0] + Math.PI + -9223372036854775808L + A.N;
            String s = "a\\"b" + '\\'' + Float.POSITIVE_INFINITY;\
            """);
  }

  @Test
  void opaqueExpressionsNameTheirTypesAndMembersInFull() {
    assertThat(
            Lowered.method(
                """
                private static final double K = -2.5;
                static final int N = 3;
                static void f(int n, Object o, List<Double> list) {
                  Runnable r = () -> { int k = n; go(k + K /* ! */ + N); };
                  boolean b = o instanceof String;
                  Class<?> c = Map.Entry.class;
                  double s = list.stream().mapToDouble(z -> z * n).sum();
                  Object p = new ArrayList<Double>(n) { int q = n; };
                  Runnable m = A::stop;
                }
                static void go(double x) {}
                static void stop() {}
                """))
        .isEqualTo(
            """
            Runnable r = () -> { int k = n; A.go(k + (-2.5) + A.N); };
            boolean b = o instanceof java.lang.String;
            Class<?> c = java.util.Map.Entry.class;
            double s = list.stream().mapToDouble(z -> z * n).sum();
            Object p = new java.util.ArrayList<java.lang.Double>(n) { int q = n; };
            Runnable m = A::stop;\
            """);
  }

  @Test
  void textBlocksBecomeOneLine() {
    assertThat(
            Lowered.body(
                "",
                "String s = \"\"\"\n    te\"x\\t\n      b\n    \"\"\";"
                    + "Runnable r = () -> { String t = \"\"\"\n  é\"\"\"; };"))
        .isEqualTo(
            """
            String s = "te\\"x\\t\\n  b\\n";
            Runnable r = () -> { java.lang.String t = "\\u00e9"; };\
            """);
  }
}
