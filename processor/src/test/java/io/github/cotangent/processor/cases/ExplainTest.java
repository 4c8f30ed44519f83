package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.diagnostics.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code -Acotangent.explain} says of {@code explain/<Name>.java} stands in {@code
 * explain/<Name>.txt}, each note with its line. {@code -Dcotangent.rewrite=true} rewrites the
 * texts.
 */
class ExplainTest {

  private static final Path FOLDER = CaseFolder.resources().resolve("explain");

  @TempDir Path directory;

  static Stream<String> sources() {
    return CaseFolder.javaFiles(FOLDER).stream()
        .map(f -> f.getFileName().toString().replace(".java", ""));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void saysWhatItSaidBefore(String name) throws IOException {
    Path golden = FOLDER.resolve(name + ".txt");
    String said = String.join("\n", said(compile(name, "-Acotangent.explain"))) + "\n";
    if (Boolean.getBoolean("cotangent.rewrite")) {
      Files.writeString(golden, said);
    }
    assertThat(golden).as("run with -Dcotangent.rewrite=true, then read it").exists();
    assertThat(said).isEqualTo(CaseFolder.text(golden));
  }

  @Test
  void theOptionMayHaveAValue() {
    assertThat(said(compile("Again", "-Acotangent.explain=true"))).isNotEmpty();
    assertThat(said(compile("Again", "-Acotangent.explain=false"))).isEmpty();
    Compilation refused = compile("Again", "-Acotangent.explain=yes");
    assertThat(refused.success()).isFalse();
    assertThat(refused.diagnostics().get(0).getMessage(Locale.ROOT))
        .contains("[Cotangent/BadOption]", "-Acotangent.explain", "it is 'yes'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"independentLoops", "undoneSteps", "directShadows", "smallArrays"})
  void saysWhatIsSwitchedOff(String optimization) {
    List<String> with =
        sources().flatMap(name -> said(compile(name, "-Acotangent.explain")).stream()).toList();
    String off = "-Acotangent.disable=" + optimization;
    List<String> without =
        sources()
            .flatMap(name -> said(compile(name, "-Acotangent.explain", off)).stream())
            .toList();
    String gone =
        switch (optimization) {
          case "independentLoops" -> "straight back in the backward pass";
          case "undoneSteps" -> "the backward pass undoes it";
          case "directShadows" -> "stores a reference";
          default -> "one for each of its elements";
        };
    assertThat(with).anyMatch(s -> s.contains(gone));
    assertThat(without).isNotEmpty().noneMatch(s -> s.contains(gone));
  }

  private Compilation compile(String name, String... options) {
    Path source = FOLDER.resolve(name + ".java");
    Path output = directory.resolve(name + options.length + String.join("", options).hashCode());
    return Compilation.withProcessor(List.of(source), output, List.of(options));
  }

  private static List<String> said(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.NOTE)
        .filter(d -> d.getMessage(Locale.ROOT).startsWith(Explanation.PREFIX))
        .map(ExplainTest::line)
        .toList();
  }

  private static String line(Diagnostic<? extends JavaFileObject> d) {
    return d.getLineNumber() + ": " + d.getMessage(Locale.ROOT);
  }
}
