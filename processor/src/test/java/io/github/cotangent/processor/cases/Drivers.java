package io.github.cotangent.processor.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the classes that evaluate the Java expressions in a case's comments: {@code Points} for
 * the arguments, {@code Expectations} for the exact values, both in the case's package.
 */
final class Drivers {

  static final String POINTS = "Points";
  static final String EXPECTATIONS = "Expectations";

  private Drivers() {}

  /** The files written, with the names of their classes. */
  static Map<Path, String> write(Path folder, CaseFolder c) {
    Map<Path, String> written = new LinkedHashMap<>();
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < c.points().size(); i++) {
      CaseFolder.Point p = c.points().get(i);
      method(points, i, p.statements(), p.arguments());
    }
    String header = "package %s;%nimport %s.Input.*;%n".formatted(c.packageName(), c.packageName());
    write(folder, c, POINTS, header, points, written);
    StringBuilder values = new StringBuilder();
    List<CaseFolder.Expectation> expectations = c.expectations();
    for (int i = 0; i < expectations.size(); i++) {
      method(values, i, "", expectations.get(i).actual() + ", " + expectations.get(i).expected());
    }
    if (!expectations.isEmpty()) {
      String imports = header + "import static %s.dInput.*;%n".formatted(c.packageName());
      write(folder, c, EXPECTATIONS, imports, values, written);
    }
    return written;
  }

  private static void method(StringBuilder body, int index, String statements, String values) {
    body.append("  static Object[] get%d() throws Exception {%n".formatted(index))
        .append("    %s%n    return new Object[] {%s};%n  }%n".formatted(statements, values));
  }

  private static void write(
      Path folder,
      CaseFolder c,
      String name,
      String header,
      StringBuilder body,
      Map<Path, String> written) {
    try {
      Path file = Files.createDirectories(folder).resolve(name + ".java");
      Files.writeString(file, header + "class " + name + " {\n" + body + "}\n");
      written.put(file, c.packageName() + "." + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
