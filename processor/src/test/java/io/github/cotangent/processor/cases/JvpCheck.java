package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.github.cotangent.processor.interpreter.Evaluation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Holds {@code fJvp} against three opinions: the interpreter on dual numbers, differences along the
 * direction, and the gradient's product with the direction. The value must be the primal's, and the
 * arguments must stay as they are.
 */
final class JvpCheck {

  private static final int DIRECTION = 7;

  private final RunCheck run;
  private final Target target;
  private final CaseFolder folder;
  private final Directions directions;

  JvpCheck(RunCheck run, Target target, CaseFolder folder) {
    this.run = run;
    this.target = target;
    this.folder = folder;
    this.directions = new Directions(run, target);
  }

  void check() {
    Object[] after = run.freshArguments();
    Outcome primal = run.primal(after);
    Outcome jvp = directions.call(target::jvp, DIRECTION);
    RunCheck.agree(primal, jvp);
    if (primal.thrown() != null) {
      return;
    }
    Object[] results = primal.value() == null ? written(jvp.value(), after, "") : value(primal);
    Object[] values =
        primal.value() == null ? written(jvp.value(), after, null) : parts(jvp, "value");
    Object[] dots =
        primal.value() == null ? written(jvp.value(), after, "Dot") : parts(jvp, "valueDot");
    assertThat(Scalars.same(values, results)).as("value %s", Scalars.show(values)).isTrue();
    againstInterpreter(jvp.value(), primal, dots);
    if (isFinite(results)) {
      againstDifferences(jvp.value(), results, dots);
    }
    if (target.isScalar()) {
      againstGradient(RunCheck.number(dots[0]));
    }
  }

  /** Arguments that the gradient refuses, forward mode refuses, too. */
  void checkRefusal() {
    assertThat(directions.call(target::jvp, DIRECTION).thrown())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Object[] value(Outcome primal) {
    return new Object[] {primal.value()};
  }

  private static Object[] parts(Outcome jvp, String name) {
    return new Object[] {RunCheck.part(jvp.value(), name)};
  }

  /**
   * What belongs to the arrays that a void method writes.
   *
   * @param suffix of the component; null for the value; "" for the primal's own arguments
   */
  private Object[] written(Object record, Object[] after, String suffix) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    List<Object> found = new ArrayList<>();
    for (int c = 0; c < components.length; c += 2) {
      int parameter = parameter(components[c].getName());
      if ("".equals(suffix)) {
        found.add(after[parameter]);
      } else {
        found.add(Scalars.component(record, components[suffix == null ? c : c + 1]));
      }
    }
    return found.toArray();
  }

  private int parameter(String component) {
    for (int i = 0; i < target.types().size(); i++) {
      if (target.componentName(i).equals(component)) {
        return i;
      }
    }
    throw new AssertionError("no parameter " + component);
  }

  private void againstInterpreter(Object record, Outcome primal, Object[] dots) {
    Optional<Evaluation> dual = run.interpreted(run.freshArguments(), directions.of(DIRECTION));
    if (dual.isEmpty()) {
      return;
    }
    Object[] expected =
        primal.value() == null
            ? written(record, dual.get().argumentTangents().toArray(), "")
            : new Object[] {dual.get().tangent()};
    Scalars.pairs(
        dots,
        expected,
        (key, actual, other) ->
            close("interpreter", RunCheck.number(actual), other, folder.forwardTolerance()));
  }

  private void againstDifferences(Object record, Object[] results, Object[] dots) {
    Random random = new Random(3);
    Object[] weights = Arrays.stream(results).map(r -> PullbackCheck.seed(r, random)).toArray();
    double expected =
        Differences.at(
            step -> {
              Object[] args = directions.moved(DIRECTION, step);
              Object value = run.primal(args).get();
              Object[] out = value == null ? written(record, args, "") : new Object[] {value};
              return PullbackCheck.product(out, weights);
            },
            0,
            folder.step() * 0.1,
            false);
    double actual = PullbackCheck.product(dots, weights);
    close("differences", actual, expected, Math.max(folder.tolerance(), 1e-6));
  }

  private void againstGradient(double actual) {
    Outcome gradient = Outcome.of(target.gradient(), null, run.freshArguments());
    double[] sum = {0};
    Set<String> seen = new HashSet<>();
    Scalars.pairs(
        directions.of(DIRECTION),
        target.unpack(gradient.get()),
        (key, dot, partial) ->
            sum[0] += seen.add(key) ? RunCheck.number(dot) * RunCheck.number(partial) : 0);
    // Between the modes, only where all partials are finite.
    if (Double.isFinite(sum[0])) {
      close("gradient", actual, sum[0], folder.forwardTolerance());
    }
  }

  private void close(String judge, double actual, Object other, double tolerance) {
    double expected = RunCheck.number(other);
    double scale = Math.max(1, Math.max(finite(actual), finite(expected)));
    assertThat(actual).as(judge).isCloseTo(expected, offset(tolerance * scale));
  }

  private static double finite(double x) {
    return Double.isFinite(x) ? Math.abs(x) : 0;
  }

  private static boolean isFinite(Object[] results) {
    boolean[] finite = {true};
    Scalars.pairs(
        results,
        results,
        (key, scalar, same) -> finite[0] &= Double.isFinite(RunCheck.number(scalar)));
    return finite[0];
  }
}
