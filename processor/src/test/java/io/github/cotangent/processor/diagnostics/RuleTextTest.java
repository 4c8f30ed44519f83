package io.github.cotangent.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that messages offer can be pasted as they are. */
class RuleTextTest {

  private static String suggestion(Type result, List<Type> types, List<String> names) {
    Type.ClassType owner = new Type.ClassType("com.example", List.of("Lib"), List.of(), true);
    Callee callee = new Callee(Callee.Kind.FOREIGN, owner, "m", types, result, true);
    return RuleText.suggestion(callee.named(names));
  }

  @Test
  void whatReturnsNothingWritesIntoItsArrays() {
    Type array = new Type.Array(Type.DOUBLE);
    assertThat(suggestion(Type.VOID, List.of(array, Type.INT), List.of("a", "n")))
        .isEqualTo(
            "@PullbackOf(type = Lib.class, method = \"m(double[] a, int n)\", names = {\"a\","
                + " \"n\", \"da\"}, writes = {\"a\"}) static void mPullback(double[] a, int n,"
                + " double[] da)");
    assertThat(suggestion(Type.DOUBLE, List.of(array), List.of("a"))).doesNotContain("writes");
  }

  @Test
  void numbersHavePartials() {
    assertThat(suggestion(Type.DOUBLE, List.of(Type.DOUBLE), List.of("x")))
        .isEqualTo(
            "@PartialOf(type = Lib.class, method = \"m(double x)\", wrt = \"x\", names = {\"x\","
                + " \"result\"}) static double mByX(double x, double result)");
  }
}
