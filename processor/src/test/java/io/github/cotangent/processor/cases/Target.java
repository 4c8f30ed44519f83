package io.github.cotangent.processor.cases;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A method of a case, resolved by a point's arguments, and the members generated for it.
 *
 * @param primal the user's method
 * @param signature how it is annotated
 * @param types of its parameters, with the receiver first where it has one
 */
record Target(Method primal, Signatures.Signature signature, List<Class<?>> types) {

  /** Names that no record component may have. */
  private static final List<String> ILLEGAL =
      List.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /** The annotated method that the point calls. */
  static Target of(CompiledCases compiled, CaseFolder c, CaseFolder.Point point, Object[] args)
      throws ClassNotFoundException {
    String owner = owner(compiled, c.packageName() + ".", point.owner().replace('.', '$'));
    Class<?> type = Class.forName(owner, true, compiled.loader());
    List<Target> targets = new ArrayList<>();
    for (Method m : type.getDeclaredMethods()) {
      List<Class<?>> types = new ArrayList<>(List.of(m.getParameterTypes()));
      if (!Modifier.isStatic(m.getModifiers())) {
        types.add(0, type);
      }
      if (m.getName().equals(point.method()) && distance(types, args) < Integer.MAX_VALUE) {
        signature(compiled, owner, m, types).ifPresent(s -> targets.add(new Target(m, s, types)));
      }
    }
    return targets.stream()
        .min(Comparator.comparingInt(t -> distance(t.types, args)))
        .orElseThrow(() -> new AssertionError("no annotated method for: " + point.text()));
  }

  /** A top-level class of the package, or one nested in Input. */
  private static String owner(CompiledCases compiled, String prefix, String name) {
    try {
      return Class.forName(prefix + name, true, compiled.loader()).getName();
    } catch (ClassNotFoundException e) {
      return prefix + "Input$" + name;
    }
  }

  private static Optional<Signatures.Signature> signature(
      CompiledCases compiled, String owner, Method method, List<Class<?>> types) {
    List<String> names = types.stream().map(Class::getCanonicalName).toList();
    return compiled.signatures().stream()
        .filter(s -> s.owner().equals(owner) && s.method().equals(method.getName()))
        .filter(s -> s.parameters().stream().map(Signatures.Parameter::type).toList().equals(names))
        .findFirst();
  }

  /** How many arguments must be converted; the greatest integer where one cannot be. */
  private static int distance(List<Class<?>> types, Object[] args) {
    if (types.size() != args.length) {
      return Integer.MAX_VALUE;
    }
    int distance = 0;
    for (int i = 0; i < args.length; i++) {
      Class<?> type = types.get(i);
      if (!type.isPrimitive()) {
        if (args[i] != null && !type.isInstance(args[i])) {
          return Integer.MAX_VALUE;
        }
      } else if (wrapper(type) != args[i].getClass()) {
        if (!widens(args[i], type)) {
          return Integer.MAX_VALUE;
        }
        distance++;
      }
    }
    return distance;
  }

  private static Class<?> wrapper(Class<?> primitive) {
    return java.lang.invoke.MethodType.methodType(primitive).wrap().returnType();
  }

  private static boolean widens(Object arg, Class<?> type) {
    List<Class<?>> order = List.of(int.class, long.class, float.class, double.class);
    Class<?> from = java.lang.invoke.MethodType.methodType(arg.getClass()).unwrap().returnType();
    return order.contains(from) && order.indexOf(from) < order.indexOf(type);
  }

  /** The arguments in the parameters' own types. */
  Object[] convert(Object[] args) {
    Object[] converted = args.clone();
    for (int i = 0; i < args.length; i++) {
      if (args[i] instanceof Number n && types.get(i) == double.class) {
        converted[i] = n.doubleValue();
      } else if (args[i] instanceof Number n && types.get(i) == float.class) {
        converted[i] = n.floatValue();
      } else if (args[i] instanceof Number n && types.get(i) == long.class) {
        converted[i] = n.longValue();
      }
    }
    return converted;
  }

  /** Calls the user's method. */
  Outcome callPrimal(Object[] args) {
    return Modifier.isStatic(primal.getModifiers())
        ? Outcome.of(primal, null, args)
        : Outcome.of(primal, args[0], Arrays.copyOfRange(args, 1, args.length));
  }

  /** Which parameters are differentiated. */
  boolean[] differentiable() {
    boolean[] flags = new boolean[types.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] =
          Scalars.isDifferentiable(types.get(i)) && !signature.parameters().get(i).constant();
    }
    return flags;
  }

  /** True for a {@code double} or {@code float} result. */
  boolean isScalar() {
    return primal.getReturnType() == double.class || primal.getReturnType() == float.class;
  }

  Method gradient() {
    String base = signature.baseName();
    int first = base.offsetByCodePoints(0, 1);
    return generated("d" + base.substring(0, first).toUpperCase() + base.substring(first), "");
  }

  Method valueAndGradient() {
    return generated(signature.baseName(), "ValueAndGradient");
  }

  /** The member with this ending and these parameters, where there is one. */
  Optional<Method> find(String ending, List<Class<?>> parameters) {
    return find(signature.baseName(), ending, parameters);
  }

  Method pullback() {
    return generated(signature.baseName(), "Pullback");
  }

  Method jvp(List<Class<?>> parameters) {
    return generated(signature.baseName(), "Jvp", parameters);
  }

  Method hvp(List<Class<?>> parameters) {
    return generated(signature.baseName(), "Hvp", parameters);
  }

  /** The member of this name; of an overloaded method, the one whose name begins like it. */
  private Method generated(String base, String ending) {
    return generated(base, ending, types);
  }

  private Method generated(String base, String ending, List<Class<?>> parameters) {
    return find(base, ending, parameters)
        .orElseThrow(() -> new AssertionError("nothing generated as " + base + ending));
  }

  private Optional<Method> find(String base, String ending, List<Class<?>> parameters) {
    Class<?> type = primal.getDeclaringClass();
    String inPackage = type.getName().substring(type.getPackageName().length() + 1);
    String name = type.getPackageName() + ".d" + inPackage.replace("$", "$d");
    try {
      Class<?> generated = Class.forName(name, true, type.getClassLoader());
      return Arrays.stream(generated.getDeclaredMethods())
          .filter(m -> m.getName().startsWith(base) && m.getName().contains(ending))
          .filter(m -> List.of(m.getParameterTypes()).equals(parameters))
          .min(Comparator.comparingInt(m -> m.getName().equals(base + ending) ? 0 : 1));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no class " + name, e);
    }
  }

  /** A gradient by parameter: null in the place of the parameters that are not differentiated. */
  Object[] unpack(Object gradient) {
    boolean[] differentiable = differentiable();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < differentiable.length; i++) {
      if (differentiable[i]) {
        places.add(i);
      }
    }
    Object[] unpacked = new Object[differentiable.length];
    if (places.size() == 1) {
      unpacked[places.get(0)] = gradient;
      return unpacked;
    }
    RecordComponent[] components = gradient.getClass().getRecordComponents();
    List<String> expected = places.stream().map(this::componentName).toList();
    List<String> actual = Arrays.stream(components).map(RecordComponent::getName).toList();
    if (!expected.equals(actual)) {
      throw new AssertionError("gradient has " + actual + ", expected " + expected);
    }
    for (int i = 0; i < components.length; i++) {
      unpacked[places.get(i)] = Scalars.component(gradient, components[i]);
    }
    return unpacked;
  }

  String componentName(int parameter) {
    String name = signature.parameters().get(parameter).name();
    return ILLEGAL.contains(name) ? name + "_" : name;
  }
}
