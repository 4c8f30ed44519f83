package io.github.cotangent.processor.random;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The floating-point numbers inside arguments and results; shared arrays are met once. */
final class Leaves {
  private Leaves() {}

  /** Changes a number. */
  interface Change {
    double apply(double value);
  }

  /** A deep copy with every number changed, in order; arrays shared before are shared after. */
  static List<Object> copy(List<Object> values, Change change) {
    Map<Object, Object> copies = new IdentityHashMap<>();
    List<Object> all = new ArrayList<>();
    values.forEach(v -> all.add(copy(v, change, copies)));
    return all;
  }

  private static Object copy(Object value, Change change, Map<Object, Object> copies) {
    if (value instanceof Double d) {
      return change.apply(d);
    }
    if (value instanceof Float f) {
      return (float) change.apply(f);
    }
    if (value != null && value.getClass().isArray()) {
      return copies.containsKey(value) ? copies.get(value) : copyArray(value, change, copies);
    }
    return value instanceof Record r ? copyRecord(r, change, copies) : value;
  }

  /** The same shapes, with 1 for the numbers in arrays and 0 for all others. */
  static List<Object> inArrays(List<Object> values) {
    Map<Object, Object> copies = new IdentityHashMap<>();
    List<Object> all = new ArrayList<>();
    values.forEach(v -> all.add(inArrays(v, copies)));
    return all;
  }

  private static Object inArrays(Object value, Map<Object, Object> copies) {
    return value instanceof Record r
        ? rebuilt(r, part -> inArrays(part, copies))
        : value != null && value.getClass().isArray()
            ? copy(value, v -> 1, copies)
            : copy(value, v -> 0, copies);
  }

  /**
   * Copies of seeds that share nothing. What is seeded through one reference is zero through all
   * others: seeds of one storage add up.
   */
  static List<Object> unshared(List<Object> seeds) {
    Map<Object, Object> seen = new IdentityHashMap<>();
    List<Object> all = new ArrayList<>();
    seeds.forEach(s -> all.add(unshared(s, seen)));
    return all;
  }

  private static Object unshared(Object value, Map<Object, Object> seen) {
    if (value instanceof Record r) {
      return rebuilt(r, part -> unshared(part, seen));
    }
    if (value == null || !value.getClass().isArray()) {
      return value;
    }
    boolean isNew = seen.put(value, value) == null;
    if (!(value instanceof Object[] rows)) {
      return copy(value, v -> isNew ? v : 0 * v, new IdentityHashMap<>());
    }
    Object[] copies = rows.clone();
    for (int i = 0; i < copies.length; i++) {
      copies[i] =
          isNew ? unshared(copies[i], seen) : copy(copies[i], v -> 0 * v, new IdentityHashMap<>());
    }
    return copies;
  }

  private static Object copyArray(Object value, Change change, Map<Object, Object> copies) {
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    copies.put(value, copy);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, copy(Array.get(value, i), change, copies));
    }
    return copy;
  }

  private static Object copyRecord(Record r, Change change, Map<Object, Object> copies) {
    return rebuilt(r, part -> copy(part, change, copies));
  }

  private static Object rebuilt(Record r, UnaryOperator<Object> change) {
    RecordComponent[] components = r.getClass().getRecordComponents();
    Object[] args = new Object[components.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = change.apply(component(r, i));
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return create(r.getClass(), types, args);
  }

  /** A new instance, whatever its visibility. */
  static Object create(Class<?> type, Class<?>[] parameterTypes, Object... args) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(parameterTypes);
      constructor.setAccessible(true);
      return constructor.newInstance(args);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value of a record's component. */
  static Object component(Object record, int index) {
    try {
      Method accessor = record.getClass().getRecordComponents()[index].getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The numbers of {@code shadows} that stand where those of {@code values} do, each storage once.
   *
   * @throws AssertionError if the shapes differ, or shared storage has two shadows
   */
  static double[] of(List<Object> values, List<Object> shadows) {
    List<Double> leaves = new ArrayList<>();
    Map<Object, Object> seen = new IdentityHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      collect(values.get(i), shadows.get(i), seen, leaves);
    }
    return leaves.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(
      Object value, Object shadow, Map<Object, Object> seen, List<Double> leaves) {
    if (value instanceof Double || value instanceof Float) {
      require(shadow != null && shadow.getClass() == value.getClass(), value, shadow);
      leaves.add(((Number) shadow).doubleValue());
    } else if (value != null && value.getClass().isArray()) {
      collectArray(value, shadow, seen, leaves);
    } else if (value instanceof Record) {
      require(shadow != null && shadow.getClass() == value.getClass(), value, shadow);
      for (int i = 0; i < value.getClass().getRecordComponents().length; i++) {
        collect(component(value, i), component(shadow, i), seen, leaves);
      }
    }
  }

  private static void collectArray(
      Object value, Object shadow, Map<Object, Object> seen, List<Double> leaves) {
    if (seen.containsKey(value)) {
      require(seen.get(value) == shadow, "one shadow of shared storage", "two");
      return;
    }
    seen.put(value, shadow);
    require(shadow != null && shadow.getClass() == value.getClass(), value, shadow);
    require(Array.getLength(shadow) == Array.getLength(value), "equal lengths", "others");
    for (int i = 0; i < Array.getLength(value); i++) {
      collect(Array.get(value, i), Array.get(shadow, i), seen, leaves);
    }
  }

  private static void require(boolean holds, Object expected, Object actual) {
    if (!holds) {
      throw new AssertionError("shape: expected " + expected + " but was " + actual);
    }
  }

  /** Everything inside as text, numbers with their exact bits. */
  static String exact(Object value) {
    StringBuilder text = new StringBuilder();
    exact(value, text);
    return text.toString();
  }

  /**
   * As {@link #exact}, but for the sign of zeros: where one method adds a contribution of zero and
   * another knows that there is none, {@code 0.0} and {@code -0.0} are the same derivative.
   */
  static String unsigned(Object gradient) {
    return exact(gradient).replaceAll("-0\\.0(?![0-9])", "0.0");
  }

  private static void exact(Object value, StringBuilder text) {
    if (value != null && value.getClass().isArray()) {
      text.append('[');
      for (int i = 0; i < Array.getLength(value); i++) {
        exact(Array.get(value, i), text);
        text.append(' ');
      }
      text.append(']');
    } else if (value instanceof Record) {
      text.append('(');
      for (int i = 0; i < value.getClass().getRecordComponents().length; i++) {
        exact(component(value, i), text);
        text.append(' ');
      }
      text.append(')');
    } else if (value instanceof List<?> list) {
      list.forEach(v -> exact(v, text.append(", ")));
    } else {
      // Double.toString tells any two apart but NaNs.
      text.append(value);
    }
  }
}
