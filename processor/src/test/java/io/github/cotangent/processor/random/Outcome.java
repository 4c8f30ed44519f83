package io.github.cotangent.processor.random;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * What a call gave.
 *
 * @param value the result
 * @param thrown what it threw, or null
 */
record Outcome(Object value, Throwable thrown) {

  /** Calls a method of any visibility. */
  static Outcome of(Method method, Object receiver, List<Object> args) {
    try {
      method.setAccessible(true);
      return new Outcome(method.invoke(receiver, args.toArray()), null);
    } catch (InvocationTargetException e) {
      return new Outcome(null, e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean failed() {
    return thrown != null;
  }

  /** The exact value, or the class of the exception. */
  String exact() {
    return failed() ? thrown.getClass().getName() : Leaves.exact(value);
  }
}
