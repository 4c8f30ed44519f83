package io.github.cotangent.processor.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cotangent.processor.interpreter.Evaluation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checks must fail where something is wrong, and the reducer must find it. */
class CheckerTest {

  private static final Tree WRONG =
      Tree.statement(
          "t = ", Tree.expression("double", 12, "t * ", Tree.atom("double", "t")), ";\n");

  private static Program program(Tree... statements) {
    Tree unit =
        Tree.fixed(
            "package fuzz;\nfinal class P1 {\nstatic double f(double t) {\n",
            Tree.all(List.of(statements)),
            "return t;\n}\n}\n");
    return new Program(
        1, "P1", unit, List.of(new Program.Parameter("t", "double", false)), "double");
  }

  /** An oracle that takes every program for the identity. */
  private static Evaluation identity(
      Program program, ClassLoader classes, List<Object> args, List<Object> tangents) {
    return new Evaluation(args.get(0), tangents.get(0), args, tangents);
  }

  private static Verdict verdict(Program program) {
    return verdict(program, CheckerTest::identity);
  }

  private static Verdict verdict(Program program, Oracle oracle) {
    Compilation compilation = new Compilation(List.of(program), List.of());
    assertTrue(compilation.successful(), compilation::errors);
    return Checker.check(new Subject(program, compilation.loader(), false), oracle, 5);
  }

  @Test
  void acceptsWhatIsRight() {
    assertEquals("", verdict(program()).failure());
  }

  @Test
  void reportsAWrongValue() {
    assertTrue(verdict(program(WRONG)).failure().contains("value of the interpreter"));
  }

  @Test
  void reportsAWrongDerivative() {
    Oracle steep =
        (program, classes, args, tangents) ->
            new Evaluation(args.get(0), 1.001 * (double) tangents.get(0), args, tangents);
    String failure = verdict(program(), steep).failure();
    assertTrue(failure.contains("differences give"), failure);
  }

  @Test
  void reducesToTheStatementThatIsWrong() {
    Tree harmless = Tree.statement("if (", Tree.atom("boolean", "t > 9"), ") {\n", WRONG, "}\n");
    Failure failure = new Failure(program(harmless, WRONG, harmless), "wrong", "");
    Reducer reducer =
        new Reducer(p -> p.source().contains("t * t") ? new Failure(p, "wrong", "") : null, 100);
    assertEquals(program(WRONG).source(), reducer.reduce(failure).program().source());
  }
}
