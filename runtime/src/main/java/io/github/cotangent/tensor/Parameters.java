package io.github.cotangent.tensor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes records and arrays of tensors apart, and puts them together again. The ways into a record,
 * and into the records within it, are looked up once, here; afterwards they are plain calls of
 * method handles.
 *
 * @param <P> a tensor, a record of what is such a type, or an array of it
 */
final class Parameters<P> {

  private final Part part;

  private Parameters(Part part) {
    this.part = part;
  }

  /** Looks a type up; all values that are passed later are of that of this one. */
  static <P> Parameters<P> of(P value) {
    Class<?> type = value.getClass();
    return part(type)
        .filter(part -> !(part instanceof Constant))
        .map(Parameters<P>::new)
        .orElseThrow(() -> unfit("a " + type.getSimpleName(), "make it a record of tensors"));
  }

  /** All tensors, in the order of the components of records. */
  List<Tensor> tensors(P value) {
    List<Tensor> tensors = new ArrayList<>();
    part.collect(value, tensors);
    return tensors;
  }

  /** The same with other tensors; what is no tensor is kept. */
  @SuppressWarnings("unchecked") // a value is put together as it was taken apart
  P with(P value, List<Tensor> tensors) {
    return (P) part.replaced(value, tensors.iterator());
  }

  /**
   * All that a record holds, in the order of its components, by names such as {@code b}, {@code
   * first.weight} and {@code layers.0.weight}: tensors, and what is no tensor.
   */
  Map<String, Object> named(P record) {
    Map<String, Object> named = new LinkedHashMap<>();
    part.name("", record, named);
    return named;
  }

  private static IllegalArgumentException unfit(String what, String remedy) {
    return new IllegalArgumentException(what + " can be neither trained nor saved; " + remedy);
  }

  /** What can be in a record. */
  private interface Part {
    void collect(Object value, List<Tensor> tensors);

    default void name(String name, Object value, Map<String, Object> named) {
      named.put(name, value);
    }

    Object replaced(Object value, Iterator<Tensor> tensors);
  }

  private static final class TensorPart implements Part {
    @Override
    public void collect(Object value, List<Tensor> tensors) {
      tensors.add((Tensor) value);
    }

    @Override
    public Object replaced(Object value, Iterator<Tensor> tensors) {
      return tensors.next();
    }
  }

  /** What a model may do without, such as a bias: where it is null, its gradient is null. */
  private record OrNull(Part part) implements Part {
    @Override
    public void collect(Object value, List<Tensor> tensors) {
      if (value != null) {
        part.collect(value, tensors);
      }
    }

    @Override
    public Object replaced(Object value, Iterator<Tensor> tensors) {
      return value == null ? null : part.replaced(value, tensors);
    }

    @Override
    public void name(String name, Object value, Map<String, Object> named) {
      if (value == null) {
        named.put(name, null);
      } else {
        part.name(name, value, named);
      }
    }
  }

  private record ArrayPart(Class<?> elementType, Part element) implements Part {
    @Override
    public void collect(Object value, List<Tensor> tensors) {
      for (Object e : (Object[]) value) {
        element.collect(e, tensors);
      }
    }

    @Override
    public Object replaced(Object value, Iterator<Tensor> tensors) {
      Object[] elements = (Object[]) value;
      Object[] replaced = (Object[]) Array.newInstance(elementType, elements.length);
      for (int i = 0; i < elements.length; i++) {
        replaced[i] = element.replaced(elements[i], tensors);
      }
      return replaced;
    }

    @Override
    public void name(String name, Object value, Map<String, Object> named) {
      Object[] elements = (Object[]) value;
      for (int i = 0; i < elements.length; i++) {
        element.name(name + "." + i, elements[i], named);
      }
    }
  }

  /** A size, a name, and the like. */
  private static final class Constant implements Part {
    @Override
    public void collect(Object value, List<Tensor> tensors) {}

    @Override
    public Object replaced(Object value, Iterator<Tensor> tensors) {
      return value;
    }
  }

  private record RecordPart(
      MethodHandle constructor, List<String> names, List<MethodHandle> accessors, List<Part> parts)
      implements Part {

    @Override
    public void collect(Object value, List<Tensor> tensors) {
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).collect(component(value, i), tensors);
      }
    }

    @Override
    public Object replaced(Object value, Iterator<Tensor> tensors) {
      Object[] components = new Object[parts.size()];
      for (int i = 0; i < components.length; i++) {
        components[i] = parts.get(i).replaced(component(value, i), tensors);
      }
      return call(constructor, components);
    }

    @Override
    public void name(String name, Object value, Map<String, Object> named) {
      for (int i = 0; i < parts.size(); i++) {
        String component = name.isEmpty() ? names.get(i) : name + "." + names.get(i);
        parts.get(i).name(component, component(value, i), named);
      }
    }

    private Object component(Object value, int i) {
      return call(accessors.get(i), value);
    }
  }

  private static Object call(MethodHandle handle, Object... arguments) {
    try {
      return handle.invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a record failed: " + e, e);
    }
  }

  private static Part recordPart(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    List<String> names = new ArrayList<>();
    List<MethodHandle> accessors = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        names.add(components[i].getName());
        Method accessor = components[i].getAccessor();
        open(accessor, type);
        accessors.add(MethodHandles.lookup().unreflect(accessor));
        Part part = part(type, components[i]);
        parts.add(part instanceof Constant ? part : new OrNull(part));
      }
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      open(constructor, type);
      MethodHandle handle = MethodHandles.lookup().unreflectConstructor(constructor);
      return new RecordPart(handle, names, accessors, parts);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("every record has its accessors and canonical constructor", e);
    }
  }

  private static Part part(Class<?> owner, RecordComponent component) {
    return part(component.getType())
        .orElseThrow(
            () ->
                unfit(
                    owner.getSimpleName()
                        + "."
                        + component.getName()
                        + " is a "
                        + component.getType().getSimpleName()
                        + ", which",
                    "make it a Tensor"));
  }

  /** What a type is in a record; empty if it can be neither trained nor kept. */
  private static Optional<Part> part(Class<?> type) {
    if (type == Tensor.class) {
      return Optional.of(new TensorPart());
    }
    if (type.isRecord()) {
      return Optional.of(recordPart(type));
    }
    if (type.isArray()) {
      Class<?> element = type.getComponentType();
      return part(element)
          .filter(part -> !(part instanceof Constant))
          .map(part -> new ArrayPart(element, new OrNull(part)));
    }
    boolean isConstant =
        type == int.class
            || type == long.class
            || type == boolean.class
            || type.isEnum()
            || type == String.class;
    return isConstant ? Optional.of(new Constant()) : Optional.empty();
  }

  private static void open(AccessibleObject member, Class<?> record) {
    try {
      member.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      throw new IllegalArgumentException(
          "the record "
              + record.getName()
              + " is closed to optimisers and Models: let its module say 'opens "
              + record.getPackageName()
              + " to io.github.cotangent.runtime', or use a public record of an exported package",
          e);
    }
  }
}
