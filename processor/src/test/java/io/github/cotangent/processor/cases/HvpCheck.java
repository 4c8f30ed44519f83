package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.HashSet;
import java.util.Set;

/**
 * Holds {@code fHvp} against the differences of the gradient along the direction, and against
 * itself: the Hessian is symmetric.
 */
final class HvpCheck {

  private static final int DIRECTION = 7;
  private static final int OTHER = 11;

  private final RunCheck run;
  private final Target target;
  private final CaseFolder folder;
  private final Directions directions;

  HvpCheck(RunCheck run, Target target, CaseFolder folder) {
    this.run = run;
    this.target = target;
    this.folder = folder;
    this.directions = new Directions(run, target);
  }

  void check() {
    Outcome primal = run.primal(run.freshArguments());
    Outcome hvp = directions.call(target::hvp, DIRECTION);
    RunCheck.agree(primal, hvp);
    if (primal.thrown() != null || !Double.isFinite(RunCheck.number(primal.value()))) {
      return;
    }
    double actual = product(OTHER, hvp.value());
    double mirrored = product(DIRECTION, directions.call(target::hvp, OTHER).get());
    if (!Double.isFinite(actual) || !Double.isFinite(mirrored)) {
      return;
    }
    close("symmetry", actual, mirrored, Math.max(folder.forwardTolerance(), 1e-8));
    double expected =
        Differences.at(
            step -> {
              Object[] args = directions.moved(DIRECTION, step);
              return product(OTHER, Outcome.of(target.gradient(), null, args).get());
            },
            0,
            folder.step() * 0.1,
            false);
    close("differences of the gradient", actual, expected, Math.max(folder.tolerance(), 1e-6));
  }

  /** The product of a gradient with a direction; what two arguments share counts once. */
  private double product(int direction, Object gradient) {
    double[] sum = {0};
    Set<String> seen = new HashSet<>();
    Scalars.pairs(
        directions.of(direction),
        target.unpack(gradient),
        (key, dot, partial) ->
            sum[0] += seen.add(key) ? RunCheck.number(dot) * RunCheck.number(partial) : 0);
    return sum[0];
  }

  private static void close(String judge, double actual, double expected, double tolerance) {
    double scale = Math.max(1, Math.max(Math.abs(actual), Math.abs(expected)));
    assertThat(actual).as(judge).isCloseTo(expected, offset(tolerance * scale));
  }
}
