package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Holds a pullback against the differences of {@code <seed, result>}, or of {@code <seeds, written
 * arrays>} for a void method. A pullback may be applied many times: the second answer must be the
 * first, whatever the caller does to the arrays that it was given.
 */
final class PullbackCheck {

  private final RunCheck run;
  private final Target target;

  PullbackCheck(RunCheck run, Target target) {
    this.run = run;
    this.target = target;
  }

  void check() {
    Object[] after = run.freshArguments();
    Outcome primal = run.primal(after);
    Outcome outcome = run.call(target.pullback());
    RunCheck.agree(primal, outcome);
    if (primal.thrown() != null) {
      return;
    }
    Object pullback = outcome.value();
    Method apply = method(pullback, "apply");
    List<Integer> written = List.of();
    if (target.primal().getReturnType() == void.class) {
      written = seeded(apply, after);
    } else {
      Object value = Outcome.of(method(pullback, "value"), pullback, new Object[0]).get();
      assertThat(Scalars.same(value, primal.value()))
          .as("value %s, expected %s", Scalars.show(value), Scalars.show(primal.value()))
          .isTrue();
    }
    Random random = new Random(20);
    Object[] results = results(primal.value(), after, written);
    Object[] seeds = Arrays.stream(results).map(r -> seed(r, random)).toArray();
    Object gradient = applied(pullback, apply, seeds);
    List<Integer> places = written;
    run.compare(
        gradient,
        args -> product(results(run.primal(args).get(), args, places), seeds),
        dual -> product(results(dual.tangent(), dual.argumentTangents().toArray(), places), seeds));
    Object kept = Scalars.copy(gradient);
    scribble(gradient);
    Object again = applied(pullback, apply, seeds);
    assertThat(Scalars.same(again, kept))
        .as("applied twice: %s, then %s", Scalars.show(kept), Scalars.show(again))
        .isTrue();
  }

  private static Object applied(Object pullback, Method apply, Object[] seeds) {
    Object[] given = Arrays.stream(seeds).map(Scalars::copy).toArray();
    Object gradient = Outcome.of(apply, pullback, given).get();
    assertThat(Scalars.same(given, seeds)).as("apply changes its seed").isTrue();
    return gradient;
  }

  private static Method method(Object pullback, String name) {
    return Arrays.stream(pullback.getClass().getDeclaredMethods())
        .filter(m -> m.getName().equals(name) && !m.isSynthetic())
        .findFirst()
        .orElseThrow(() -> new AssertionError(pullback.getClass() + " has no " + name));
  }

  /** What the seeds stand for: the result, or the arrays that a void method writes. */
  private static Object[] results(Object value, Object[] args, List<Integer> written) {
    return value != null ? new Object[] {value} : written.stream().map(i -> args[i]).toArray();
  }

  /** The parameters that apply takes a seed for: by name, and all that the run changed. */
  private List<Integer> seeded(Method apply, Object[] after) {
    Object[] before = run.freshArguments();
    boolean[] differentiable = target.differentiable();
    List<Integer> places = new ArrayList<>();
    Parameter[] seeds = apply.getParameters();
    for (int i = 0; i < before.length; i++) {
      String name = target.signature().parameters().get(i).name();
      boolean named =
          Arrays.stream(seeds).anyMatch(s -> s.getName().equalsIgnoreCase("d" + name + "Result"));
      if (named) {
        places.add(i);
      } else if (differentiable[i] && !Scalars.same(before[i], after[i])) {
        throw new AssertionError("no seed for " + name + " in " + Arrays.toString(seeds));
      }
    }
    assertThat(places).as("seeds " + Arrays.toString(seeds)).hasSize(seeds.length);
    return places;
  }

  /** A value of the same shape with random scalars. */
  static Object seed(Object like, Random random) {
    Object[] value = {Scalars.copy(like)};
    Scalars.replace(
        value,
        new boolean[] {true},
        (key, scalar) -> {
          double d = random.nextInt(-8, 9) / 4.0 + 0.125;
          return scalar instanceof Float ? (Object) (float) d : d;
        });
    return value[0];
  }

  static double product(Object[] results, Object[] seeds) {
    double[] sum = new double[1];
    Scalars.pairs(
        results,
        seeds,
        (key, scalar, seed) -> sum[0] += RunCheck.number(scalar) * RunCheck.number(seed));
    return sum[0];
  }

  private static void scribble(Object gradient) {
    Scalars.replace(
        new Object[] {gradient},
        new boolean[] {true},
        (key, scalar) -> scalar instanceof Float ? (Object) Float.NaN : Double.NaN);
  }
}
