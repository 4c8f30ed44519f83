package io.github.cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No parenthesis is ever missing: random expressions are printed, compiled and run, and must give
 * bit for bit what the tree itself gives.
 */
class GroupingTest {

  private static final int EXPRESSIONS = 600;
  private static final int DEPTH = 5;

  private static final List<Object[]> ARGUMENTS =
      List.of(
          new Object[] {
            0.7, -3.25, 1.3f, 12_345_678_901L, 17, -5, true, "s", new double[] {1, 2, 3, 4}
          },
          new Object[] {-0.0, 1e200, -0.5f, -3L, 0, 1, false, "$", new double[] {-1, 0.1, 5, 1e9}});

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void printedTextMeansWhatTheTreeMeans(long seed) throws Exception {
    RandomExpressions generator = new RandomExpressions(seed);
    List<Expr> expressions = new ArrayList<>();
    List<Declaration> methods = new ArrayList<>();
    for (int n = 0; n < EXPRESSIONS; n++) {
      Type type = RandomExpressions.TYPES.get(n % RandomExpressions.TYPES.size());
      Expr e = generator.make(type, 1 + n % DEPTH);
      expressions.add(e);
      methods.add(
          Build.method(Build.function("e" + n, type, generator.variables(), Build.ret(e)), ""));
    }
    String text = Build.emit(methods.toArray(Declaration[]::new));
    // The only warning that is about the values, not about the text.
    Class<?> compiled = Compile.load("demo.dDemo", Map.of("demo.dDemo", text), "-Xlint:-divzero");
    Map<String, Method> byName = new HashMap<>();
    for (Method m : compiled.getDeclaredMethods()) {
      byName.put(m.getName(), m);
    }
    for (Object[] arguments : ARGUMENTS) {
      for (int n = 0; n < EXPRESSIONS; n++) {
        Object expected = expected(expressions.get(n), generator.variables(), arguments);
        Object actual = run(byName.get("e" + n), arguments);
        assertThat(actual).as("e%d: %s", n, expressions.get(n)).isEqualTo(expected);
      }
    }
  }

  private static Object expected(Expr e, List<Expr> variables, Object[] arguments) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      values.put(((Expr.Read) variables.get(i)).var().name(), arguments[i]);
    }
    try {
      return new Evaluate(values).value(e);
    } catch (ArithmeticException zero) {
      return zero.getClass();
    }
  }

  private static Object run(Method m, Object[] arguments) throws IllegalAccessException {
    try {
      return m.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      return e.getCause().getClass();
    }
  }

  @Test
  void everyPairOfOperatorsKeepsItsGrouping() {
    // Left: (a op b) op2 c. Right: a op (b op2 c). Only the second is parenthesised at equal rank.
    Build b = new Build();
    for (Expr.Binary.Op outer : Expr.Binary.Op.values()) {
      for (Expr.Binary.Op inner : Expr.Binary.Op.values()) {
        Expr pair = new Expr.Binary(inner, b.i("b"), b.i("c"), Type.INT);
        Expr left = new Expr.Binary(outer, pair, b.i("a"), Type.INT);
        Expr right = new Expr.Binary(outer, b.i("a"), pair, Type.INT);
        String in = "b " + inner.symbol() + " c";
        boolean bareLeft = inner.precedence() >= outer.precedence();
        boolean bareRight = inner.precedence() > outer.precedence();
        assertThat(ExpressionsTest.print(left))
            .isEqualTo((bareLeft ? in : "(" + in + ")") + " " + outer.symbol() + " a");
        assertThat(ExpressionsTest.print(right))
            .isEqualTo("a " + outer.symbol() + " " + (bareRight ? in : "(" + in + ")"));
      }
    }
  }
}
