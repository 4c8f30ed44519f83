package io.github.cotangent;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Takes records apart, and makes others of their type. */
final class RecordParts {

  private RecordParts() {}

  /** The components by name, in their order. */
  static Map<String, Object> of(Record value) {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      parts.put(component.getName(), part(value, component));
    }
    return parts;
  }

  /** A record of the same type, each component replaced. */
  static Object mapped(Record value, UnaryOperator<Object> replacement) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = replacement.apply(part(value, components[i]));
    }
    try {
      Constructor<?> constructor = value.getClass().getDeclaredConstructor(types);
      open(constructor, value.getClass());
      return constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          value.getClass().getName() + " cannot be made with other numbers: " + e.getCause(),
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("every record has its canonical constructor", e);
    }
  }

  private static Object part(Record value, RecordComponent component) {
    open(component.getAccessor(), value.getClass());
    try {
      return component.getAccessor().invoke(value);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "the accessor '" + component.getName() + "' fails: " + e.getCause(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError("the accessor was opened", e);
    }
  }

  private static void open(AccessibleObject member, Class<?> record) {
    try {
      member.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      throw new IllegalArgumentException(
          "the record "
              + record.getName()
              + " is closed to this check: let its module say 'opens "
              + record.getPackageName()
              + " to io.github.cotangent.runtime', or use a public record of an exported package",
          e);
    }
  }
}
