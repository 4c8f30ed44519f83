package io.github.cotangent;

import io.github.cotangent.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks a value and another of the same shape at once, and says where the shapes differ.
 *
 * @param what what the other value is, for messages
 * @param found takes the numbers of the other value
 */
record SideBySide(String what, Consumer<Number> found) {

  void walk(String name, Object value, Object other) {
    walk(name, value, other, true);
  }

  private void walk(String name, Object value, Object other, boolean isRoot) {
    if (value instanceof Tensor tensor) {
      walkTensor(name, tensor, other);
    } else if (Numbers.isNumber(value) || Numbers.isLeafArray(value)) {
      if (other == null || other.getClass() != value.getClass()) {
        throw different(name, value, other);
      }
      if (Numbers.isNumber(value)) {
        found.accept((Number) other);
      } else {
        requireLength(name, value, other);
        for (int i = 0; i < Array.getLength(other); i++) {
          found.accept((Number) Array.get(other, i));
        }
      }
    } else if (!holdsNumbers(value)) {
      if (holdsNumbers(other)) {
        throw different(name, value, other);
      }
    } else if (value instanceof Object[] elements) {
      if (!(other instanceof Object[] others)) {
        throw different(name, value, other);
      }
      requireLength(name, value, other);
      for (int i = 0; i < elements.length; i++) {
        walk(name + "[" + i + "]", elements[i], others[i], false);
      }
    } else {
      walkRecord(name, (Record) value, other, isRoot);
    }
  }

  private void walkTensor(String name, Tensor value, Object other) {
    if (!(other instanceof Tensor tensor) || tensor.dtype() != value.dtype()) {
      throw different(name, value, other);
    }
    if (!Arrays.equals(value.shape(), tensor.shape())) {
      throw new IllegalArgumentException(
          "%s has the shape %s at '%s', which has the shape %s"
              .formatted(
                  what, Arrays.toString(tensor.shape()), name, Arrays.toString(value.shape())));
    }
    for (double number : tensor.toDoubles()) {
      found.accept(number);
    }
  }

  private void walkRecord(String name, Record value, Object other, boolean isRoot) {
    if (!(other instanceof Record record)) {
      throw different(name, value, other);
    }
    Map<String, Object> others = RecordParts.of(record);
    Map<String, Object> parts = RecordParts.of(value);
    Set<String> extra = new HashSet<>(others.keySet());
    extra.removeAll(parts.keySet());
    if (!extra.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has a component %s, which is not in %s"
              .formatted(what, extra, value.getClass().getName()));
    }
    parts.forEach(
        (component, part) -> {
          String place = Numbers.join(name, component, isRoot);
          if (!others.containsKey(component) && holdsNumbers(part)) {
            throw new IllegalArgumentException(
                "%s has no component '%s': what is constant must not be in the point"
                    .formatted(what, place));
          }
          walk(place, part, others.get(component), false);
        });
  }

  private static boolean holdsNumbers(Object value) {
    return !Numbers.of("", value).places().isEmpty();
  }

  private void requireLength(String name, Object value, Object other) {
    if (Array.getLength(value) != Array.getLength(other)) {
      throw new IllegalArgumentException(
          "%s has length %d at '%s', which has length %d"
              .formatted(what, Array.getLength(other), name, Array.getLength(value)));
    }
  }

  private IllegalArgumentException different(String name, Object value, Object other) {
    return new IllegalArgumentException(
        "%s has %s at '%s', which is %s".formatted(what, type(other), name, type(value)));
  }

  private static String type(Object value) {
    if (value instanceof Double) {
      return "a double";
    }
    if (value instanceof Float) {
      return "a float";
    }
    if (value instanceof Tensor tensor) {
      return "a Tensor of " + tensor.dtype();
    }
    return value == null ? "null" : "a " + value.getClass().getSimpleName();
  }
}
