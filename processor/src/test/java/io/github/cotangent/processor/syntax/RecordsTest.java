package io.github.cotangent.processor.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Type;
import org.junit.jupiter.api.Test;

class RecordsTest {

  @Test
  void instanceMethodsReadTheirReceiver() {
    Function f =
        Sources.function(
            """
            record P(double x, double[] v) {
              static final int N = 3;
              double g(double k) { return k; }
              double f(double y) {
                double local = x + this.x + x() + v[0] + N;
                return g(local) * this.g(y) * new P(y, v).x;
              }
            }
            """,
            "f");
    assertThat(Printer.print(f))
        .isEqualTo(
            """
            double f(P self, double y) {
              double local = self.x() + self.x() + self.x() + self.v()[0] + P.N;
              return g(self, local) * g(self, y) * new P(y, self.v()).x();
            }
            """);
  }

  @Test
  void theReceiversNameClashesWithNothing() {
    Function byParameter =
        Sources.function("record P(double x) { double f(double self) { return x * self; } }", "f");
    assertThat(byParameter.parameters()).extracting(v -> v.name()).containsExactly("self1", "self");
    Function byLocal =
        Sources.function(
            "record P(double x) { double f() { double self = 2; return x * self; } }", "f");
    assertThat(Printer.print(byLocal.body().statements()))
        .isEqualTo("double self1 = 2;\nreturn self.x() * self1;\n");
  }

  @Test
  void recordsOfOtherFilesAreKnownByTheirComponents() {
    Function f =
        Sources.open(
                java.util.List.of(
                    "class A { static double f(Q q) { return q.p().x() + q.n(); } }",
                    "record Q(P p, int n) {}",
                    "record P(double x) {}"))
            .method("A.f[Q]")
            .orElseThrow();
    Type.Record q = (Type.Record) f.parameters().get(0).type();
    assertThat(q.component("p").type()).isInstanceOf(Type.Record.class);
    assertThat(Printer.print(f.body().statements())).isEqualTo("return q.p().x() + q.n();\n");
  }

  @Test
  void recordsWithoutNumbersMayDoWhatTheyLike() {
    SourceClass opened =
        Sources.open(
            """
            class A {
              record Range(int from, int to) { Range { if (from > to) throw new Error(); } }
              static double f(double x, Range r) { return x * r.from() * new Range(1, 2).to(); }
            }
            """);
    Function f = opened.method("A.f[double, A.Range]").orElseThrow();
    assertThat(opened.problems().all()).isEmpty();
    assertThat(f.parameters().get(1).type()).isInstanceOf(Type.ClassType.class);
  }

  @Test
  void inactiveCodeInsideARecordReadsThroughAccessors() {
    Function f =
        Sources.function(
            "record P(int n) { void f() { Runnable r = () -> { int k = n + this.n + n(); }; } }",
            "f");
    assertThat(Printer.print(f.body().statements()))
        .isEqualTo(
            """
            Objects.requireNonNull(self);
            Runnable r = () -> { int k = self.n() + self.n() + self.n(); };
            """);
  }
}
