package io.github.cotangent.processor.interpreter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.syntax.Sources;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second opinion itself, on functions whose derivative is known by hand. */
class InterpreterTest {

  private static Evaluation run(String method, List<Object> args, List<Object> tangents) {
    Function f = Sources.function("class Sample {\n" + method + "\n}", "f");
    ClassLoader classes = InterpreterTest.class.getClassLoader();
    return new Interpreter(Host.of(Map.of(f.key(), f), classes), 10_000).run(f, args, tangents);
  }

  @Test
  void differentiatesAPolynomial() {
    Evaluation e =
        run("static double f(double x) { return x * x * x + x; }", List.of(3.0), List.of(1.0));
    assertEquals(30.0, e.value());
    assertEquals(28.0, e.tangent());
  }

  @Test
  void roundsFloatsAtEachStep() {
    Evaluation e =
        run("static float f(float x) { return x * 0.1f + 1; }", List.of(0.3f), List.of(1f));
    assertEquals(0.3f * 0.1f + 1, e.value());
  }

  @Test
  void sharedArraysStayShared() {
    double[] a = {2, 5};
    double[] da = {1, 0};
    Evaluation e =
        run(
            "static double f(double[] a, double[] b) { b[0] *= a[0]; int i = 0;"
                + " a[i++] += a[i]; return b[0]; }",
            List.of(a, a),
            List.of(da, da));
    assertEquals(9.0, e.value());
    assertEquals(4.0, e.tangent());
    assertSame(e.arguments().get(0), e.arguments().get(1));
    assertArrayEquals(new double[] {2, 5}, a);
  }

  @Test
  void evaluatesInJavasOrder() {
    Evaluation e =
        run(
            "static double f(double x, int n) { double y = 0; outer: for (int i = 0; ; i++) {"
                + " switch (i % 3) { case 0: y += x; case 1: y *= 2; break; default:"
                + " if (i > n) break outer; else continue; } y = y + (x = x * 0.5) * x++; } "
                + "return y; }",
            Arrays.asList(1.5, 4), Arrays.asList(0.0, null));
    assertEquals(inJava(1.5, 4), e.value());
  }

  private static double inJava(double start, int n) {
    double x = start;
    double y = 0;
    outer:
    for (int i = 0; ; i++) {
      switch (i % 3) {
        case 0:
          y += x;
          y *= 2;
          break;
        case 1:
          y *= 2;
          break;
        default:
          if (i > n) {
            break outer;
          }
          continue;
      }
      x = x * 0.5;
      y = y + x * x;
      x++;
    }
    return y;
  }

  @Test
  void inactivePartialsAreNotEvaluated() {
    Evaluation e =
        run(
            "static double f(double x) { double s = Math.sqrt(0.0); return x + s * x; }",
            List.of(2.0),
            List.of(1.0));
    assertEquals(1.0, e.tangent());
  }

  @Test
  void exceptionsAndEndlessLoopsComeThrough() {
    assertThrows(
        ArrayIndexOutOfBoundsException.class,
        () ->
            run(
                "static double f(double[] a) { return a[7]; }",
                List.of(new double[2]),
                Arrays.asList((Object) null)));
    assertThrows(
        UserException.class,
        () ->
            run(
                "static double f(double x) { throw new IllegalStateException(); }",
                List.of(1.0),
                List.of(1.0)));
    assertThrows(
        BudgetExceeded.class,
        () ->
            run(
                "static double f(double x) { while (true) { x += 1; } }",
                List.of(1.0),
                List.of(1.0)));
  }
}
