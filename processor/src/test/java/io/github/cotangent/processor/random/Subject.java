package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Program.Parameter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A compiled program with its compiled derivative. */
final class Subject {
  private final Program program;
  private final Class<?> owner;
  private final Class<?> derivative;

  /** Loads the program's class, and the generated one where it is wanted. */
  Subject(Program program, ClassLoader loader, boolean withDerivative) {
    this.program = program;
    this.owner = load(loader, program.className());
    this.derivative = withDerivative ? load(loader, "d" + program.className()) : null;
  }

  private static Class<?> load(ClassLoader loader, String name) {
    try {
      return Class.forName(Program.PACKAGE + "." + name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  Program program() {
    return program;
  }

  Class<?> owner() {
    return owner;
  }

  boolean hasDerivative() {
    return derivative != null;
  }

  /** True if {@code fJvp}, and {@code fHvp} of a scalar, were generated too. */
  boolean hasDirectional() {
    return hasDerivative()
        && Arrays.stream(derivative.getDeclaredMethods()).anyMatch(m -> m.getName().equals("fJvp"));
  }

  boolean isScalar() {
    return List.of("double", "float").contains(program.result());
  }

  /** Runs the program itself. */
  Outcome primal(List<Object> args) {
    return Outcome.of(method(owner, "f"), null, args);
  }

  /** {@code dF}, of a program with a scalar result. */
  Outcome gradient(List<Object> args) {
    return Outcome.of(method(derivative, "dF"), null, args);
  }

  /** {@code fValueAndGradient}, of a program with a scalar result. */
  Outcome valueAndGradient(List<Object> args) {
    return Outcome.of(method(derivative, "fValueAndGradient"), null, args);
  }

  /** {@code fPullback}, of all other programs. */
  Outcome pullback(List<Object> args) {
    return Outcome.of(method(derivative, "fPullback"), null, args);
  }

  /** {@code fJvp}, along tangents of all parameters. */
  Outcome jvp(List<Object> args, List<Object> tangents) {
    return Outcome.of(method(derivative, "fJvp"), null, directed(args, tangents));
  }

  /** {@code fHvp}, of a program with a scalar result. */
  Outcome hvp(List<Object> args, List<Object> tangents) {
    return Outcome.of(method(derivative, "fHvp"), null, directed(args, tangents));
  }

  /** The arguments, and the tangents of those that are differentiated. */
  private List<Object> directed(List<Object> args, List<Object> tangents) {
    List<Object> all = new ArrayList<>(args);
    for (int i = 0; i < args.size(); i++) {
      if (program.parameters().get(i).isDifferentiable()) {
        all.add(tangents.get(i));
      }
    }
    return all;
  }

  /** The parameter with this name. */
  int parameter(String name) {
    for (int i = 0; i < program.parameters().size(); i++) {
      if (program.parameters().get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("no parameter " + name);
  }

  /** {@code value()} of a pullback, null where it has none. */
  Object value(Object pullback) {
    return program.result().equals("void")
        ? null
        : Outcome.of(method(pullback.getClass(), "value"), pullback, List.of()).value();
  }

  /**
   * {@code apply} of a pullback.
   *
   * @param seeds of the result; of a void method, one for each parameter
   */
  Outcome apply(Object pullback, List<Object> seeds) {
    Method apply = method(pullback.getClass(), "apply");
    return Outcome.of(apply, pullback, chosen(apply, seeds));
  }

  private List<Object> chosen(Method apply, List<Object> seeds) {
    if (!program.result().equals("void")) {
      return seeds;
    }
    List<Object> chosen = new ArrayList<>();
    for (java.lang.reflect.Parameter p : apply.getParameters()) {
      chosen.add(seeds.get(indexOf(p.getName())));
    }
    return chosen;
  }

  /** The parameters that {@code apply} of a void method takes seeds for: those it may write. */
  List<Integer> seeded() {
    Class<?> pullback = method(derivative, "fPullback").getReturnType();
    return Arrays.stream(method(pullback, "apply").getParameters())
        .map(p -> indexOf(p.getName()))
        .toList();
  }

  /** The parameter that a seed belongs to: {@code dCResult} is the seed of {@code c}. */
  private int indexOf(String seed) {
    for (int i = 0; i < program.parameters().size(); i++) {
      String name = program.parameters().get(i).name();
      String capitalized = Character.toUpperCase(name.charAt(0)) + name.substring(1);
      if (seed.matches("d" + capitalized + "Result\\d*")) {
        return i;
      }
    }
    throw new IllegalStateException("no parameter for the seed " + seed);
  }

  /** The gradient as one object per parameter, null where a parameter has none. */
  List<Object> parts(Object gradient) {
    List<Parameter> all = program.parameters();
    long count = all.stream().filter(Parameter::isDifferentiable).count();
    List<Object> parts = new ArrayList<>();
    int next = 0;
    for (Parameter p : all) {
      if (!p.isDifferentiable()) {
        parts.add(null);
      } else {
        parts.add(count == 1 ? gradient : Leaves.component(gradient, next++));
      }
    }
    return parts;
  }

  private static Method method(Class<?> owner, String name) {
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(m -> m.getName().equals(name) && !m.isBridge())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no method " + name + " in " + owner));
  }
}
