package io.github.cotangent.processor.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Declaration.Visibility;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceClassTest {

  private static final String SOURCE =
      """
      package p.q;
      import io.github.cotangent.*;
      import java.util.List;
      public final class A {
        private static final int K = 2;
        @Differentiable(wrt = {"x", "z"}, name = "foo", generate = Differentiable.Output.PULLBACK)
        public static double f(double x, @NonDifferentiable double y, double z) { return x; }
        @Differentiable synchronized double[] unlucky(double x) { return null; }
        static class In {
          @Differentiable static void g(double[] a, List<Double> list) {}
        }
        /** Comment. */
        @NonDifferentiable
        private static int index(@NonDifferentiable int i) {
          return A.index(i - K) + deeper(List.of(i)); // why
        }
        private static int deeper(List<Integer> l) { return l.size(); }
      }
      """;

  private final SourceClass opened = Sources.open(SOURCE);

  @Test
  void annotatedMethodsComeInOrderWithWhatTheyAskFor() {
    List<SourceMethod> methods = opened.methods();
    assertThat(methods).hasSize(2);
    SourceMethod f = methods.get(0);
    assertThat(f.name()).isEqualTo("foo");
    assertThat(f.nameOrigin().text()).isEqualTo("\"foo\"");
    assertThat(f.wrt()).extracting(SourceMethod.Wrt::name).containsExactly("x", "z");
    assertThat(f.wrt().get(1).origin().text()).isEqualTo("\"z\"");
    assertThat(f.outputs()).containsExactly("PULLBACK");
    assertThat(f.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(f.function().constants()).extracting(v -> v.name()).containsExactly("y");
    assertThat(methods.get(1).function().owner().simpleNames()).containsExactly("A", "In");
    assertThat(opened.problems().all())
        .singleElement()
        .satisfies(p -> assertThat(p.origin().text()).isEqualTo("unlucky"));
  }

  @Test
  void classesKnowTheirVisibility() {
    assertThat(opened.name().canonicalName()).isEqualTo("p.q.A");
    assertThat(opened.classes()).hasSize(2);
    Type.ClassType in = opened.classes().get(1);
    assertThat(opened.visibility(opened.name())).isEqualTo(Visibility.PUBLIC);
    assertThat(opened.visibility(in)).isEqualTo(Visibility.PACKAGE);
  }

  @Test
  void keysOfFunctionsAndCalleesAgree() {
    for (String key : opened.keys()) {
      opened.method(key).map(Function::key).ifPresent(k -> assertThat(k).isEqualTo(key));
    }
    assertThat(opened.isPrivate("p.q.A.index[int]")).isTrue();
    assertThat(opened.isAnnotated("p.q.A.In.g[double[], java.util.List]")).isTrue();
    assertThat(opened.method("p.q.A.nothing[]")).isEmpty();
  }

  @Test
  void privateMethodsAreCopiedWithWhatTheyNeed() {
    String key = "p.q.A.index[int]";
    assertThat(opened.copied(key).code().toString())
        .isEqualToNormalizingWhitespace(
            """
            private static int index(int i) {
              return index(i - 2) + deeper(java.util.List.of(i)); // why
            }\
            """);
    assertThat(opened.copied(key).code().calls())
        .containsExactlyInAnyOrder(key, "p.q.A.deeper[java.util.List]");
    assertThat(opened.problems().all()).isEmpty();
  }
}
