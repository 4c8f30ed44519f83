package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Random directions in the space of a method's differentiated arguments, by number. Arguments that
 * share an array have directions that share one.
 */
final class Directions {

  private final RunCheck run;
  private final Target target;

  Directions(RunCheck run, Target target) {
    this.run = run;
    this.target = target;
  }

  /** A direction, with null in the place of what is not differentiated. */
  Object[] of(int number) {
    boolean[] differentiable = target.differentiable();
    Object[] direction = run.freshArguments();
    replace(direction, number, (old, dot) -> dot);
    for (int i = 0; i < direction.length; i++) {
      direction[i] = differentiable[i] ? direction[i] : null;
    }
    return direction;
  }

  /** The arguments, moved along a direction. */
  Object[] moved(int number, double step) {
    Object[] args = run.freshArguments();
    replace(args, number, (old, dot) -> old + step * dot);
    return args;
  }

  private void replace(Object[] args, int number, java.util.function.DoubleBinaryOperator value) {
    Random random = new Random(number);
    Scalars.replace(
        args,
        target.differentiable(),
        (key, old) -> {
          double dot = random.nextInt(-8, 9) / 8.0 + 0.0625;
          double v = value.applyAsDouble(RunCheck.number(old), dot);
          return old instanceof Float ? (Object) (float) v : v;
        });
  }

  /**
   * Calls a member that takes the arguments and a direction, and demands that it leaves both as
   * they are.
   */
  Outcome call(Function<List<Class<?>>, Method> member, int number) {
    Object[] args = run.freshArguments();
    Object[] direction = of(number);
    List<Object> all = new ArrayList<>(Arrays.asList(args));
    List<Class<?>> types = new ArrayList<>(target.types());
    boolean[] differentiable = target.differentiable();
    for (int i = 0; i < direction.length; i++) {
      if (differentiable[i]) {
        all.add(direction[i]);
        types.add(target.types().get(i));
      }
    }
    Outcome outcome = Outcome.of(member.apply(types), null, all.toArray());
    assertThat(Scalars.same(args, run.freshArguments())).as("changes its arguments").isTrue();
    assertThat(Scalars.same(direction, of(number))).as("changes its tangents").isTrue();
    return outcome;
  }
}
