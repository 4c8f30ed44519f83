package io.github.cotangent;

import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers in a value of a differentiable type: a {@code double} or {@code float}, tensors,
 * arrays and records of these, nested. Everything else in it is constant.
 *
 * <p>An array that occurs at two places is one: its numbers have several places, and one index.
 */
final class Numbers {

  /** Where a number is: its name for messages, and the index that it has among all numbers. */
  record Place(String name, int index) {}

  private final Object value;
  private final List<Place> places = new ArrayList<>();
  private final List<Number> numbers = new ArrayList<>();

  private Numbers(Object value) {
    this.value = value;
  }

  /**
   * The numbers of a value.
   *
   * @param name what to call the value in names of places, where it is no record
   */
  static Numbers of(String name, Object value) {
    Numbers result = new Numbers(value);
    result.new Listing().list(name, value);
    return result;
  }

  /** All places in their order. */
  List<Place> places() {
    return places;
  }

  /** The numbers by index. */
  double[] toArray() {
    return numbers.stream().mapToDouble(Number::doubleValue).toArray();
  }

  boolean isFloat(int index) {
    return numbers.get(index) instanceof Float;
  }

  boolean hasFloats() {
    return numbers.stream().anyMatch(Float.class::isInstance);
  }

  /** A deep copy with other numbers. It has the type and the aliases of the original. */
  Object with(double[] others) {
    return new Copy(others).of(value);
  }

  /**
   * The numbers of another value at the same places, in the order of {@link #places}. Its records
   * may have other types, if their components have the same names.
   *
   * @param name what to call the value in names of places, as above
   * @param what what the other value is, for messages
   * @throws IllegalArgumentException if its shape is another
   */
  double[] numbersOf(String name, String what, Object other) {
    List<Number> found = new ArrayList<>();
    new SideBySide(what, found::add).walk(name, value, other);
    return found.stream().mapToDouble(Number::doubleValue).toArray();
  }

  static boolean isNumber(Object value) {
    return value instanceof Double || value instanceof Float;
  }

  static boolean isLeafArray(Object value) {
    return value instanceof double[] || value instanceof float[];
  }

  /** The numbers of a tensor, in its own type. */
  static Object arrayOf(Tensor tensor) {
    return tensor.dtype() == DType.FLOAT ? tensor.toFloats() : tensor.toDoubles();
  }

  static String join(String prefix, String component, boolean isRoot) {
    return isRoot ? component : prefix + "." + component;
  }

  /** Finds places and numbers. */
  private final class Listing {

    private final Map<Object, List<Place>> placesIn = new IdentityHashMap<>();

    void list(String name, Object part) {
      list(name, part, true);
    }

    private void list(String name, Object part, boolean isRoot) {
      if (isNumber(part)) {
        places.add(new Place(name, numbers.size()));
        numbers.add((Number) part);
      } else if (part instanceof Tensor tensor) {
        listArray(name, arrayOf(tensor));
      } else if (part instanceof Record record) {
        RecordParts.of(record)
            .forEach((component, of) -> list(join(name, component, isRoot), of, false));
      } else if (isLeafArray(part) || part instanceof Object[]) {
        listArray(name, part);
      }
    }

    private void listArray(String name, Object array) {
      List<Place> known = placesIn.get(array);
      if (known != null) {
        known.forEach(p -> places.add(new Place(name + p.name(), p.index())));
        return;
      }
      int first = places.size();
      for (int i = 0; i < Array.getLength(array); i++) {
        list(name + "[" + i + "]", Array.get(array, i), false);
      }
      placesIn.put(
          array,
          places.subList(first, places.size()).stream()
              .map(p -> new Place(p.name().substring(name.length()), p.index()))
              .toList());
    }
  }

  /** Copies in the order in which the numbers are listed. */
  private static final class Copy {

    private final double[] numbers;
    private final Map<Object, Object> copyOf = new IdentityHashMap<>();
    private int next;

    Copy(double[] numbers) {
      this.numbers = numbers;
    }

    Object of(Object part) {
      if (part instanceof Double) {
        return numbers[next++];
      }
      if (part instanceof Float) {
        return (float) numbers[next++];
      }
      if (part instanceof Record record) {
        return RecordParts.mapped(record, this::of);
      }
      if (part instanceof Tensor tensor) {
        double[] values = Arrays.copyOfRange(numbers, next, next + tensor.size());
        next += values.length;
        return Tensors.of(values, tensor.shape()).to(tensor.dtype());
      }
      if (part == null || !part.getClass().isArray()) {
        return part;
      }
      Object known = copyOf.get(part);
      return known == null ? ofArray(part) : known;
    }

    private Object ofArray(Object array) {
      int length = Array.getLength(array);
      Object copy = Array.newInstance(array.getClass().getComponentType(), length);
      copyOf.put(array, copy);
      if (array instanceof Object[] elements) {
        for (int i = 0; i < length; i++) {
          ((Object[]) copy)[i] = of(elements[i]);
        }
      } else if (array instanceof double[]) {
        System.arraycopy(numbers, next, copy, 0, length);
        next += length;
      } else if (array instanceof float[]) {
        for (int i = 0; i < length; i++) {
          Array.setFloat(copy, i, (float) numbers[next++]);
        }
      } else {
        System.arraycopy(array, 0, copy, 0, length);
      }
      return copy;
    }
  }
}
