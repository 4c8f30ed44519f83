package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Type;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Carries Java objects into the interpreter and back; shared arrays stay shared both ways. */
final class Marshal {
  private final ClassLoader loader;
  private final Map<Object, ArrayValue> entered = new IdentityHashMap<>();
  private final Map<Object, Object> constants = new IdentityHashMap<>();

  /** The loader finds the user's records. */
  Marshal(ClassLoader loader) {
    this.loader = loader;
  }

  /** A Java object with its tangent, null for none, as a value. */
  Object enter(Object object, Object tangent, Type type) {
    if (type instanceof Type.Array a && object != null) {
      ArrayValue known = entered.get(object);
      return known != null ? known : enterArray(object, tangent, a.element());
    }
    if (type instanceof Type.Record r && object != null) {
      return enterRecord(object, tangent, r);
    }
    if (type.isScalar()) {
      double dot = tangent == null ? 0 : ((Number) tangent).doubleValue();
      double value = ((Number) object).doubleValue();
      return type.equals(Type.FLOAT) ? Dual.ofFloat((float) value, dot) : Dual.of(value, dot);
    }
    return object;
  }

  /** What a field holds, as a value: the same one each time, as {@code ==} may ask. */
  Object enterConstant(Object object, Type type) {
    return type instanceof Type.Record && object != null
        ? constants.computeIfAbsent(object, o -> enter(o, null, type))
        : enter(object, null, type);
  }

  private ArrayValue enterArray(Object object, Object tangent, Type element) {
    int length = Array.getLength(object);
    ArrayValue array = new ArrayValue(element, length);
    entered.put(object, array);
    for (int i = 0; i < length; i++) {
      Object dot = tangent == null ? null : Array.get(tangent, i);
      array.cells[i] = enter(Array.get(object, i), dot, element);
    }
    return array;
  }

  private RecordValue enterRecord(Object object, Object tangent, Type.Record type) {
    List<Object> components = new ArrayList<>();
    for (Type.Component c : type.components()) {
      Object dot = tangent == null ? null : component(tangent, c.name());
      components.add(enter(component(object, c.name()), dot, c.type()));
    }
    return new RecordValue(type, components);
  }

  /** Gives values back: one such object keeps shared arrays shared. */
  final class Exit {
    private final boolean tangents;
    private final Map<ArrayValue, Object> left = new IdentityHashMap<>();

    /** Exits values, or their tangents. */
    Exit(boolean tangents) {
      this.tangents = tangents;
    }

    /** The Java object; of a value that has no tangent, the value itself. */
    Object leave(Object value) {
      if (value instanceof Dual d) {
        return (tangents ? new Dual(d.tangent(), 0, d.single()) : d).boxed();
      }
      if (value instanceof ArrayValue a) {
        Object known = left.get(a);
        return known != null ? known : leaveArray(a);
      }
      return value instanceof RecordValue r ? leaveRecord(r) : value;
    }

    private Object leaveArray(ArrayValue a) {
      Object array = Array.newInstance(classOf(a.element), a.cells.length);
      left.put(a, array);
      for (int i = 0; i < a.cells.length; i++) {
        Array.set(array, i, leave(a.cells[i]));
      }
      return array;
    }

    private Object leaveRecord(RecordValue r) {
      Class<?>[] types =
          r.type().components().stream().map(c -> classOf(c.type())).toArray(Class<?>[]::new);
      try {
        Constructor<?> constructor = classOf(r.type()).getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(r.components().stream().map(this::leave).toArray());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Takes over what a foreign method wrote into the arrays it was given. */
    void takeBack() {
      left.forEach(
          (value, array) -> {
            if (!value.element.isReference()) {
              for (int i = 0; i < value.cells.length; i++) {
                value.cells[i] = enter(Array.get(array, i), null, value.element);
              }
            }
          });
    }
  }

  /** The class of a type. */
  Class<?> classOf(Type type) {
    if (type instanceof Type.Array a) {
      return classOf(a.element()).arrayType();
    }
    if (type instanceof Type.Record r) {
      return classOf(r.name());
    }
    if (type instanceof Type.ClassType c) {
      return load(c);
    }
    return type instanceof Type.Primitive p ? primitive(p.kind()) : void.class;
  }

  private Class<?> load(Type.ClassType c) {
    String prefix = c.packageName().isEmpty() ? "" : c.packageName() + ".";
    try {
      return Class.forName(prefix + String.join("$", c.simpleNames()), true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> primitive(Type.Kind kind) {
    return switch (kind) {
      case BOOLEAN -> boolean.class;
      case BYTE -> byte.class;
      case SHORT -> short.class;
      case CHAR -> char.class;
      case INT -> int.class;
      case LONG -> long.class;
      case FLOAT -> float.class;
      case DOUBLE -> double.class;
    };
  }

  private static Object component(Object record, String name) {
    try {
      Method accessor = record.getClass().getDeclaredMethod(name);
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
