package io.github.cotangent.processor.random;

import io.github.cotangent.processor.interpreter.Evaluation;
import io.github.cotangent.processor.random.Verdict.Fact;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The checks of the generated forward mode. */
final class Forward {
  private final Checker checker;
  private final Subject subject;
  private final Outcome primal;
  private final List<Object> after;

  /**
   * The checks of one run.
   *
   * @param after the arguments after the primal
   */
  Forward(Checker checker, Subject subject, Outcome primal, List<Object> after) {
    this.checker = checker;
    this.subject = subject;
    this.primal = primal;
    this.after = after;
  }

  /** Runs them; {@code dual} is what the interpreter gives, or null where it has not run. */
  void check(Evaluation dual) {
    List<Object> args = checker.freshArgs();
    List<Object> tangents = checker.tangents(checker.directions());
    Outcome jvp = subject.jvp(args, tangents);
    Checker.same("arguments of fJvp", Leaves.exact(checker.args()), Leaves.exact(args));
    Checker.same(
        "tangents of fJvp",
        Leaves.exact(checker.tangents(checker.directions())),
        Leaves.exact(tangents));
    if (primal.failed() || jvp.failed()) {
      Checker.thrown("fJvp", primal, jvp);
      return;
    }
    boolean isVoid = subject.program().result().equals("void");
    List<Object> results = isVoid ? written(jvp.value(), after) : listOf(primal.value());
    List<Object> values = parts(jvp.value(), 0);
    Checker.same("value of fJvp", Leaves.exact(results), Leaves.exact(values));
    if (dual == null || checker.isWild()) {
      return;
    }
    List<Object> shape = isVoid ? written(jvp.value(), dual.arguments()) : listOf(dual.value());
    List<Object> expected =
        isVoid ? written(jvp.value(), dual.argumentTangents()) : listOf(dual.tangent());
    compare(Leaves.of(values, parts(jvp.value(), 1)), Leaves.of(shape, expected));
    checker.found(Fact.JVP);
  }

  private static List<Object> listOf(Object value) {
    return Collections.singletonList(value);
  }

  /** Every second component of the result: the values, or the tangents. */
  private static List<Object> parts(Object jvp, int first) {
    List<Object> parts = new ArrayList<>();
    for (int c = first; c < jvp.getClass().getRecordComponents().length; c += 2) {
      parts.add(Leaves.component(jvp, c));
    }
    return parts;
  }

  /** What belongs to the arrays that a void method writes. */
  private List<Object> written(Object jvp, List<Object> ofParameters) {
    RecordComponent[] components = jvp.getClass().getRecordComponents();
    List<Object> parts = new ArrayList<>();
    for (int c = 0; c < components.length; c += 2) {
      parts.add(ofParameters.get(subject.parameter(components[c].getName())));
    }
    return parts;
  }

  private void compare(double[] actual, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      double scale = 1 + Math.abs(expected[i]);
      if (actual.length != expected.length
          || !(Math.abs(actual[i] - expected[i]) <= checker.tolerance() * scale)) {
        throw new AssertionError(
            "tangent of fJvp: expected "
                + java.util.Arrays.toString(expected)
                + " but was "
                + java.util.Arrays.toString(actual));
      }
    }
  }
}
