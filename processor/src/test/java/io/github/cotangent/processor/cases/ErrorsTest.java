package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cotangent.processor.diagnostics.ErrorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file under {@code errors/} is compiled alone and must have exactly the errors that its
 * comments name, at their lines: {@code // error: UnknownWrt @25}, with the column where it is
 * given. {@code // error: javac} is an error of javac's own, and then of javac only.
 */
class ErrorsTest {

  private static final Pattern EXPECTED =
      Pattern.compile("// error: (\\w+(?:\\|\\w+)*)(?: @(\\d+))?");
  private static final Pattern REPORTED = Pattern.compile("\\[Cotangent/(\\w+)\\]");

  /**
   * Ids that no source file can provoke: a bug, a lost file, a Math method of a later JDK, an
   * option.
   */
  private static final Set<ErrorId> WITHOUT_CASE =
      EnumSet.of(
          ErrorId.INTERNAL, ErrorId.SOURCE_NOT_FOUND, ErrorId.REFUSED_FUNCTION, ErrorId.BAD_OPTION);

  @TempDir Path directory;

  /** An error at a line; column 0 where it does not matter. */
  private record Found(long line, long column, String id) {}

  @TestFactory
  Stream<DynamicTest> errors() throws IOException {
    return files().stream().map(f -> dynamicTest(name(f), () -> check(f)));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root())) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static Path root() {
    return CaseFolder.resources().resolve("errors");
  }

  private static String name(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }

  @Test
  void everyIdHasACase() throws IOException {
    StringBuilder all = new StringBuilder();
    files().forEach(f -> all.append(CaseFolder.text(f)));
    for (ErrorId id : ErrorId.values()) {
      if (!WITHOUT_CASE.contains(id)) {
        assertThat(all.toString()).contains("// error: " + id.id());
      }
    }
  }

  private void check(Path file) {
    List<Found> expected = expected(file);
    Path output = directory.resolve(name(file).replace('/', '_'));
    Compilation compilation = Compilation.withProcessor(List.of(file), output, List.of());
    assertThat(compilation.success()).isFalse();
    List<String> unexpected = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> d : compilation.diagnostics()) {
      if (d.getKind() != Diagnostic.Kind.ERROR) {
        continue;
      }
      Matcher id = REPORTED.matcher(d.getMessage(null));
      Found found =
          new Found(d.getLineNumber(), d.getColumnNumber(), id.find() ? id.group(1) : "javac");
      Optional<Found> match = expected.stream().filter(e -> matches(e, found)).findFirst();
      if (match.isEmpty() || !expected.remove(match.get())) {
        unexpected.add(d.getLineNumber() + ":" + d.getColumnNumber() + ": " + d.getMessage(null));
      }
    }
    assertThat(unexpected).as("errors that are not expected; missing: " + expected).isEmpty();
    assertThat(expected).as("errors that are missing").isEmpty();
    if (file.getParent().equals(root().resolve("javac"))) {
      return;
    }
    assertThat(CaseFolder.javaFiles(compilation.generated().resolve("errors"))).isEmpty();
  }

  private static boolean matches(Found expected, Found found) {
    return expected.line == found.line
        && (expected.column == 0 || expected.column == found.column)
        && Arrays.asList(expected.id.split("\\|")).contains(found.id);
  }

  private static List<Found> expected(Path file) {
    List<Found> expected = new ArrayList<>();
    long line = 0;
    for (String text : CaseFolder.text(file).lines().toList()) {
      line++;
      Matcher m = EXPECTED.matcher(text);
      while (m.find()) {
        long column = m.group(2) == null ? 0 : Long.parseLong(m.group(2));
        expected.add(new Found(line, column, m.group(1)));
      }
    }
    return expected;
  }
}
