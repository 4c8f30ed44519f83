package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.github.cotangent.processor.interpreter.Evaluation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Runs the generated members at one point and holds them against the primal and its differences.
 * Arguments are made afresh for each call, so that nothing one call does can reach the next.
 */
final class RunCheck {

  private final CaseFolder folder;
  private final CaseFolder.Point point;
  private final Supplier<Object[]> source;
  private final Target target;
  private final ForwardMode forward;

  RunCheck(CompiledCases compiled, CaseFolder folder, int index) throws Exception {
    this.folder = folder;
    this.point = folder.points().get(index);
    Class<?> driver =
        Class.forName(folder.packageName() + "." + Drivers.POINTS, true, compiled.loader());
    Method get = driver.getDeclaredMethod("get" + index);
    this.source = () -> (Object[]) Outcome.of(get, null, new Object[0]).get();
    this.forward = compiled.forward();
    this.target = Target.of(compiled, folder, point, source.get());
  }

  private Object[] arguments() {
    return target.convert(source.get());
  }

  /** Checks all that is generated for the method. */
  void check() {
    if (point.refused()) {
      Method entry = target.isScalar() ? target.gradient() : target.pullback();
      assertThat(call(entry).thrown()).isInstanceOf(IllegalArgumentException.class);
    } else if (target.isScalar()) {
      checkScalar();
    } else {
      new PullbackCheck(this, target).check();
    }
  }

  private void checkScalar() {
    Outcome primal = target.callPrimal(arguments());
    Outcome gradient = call(target.gradient());
    Outcome both = call(target.valueAndGradient());
    agree(primal, gradient);
    agree(primal, both);
    if (primal.thrown() != null) {
      return;
    }
    Object value = part(both.value(), "value");
    assertThat(Scalars.same(value, primal.value()))
        .as("value %s, expected %s", value, primal.value())
        .isTrue();
    Object again = part(both.value(), "gradient");
    assertThat(Scalars.areClose(again, gradient.value()))
        .as("two gradients: %s and %s", Scalars.show(gradient.value()), Scalars.show(again))
        .isTrue();
    if (Double.isFinite(((Number) primal.value()).doubleValue())) {
      compare(
          gradient.value(),
          args -> number(target.callPrimal(args).get()),
          dual -> number(dual.tangent()));
    }
  }

  /** Calls a generated member, and demands that it leaves its arguments as they are. */
  Outcome call(Method member) {
    Object[] args = arguments();
    Outcome outcome = Outcome.of(member, null, args);
    assertThat(Scalars.same(args, arguments()))
        .as("%s changes its arguments", member.getName())
        .isTrue();
    return outcome;
  }

  /** Checks forward mode. */
  void checkForward() {
    JvpCheck jvp = new JvpCheck(this, target, folder);
    if (point.refused()) {
      jvp.checkRefusal();
    } else {
      jvp.check();
    }
  }

  /** Checks second derivatives. */
  void checkSecondOrder() {
    if (!point.refused() && target.isScalar()) {
      new HvpCheck(this, target, folder).check();
      new DenseCheck(this, target, folder).hessian();
    }
  }

  /** Checks the Jacobian. */
  void checkJacobian() {
    if (!point.refused()) {
      new DenseCheck(this, target, folder).jacobian();
    }
  }

  /** Checks what is added to arrays of the caller's. */
  void checkInto() {
    if (!point.refused() && target.isScalar()) {
      new IntoCheck(this, target).check();
    }
  }

  /** The run by the interpreter, where it can. */
  Optional<Evaluation> interpreted(Object[] args, Object[] tangents) {
    return forward.run(target, args, tangents);
  }

  /** The primal on fresh arguments. */
  Outcome primal(Object[] args) {
    return target.callPrimal(args);
  }

  Object[] freshArguments() {
    return arguments();
  }

  static void agree(Outcome primal, Outcome derivative) {
    if (primal.thrown() == null && derivative.thrown() != null) {
      throw new AssertionError("only the gradient throws", derivative.thrown());
    }
    assertThat(derivative.exception()).as("exception").isEqualTo(primal.exception());
    assertThat(derivative.printed()).as("printed").isEqualTo(primal.printed());
  }

  /**
   * Compares a gradient with the differences of a function of the arguments, and with forward mode.
   */
  void compare(
      Object gradient, ToDoubleFunction<Object[]> function, ToDoubleFunction<Evaluation> tangent) {
    Object[] args = arguments();
    boolean[] differentiable = target.differentiable();
    for (int i = 0; i < args.length; i++) {
      args[i] = differentiable[i] ? args[i] : null;
    }
    Map<String, Double> known = new LinkedHashMap<>();
    Scalars.pairs(
        args,
        target.unpack(gradient),
        (key, scalar, actual) -> {
          String what = key + " of " + point.text() + ": " + Scalars.show(gradient);
          assertThat(actual).as("type at " + what).isInstanceOf(scalar.getClass());
          double expected = known.computeIfAbsent(key, k -> difference(k, scalar, function));
          close("differences", what, actual, expected, folder.tolerance());
          OptionalDouble dual = forward(key, tangent);
          if (dual.isPresent()) {
            close("forward mode", what, actual, dual.getAsDouble(), folder.forwardTolerance());
          }
        });
  }

  private static void close(
      String judge, String what, Object actual, double expected, double tolerance) {
    assertThat(number(actual))
        .as("%s at %s", judge, what)
        .isCloseTo(
            expected, offset(tolerance * Math.max(1, Math.max(Math.abs(expected), scale(actual)))));
  }

  private OptionalDouble forward(String key, ToDoubleFunction<Evaluation> tangent) {
    Object[] direction = arguments();
    Scalars.replace(
        direction,
        target.differentiable(),
        (k, old) -> {
          double dot = k.equals(key) ? 1 : 0;
          return old instanceof Float ? (Object) (float) dot : dot;
        });
    boolean[] differentiable = target.differentiable();
    for (int i = 0; i < direction.length; i++) {
      direction[i] = differentiable[i] ? direction[i] : null;
    }
    Optional<Evaluation> dual = forward.run(target, arguments(), direction);
    return dual.isPresent()
        ? OptionalDouble.of(tangent.applyAsDouble(dual.get()))
        : OptionalDouble.empty();
  }

  private static double scale(Object actual) {
    double size = Math.abs(number(actual));
    return Double.isFinite(size) ? size : 0;
  }

  private double difference(String key, Object scalar, ToDoubleFunction<Object[]> function) {
    double x = number(scalar);
    return Differences.at(
        moved -> {
          Object[] args = arguments();
          Scalars.replace(
              args,
              target.differentiable(),
              (k, old) -> {
                if (!k.equals(key)) {
                  return old;
                }
                return old instanceof Float ? (Object) (float) moved : moved;
              });
          return function.applyAsDouble(args);
        },
        x,
        folder.step() * Math.max(Math.abs(x), 0.1),
        scalar instanceof Float);
  }

  static double number(Object scalar) {
    return ((Number) scalar).doubleValue();
  }

  /** A component of a generated record. */
  static Object part(Object record, String name) {
    for (RecordComponent c : record.getClass().getRecordComponents()) {
      if (c.getName().equals(name)) {
        return Scalars.component(record, c);
      }
    }
    throw new AssertionError(record.getClass() + " has no " + name);
  }
}
