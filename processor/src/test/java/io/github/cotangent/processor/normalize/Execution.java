package io.github.cotangent.processor.normalize;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.tools.ToolProvider;

/** Compiles two classes, and runs the methods of the same name in both on the same arguments. */
final class Execution {

  private static final double[] NUMBERS = {-2, 0, 1.5, 7, Double.NaN};
  private static final int[] COUNTS = {-1, 0, 1, 2, 5};

  private final Class<?> before;
  private final Class<?> after;

  /** Compiles the texts, which are of the classes named, into a folder. */
  Execution(Path folder, Map<String, String> texts, String before, String after)
      throws IOException, ReflectiveOperationException {
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d"));
    arguments.add(folder.toString());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = folder.resolve(text.getKey() + ".java");
      Files.writeString(file, text.getValue());
      arguments.add(file.toString());
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (failed != 0) {
      throw new AssertionError("javac refuses:\n" + texts.get(after));
    }
    ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    loader.setDefaultAssertionStatus(true);
    this.before = loader.loadClass(before);
    this.after = loader.loadClass(after);
  }

  /**
   * Runs every method whose name starts with {@code run}.
   *
   * @return how many runs were compared
   */
  int compare() throws ReflectiveOperationException {
    int runs = 0;
    for (Method method : after.getDeclaredMethods()) {
      if (!method.getName().startsWith("run")) {
        continue;
      }
      method.setAccessible(true);
      Method original = before.getDeclaredMethod(method.getName(), method.getParameterTypes());
      original.setAccessible(true);
      for (int k = 0; k < 25; k++) {
        String expected = outcome(original, k);
        String actual = outcome(method, k);
        if (!expected.equals(actual)) {
          throw new AssertionError(
              method.getName() + " #" + k + "\nexpected: " + expected + "\nbut was:  " + actual);
        }
        runs++;
      }
    }
    return runs;
  }

  /** Result or exception, what became of the arguments, and what was logged on the way. */
  private String outcome(Method method, int k) throws ReflectiveOperationException {
    Field field = before.getDeclaredField("LOG");
    field.setAccessible(true);
    StringBuilder log = (StringBuilder) field.get(null);
    log.setLength(0);
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int p = 0; p < types.length; p++) {
      arguments[p] = argument(types[p], p % 2 == 0 ? k : k / 5, 3);
    }
    String result;
    try {
      result = show(method.invoke(null, arguments));
    } catch (InvocationTargetException e) {
      result = e.getCause().toString();
    }
    return result + " " + show(arguments) + " " + log;
  }

  private static Object argument(Class<?> type, int k, int length) {
    if (type == double.class) {
      return NUMBERS[k % NUMBERS.length];
    }
    if (type == int.class) {
      return COUNTS[k % COUNTS.length];
    }
    if (type == boolean.class) {
      return k % 2 == 0;
    }
    if (type == String.class) {
      return List.of("a", "b", "c").get(k % 3);
    }
    if (type == List.class) {
      return new ArrayList<>(List.of(1.0, 2.5, -3.0 + k));
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[k % type.getEnumConstants().length];
    }
    if (type.isArray()) {
      Object array = Array.newInstance(type.getComponentType(), length);
      for (int i = 0; i < length; i++) {
        Array.set(array, i, argument(type.getComponentType(), k + i, length));
      }
      return array;
    }
    return construct(type, k, length);
  }

  private static Object construct(Class<?> type, int k, int length) {
    java.lang.reflect.Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Class<?>[] types = constructor.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int p = 0; p < types.length; p++) {
      arguments[p] = argument(types[p], k + p, length);
    }
    try {
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String show(Object value) throws ReflectiveOperationException {
    if (value != null && value.getClass().isArray()) {
      StringJoiner elements = new StringJoiner(", ", "[", "]");
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(show(Array.get(value, i)));
      }
      return elements.toString();
    }
    if (value != null && value.getClass().isRecord()) {
      StringJoiner components = new StringJoiner(", ", "(", ")");
      for (java.lang.reflect.RecordComponent c : value.getClass().getRecordComponents()) {
        Method accessor = c.getAccessor();
        accessor.setAccessible(true);
        components.add(show(accessor.invoke(value)));
      }
      return components.toString();
    }
    return String.valueOf(value);
  }
}
