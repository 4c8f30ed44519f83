package io.github.cotangent.processor.cases;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The differentiable scalars inside a value: a number, an array, a record, nested. Each has a key
 * that names its storage, so that two paths to one array element have one key.
 */
final class Scalars {

  /** Sees a scalar of a value together with what stands in its place in another value. */
  interface PairVisitor {
    void visit(String key, Object scalar, Object other);
  }

  /** Gives a scalar another value. */
  interface Replacement {
    Object replace(String key, Object scalar);
  }

  private static final double FEW_UNITS = 16;

  private final Map<Object, Integer> arrays = new IdentityHashMap<>();

  private Scalars() {}

  /** Visits the scalars of the arguments and of other arguments of the same shape. */
  static void pairs(Object[] values, Object[] others, PairVisitor visitor) {
    Scalars walk = new Scalars();
    for (int i = 0; i < values.length; i++) {
      walk.pair("$" + i, values[i], others[i], visitor);
    }
  }

  /** Replaces scalars: in place inside arrays, else in the given array of arguments. */
  static void replace(Object[] values, boolean[] differentiable, Replacement replacement) {
    Scalars walk = new Scalars();
    for (int i = 0; i < values.length; i++) {
      if (differentiable[i]) {
        values[i] = walk.replaced("$" + i, values[i], replacement);
      }
    }
  }

  /** The same values with zeros for their scalars, in place inside arrays. */
  static Object[] zeros(Object[] values, boolean[] differentiable) {
    replace(
        values, differentiable, (key, old) -> old instanceof Float ? (Object) 0f : (Object) 0.0);
    return values;
  }

  /** True for the types that carry a derivative. */
  static boolean isDifferentiable(Class<?> type) {
    if (type.isArray()) {
      return isDifferentiable(type.getComponentType());
    }
    if (type.isRecord()) {
      return Arrays.stream(type.getRecordComponents()).anyMatch(c -> isDifferentiable(c.getType()));
    }
    return type == double.class || type == float.class;
  }

  /** True for the types that lead to arrays which carry a derivative. */
  static boolean holdsArray(Class<?> type) {
    return isDifferentiable(type)
        && (type.isArray()
            || type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                    .anyMatch(c -> holdsArray(c.getType())));
  }

  private void pair(String key, Object value, Object other, PairVisitor visitor) {
    if (value == null || other == null) {
      if (value != other) {
        throw new AssertionError(key + ": " + show(other) + " in the place of " + show(value));
      }
    } else if (isNumber(value)) {
      visitor.visit(key, value, other);
    } else if (value.getClass().isArray()) {
      pairElements(value, other, visitor);
    } else if (value instanceof Record) {
      for (RecordComponent c : value.getClass().getRecordComponents()) {
        Object mine = component(value, c);
        Object yours = component(other, c);
        if (isDifferentiable(c.getType())) {
          pair(key + "." + c.getName(), mine, yours, visitor);
        } else if (!same(mine, yours)) {
          throw new AssertionError(key + "." + c.getName() + ": " + yours + " for " + mine);
        }
      }
    }
  }

  private void pairElements(Object value, Object other, PairVisitor visitor) {
    if (!isDifferentiable(value.getClass())) {
      return;
    }
    int length = Array.getLength(value);
    if (length != Array.getLength(other)) {
      throw new AssertionError("length " + Array.getLength(other) + " in the place of " + length);
    }
    String id = id(value);
    for (int i = 0; i < length; i++) {
      pair(id + "[" + i + "]", Array.get(value, i), Array.get(other, i), visitor);
    }
  }

  private String id(Object array) {
    return "#" + arrays.computeIfAbsent(array, a -> arrays.size());
  }

  private Object replaced(String key, Object value, Replacement replacement) {
    if (value == null) {
      return null;
    }
    if (isNumber(value)) {
      return replacement.replace(key, value);
    }
    if (value.getClass().isArray()) {
      if (!arrays.containsKey(value) && isDifferentiable(value.getClass())) {
        String id = id(value);
        for (int i = 0; i < Array.getLength(value); i++) {
          Array.set(value, i, replaced(id + "[" + i + "]", Array.get(value, i), replacement));
        }
      }
      return value;
    }
    return value instanceof Record && isDifferentiable(value.getClass())
        ? rebuilt(key, value, replacement)
        : value;
  }

  private Object rebuilt(String key, Object value, Replacement replacement) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      Object part = component(value, components[i]);
      parts[i] =
          isDifferentiable(components[i].getType())
              ? replaced(key + "." + components[i].getName(), part, replacement)
              : part;
    }
    return make(value.getClass(), parts);
  }

  private static Object make(Class<?> type, Object[] parts) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static Object component(Object record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** A copy that shares no array with the value; what is immutable is shared. */
  static Object copy(Object value) {
    if (value instanceof Record) {
      return make(
          value.getClass(),
          Arrays.stream(value.getClass().getRecordComponents())
              .map(c -> copy(component(value, c)))
              .toArray());
    }
    if (value == null || !value.getClass().isArray()) {
      return value;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, copy(Array.get(value, i)));
    }
    return copy;
  }

  private static boolean isNumber(Object value) {
    return value instanceof Double || value instanceof Float;
  }

  /** Equal in every bit and every element; objects that the compiler knows nothing of are. */
  static boolean same(Object a, Object b) {
    if (a == null || b == null || a.getClass() != b.getClass()) {
      return a == b;
    }
    if (a.getClass().isArray()) {
      boolean equal = Array.getLength(a) == Array.getLength(b);
      for (int i = 0; equal && i < Array.getLength(a); i++) {
        equal = same(Array.get(a, i), Array.get(b, i));
      }
      return equal;
    }
    if (a instanceof Record) {
      return Arrays.stream(a.getClass().getRecordComponents())
          .allMatch(c -> same(component(a, c), component(b, c)));
    }
    boolean plain = a instanceof Number || a instanceof String || a instanceof Boolean;
    return !plain && !(a instanceof Character) && !(a instanceof Enum) || a.equals(b);
  }

  /** True if the scalars {@link #areClose(Object[], Object[])}. */
  static boolean areClose(Object a, Object b) {
    return areClose(new Object[] {a}, new Object[] {b});
  }

  /**
   * True if the scalars of the arguments are the same numbers but for what the order of additions
   * changes: of the largest among them at most a few units in the last place.
   */
  static boolean areClose(Object[] a, Object[] b) {
    double[] largest = {1};
    double[] worst = {0};
    pairs(
        a,
        b,
        (key, scalar, other) -> {
          double x = ((Number) scalar).doubleValue();
          double y = ((Number) other).doubleValue();
          if (Double.isFinite(x) && Double.isFinite(y)) {
            double unit = scalar instanceof Float ? Math.ulp(1f) : Math.ulp(1.0);
            largest[0] = Math.max(largest[0], Math.abs(x));
            worst[0] = Math.max(worst[0], Math.abs(x - y) / unit);
          } else if (Double.compare(x, y) != 0) {
            worst[0] = Double.POSITIVE_INFINITY;
          }
        });
    return worst[0] <= FEW_UNITS * largest[0];
  }

  /** A value as text. */
  static String show(Object value) {
    if (value != null && value.getClass().isArray()) {
      String text = Arrays.deepToString(new Object[] {value});
      return text.substring(1, text.length() - 1);
    }
    if (value instanceof Record) {
      StringBuilder text = new StringBuilder(value.getClass().getSimpleName());
      for (RecordComponent c : value.getClass().getRecordComponents()) {
        text.append(' ').append(c.getName()).append('=').append(show(component(value, c)));
      }
      return text.toString();
    }
    return String.valueOf(value);
  }
}
