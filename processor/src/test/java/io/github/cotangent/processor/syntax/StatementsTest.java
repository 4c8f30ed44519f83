package io.github.cotangent.processor.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {

  @Test
  void loops() {
    assertThat(
            Lowered.body(
                "int n, double[] a, double s",
                """
                for (int i = 0, k = 2; i < n; i++, k += 2) s += a[i];
                for (;;) break;
                for (final double e : a) { s += e; }
                while (s > 0) s--;
                do { s++; } while (s < 0);
                outer:
                for (var row : new double[][] {a}) for (int j = 0; j < n; j++) {
                  if (j == 1) continue outer; else if (j == 2) break outer;
                }
                """))
        .isEqualTo(
            """
            for (int i = 0, k = 2; i < n; i++, k += 2) {
              s += a[i];
            }
            for (; true;) {
              break;
            }
            for (double e : a) {
              s += e;
            }
            while (s > 0) {
              s--;
            }
            do {
              s++;
            } while (s < 0);
            outer: for (double[] row : new double[][] {a}) {
              for (int j = 0; j < n; j++) {
                if (j == 1) {
                  continue outer;
                } else if (j == 2) {
                  break outer;
                }
              }
            }\
            """);
  }

  @Test
  void oldSwitchesMergeTheirLabels() {
    assertThat(
            Lowered.method(
                """
                private static final int FOUR = 4;
                static void f(int n, double s) {
                  switch (n) { case 1: case 2: s = 2; break; case FOUR, FOUR + 1: s = 3;
                    case 7: default: s = 4; }
                }
                """))
        .isEqualTo(
            """
            switch (n) {
              case 1, 2: {
                s = 2;
                break;
              }
              case 4, 4 + 1: {
                s = 3;
              }
              default: {
                s = 4;
              }
            }\
            """);
  }

  @Test
  void newSwitches() {
    assertThat(
            Lowered.method(
                """
                enum E { RED, GREEN }
                static double f(E e, String t, double x) {
                  switch (e) { case RED -> x++; default -> throw new IllegalStateException(); }
                  double y = switch (e) { case RED -> x; case GREEN -> { double q = 2; yield q; } };
                  return switch (t) { case "a", "b": yield y; default: if (x > 0) yield 1; else yield 2; };
                }
                """))
        .isEqualTo(
            """
            switch (e) {
              case RED -> {
                x++;
              }
              default -> {
                throw new java.lang.IllegalStateException();
              }
            }
            double y = switch (e) {
              case RED -> {
                yield x;
              }
              case GREEN -> {
                double q = 2;
                yield q;
              }
              default -> {
                throw new java.lang.IncompatibleClassChangeError();
              }
            };
            return switch (t) {
              case "a", "b" -> {
                yield y;
              }
              default -> {
                if (x > 0) {
                  yield 1;
                } else {
                  yield 2;
                }
              }
            };\
            """);
  }

  @Test
  void whatIsNotLookedIntoIsCarriedOver() {
    assertThat(
            Lowered.body(
                "int n, String s",
                """
                try {
                  n = Integer.parseInt(s); // a comment
                  for (;;) { break; }
                } catch (NumberFormatException e) {
                  Runnable r = () -> { return; };
                }
                synchronized (s) { int[] k = {1}; k[0] = n; }
                class Local { double z; double get() { return z; } }
                assert n > 0 : s;
                throw new IllegalStateException(s);\
                """))
        .isEqualTo(
            """
            try {
              n = java.lang.Integer.parseInt(s); // a comment
              for (;;) { break; }
            } catch (java.lang.NumberFormatException e) {
              java.lang.Runnable r = () -> { return; };
            }
            synchronized (s) { int[] k = {1}; k[0] = n; }
            class Local { double z; double get() { return z; } }
            assert n > 0 : s;
            throw new java.lang.IllegalStateException(s);\
            """);
  }

  @Test
  void originsShowTheSourceOnOneLine() {
    Function f =
        Sources.function(
            """
            class A {
              static double f(double x, int n, double[] a) {
                final double b = a[0] /* why */
                    *\tx, c;
                for (int i = 0;
                    i < n; i++) { x += b; }
                if (x > 0) { c = 1; } else { c = 2; }
                while (n > 0) n--;
                do n++; while (n < 0);
                for (double e : a) x = e;
                return b  +  c;
              }
            }
            """,
            "f");
    List<String> shown = new ArrayList<>();
    f.body().statements().forEach(s -> shown.add(s.origin().text()));
    assertThat(shown)
        .containsExactly(
            "b = a[0] * x",
            "c",
            "for (int i = 0; i < n; i++)",
            "if (x > 0)",
            "while (n > 0)",
            "do while (n < 0)",
            "for (double e : a)",
            "return b + c");
  }

  @Test
  void offsetsAreThoseOfTheFile() {
    String source =
        "class A {\r\n\t/* \\u0041 */ static double f(double \\u0061b, double é) {\r\n"
            + "\t\tString s = \"\\\\u0041\" + '\\\\';\r\n"
            + "\t\treturn \\u0061b * é;\r\n\t}\r\n}\r\n";
    Function f = Sources.function(source, "f");
    Stmt last = f.body().statements().get(1);
    Origin at = last.origin();
    assertThat(source.substring(at.start(), at.end())).isEqualTo("return \\u0061b * é;");
    assertThat(f.parameters()).extracting(v -> v.name()).containsExactly("ab", "é");
  }

  @Test
  void everyNameThatAVariableCouldHideIsReserved() {
    Function f =
        Sources.function(
            "class A { static double f(double x) { Runnable r = () -> { int q; }; return x; } }",
            "f");
    assertThat(f.reserved()).contains("x", "r", "q", "Runnable");
  }

  @Test
  void variablesOfOneNameDiffer() {
    Function f =
        Sources.function(
            "class A { static void f() { { int i = 1; i++; } { double i = 2; i++; } } }", "f");
    List<Integer> ids = new ArrayList<>();
    new Walker() {
      @Override
      protected void write(io.github.cotangent.processor.ir.Var v) {
        ids.add(v.id());
      }
    }.walk(f.body());
    assertThat(ids).hasSize(2).doesNotHaveDuplicates();
  }
}
