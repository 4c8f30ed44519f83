package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.runtime.Workspace;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Holds what {@code fValueAndGradientInto} adds to arrays of zeros against {@code dF}, on a new
 * workspace and on one that a call has left.
 */
final class IntoCheck {

  private final RunCheck run;
  private final Target target;

  IntoCheck(RunCheck run, Target target) {
    this.run = run;
    this.target = target;
  }

  /** Checks the variant, where the method has one. */
  void check() {
    List<Class<?>> parameters = new ArrayList<>(target.types());
    boolean[] differentiable = target.differentiable();
    for (int i = 0; i < differentiable.length; i++) {
      if (differentiable[i] && Scalars.holdsArray(target.types().get(i))) {
        parameters.add(target.types().get(i));
      }
    }
    parameters.add(Workspace.class);
    Optional<Method> into = target.find("ValueAndGradientInto", parameters);
    if (into.isEmpty()) {
      return;
    }
    Outcome gradient = run.call(target.gradient());
    Workspace workspace = new Workspace();
    Object[] first = added(into.get(), workspace, gradient);
    Object[] again = added(into.get(), workspace, gradient);
    if (first != null) {
      Object[] expected = target.unpack(gradient.value());
      assertThat(Scalars.areClose(first, expected))
          .as("added %s, expected %s", Scalars.show(first), Scalars.show(expected))
          .isTrue();
      assertThat(Scalars.same(first, again))
          .as("on a used workspace %s, before %s", Scalars.show(again), Scalars.show(first))
          .isTrue();
    }
  }

  /** By parameter, what was added; null where the method throws. */
  private Object[] added(Method into, Workspace workspace, Outcome gradient) {
    boolean[] differentiable = target.differentiable();
    Object[] zeros = Scalars.zeros(run.freshArguments(), differentiable);
    List<Object> passed = new ArrayList<>(Arrays.asList(run.freshArguments()));
    for (int i = 0; i < differentiable.length; i++) {
      if (differentiable[i] && Scalars.holdsArray(target.types().get(i))) {
        passed.add(zeros[i]);
      } else {
        zeros[i] = null;
      }
    }
    passed.add(workspace);
    Outcome outcome = Outcome.of(into, null, passed.toArray());
    RunCheck.agree(gradient, outcome);
    if (outcome.thrown() != null) {
      return null;
    }
    return outcome.value() instanceof Number
        ? zeros
        : target.unpack(RunCheck.part(outcome.value(), "gradient"));
  }
}
