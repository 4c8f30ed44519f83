package io.github.cotangent.processor.cases;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/**
 * What a call did: a value or an exception, and what was printed.
 *
 * @param value the result, null for void and after an exception
 * @param thrown the exception, or null
 * @param printed what went to {@code System.out}
 */
record Outcome(Object value, Throwable thrown, String printed) {

  /** Calls a method by reflection. */
  static Outcome of(Method method, Object receiver, Object[] arguments) {
    method.setAccessible(true);
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Object value = null;
    Throwable thrown = null;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      value = method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      thrown = e.getCause();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    } finally {
      System.setOut(out);
    }
    return new Outcome(value, thrown, printed.toString(StandardCharsets.UTF_8));
  }

  /** The value of a call that must not fail. */
  Object get() {
    if (thrown != null) {
      throw new AssertionError("unexpected " + thrown, thrown);
    }
    return value;
  }

  /**
   * The exception as far as it must agree between a method and its gradient. The message of a null
   * pointer names local variables, so it does not count.
   */
  String exception() {
    if (thrown == null) {
      return "none";
    }
    return thrown instanceof NullPointerException
        ? thrown.getClass().getName()
        : thrown.getClass().getName() + ": " + thrown.getMessage();
  }
}
