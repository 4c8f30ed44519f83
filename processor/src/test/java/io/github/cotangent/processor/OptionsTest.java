package io.github.cotangent.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.github.cotangent.processor.optimize.Optimization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the options of the processor do, and what it says of those that it cannot follow. */
class OptionsTest {

  private static final JavaFileObject SOURCE =
      JavaFileObjects.forSourceLines(
          "A",
          "import io.github.cotangent.*;",
          "class A { @Differentiable static double f(double x) { return x; } }");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cotangent.disable=deadPrimal,nonsense | there is no optimisation 'nonsense'",
        "cotangent.disable=deadprimal | There are deadPrimal, deadAdjoint",
        "cotangent.disable= | it names no optimisation",
        "cotangent.generate=HVP,GRAD | there is no output 'GRAD'",
        "cotangent.dump= | it names no folder",
        "cotangent.dump={folder}/file | there can be no folder",
        "cotangent.dump={folder}/file/inside | there can be no folder",
        "cotangent.dump={folder}/sealed | nothing can be written into",
        "cotangent.debug=yes | Say true or false",
        "cotangent.methodBytes=many | Say a number of bytes, such as 7000",
        "cotangent.dumb=x | There are -Acotangent.debug, -Acotangent.disable, -Acotangent.dump",
      })
  void optionsThatCannotBeFollowedAreErrors(String option, String message, @TempDir Path folder)
      throws IOException {
    Files.createFile(folder.resolve("file"));
    Path sealed = Files.createDirectory(folder.resolve("sealed"));
    boolean isSealed = sealed.toFile().setWritable(false) && !Files.isWritable(sealed);
    Assumptions.assumeTrue(isSealed || !option.contains("sealed"), "root can write everywhere");
    Compilation compilation =
        javac()
            .withProcessors(new CotangentProcessor())
            .withOptions("-A" + option.replace("{folder}", folder.toString()))
            .compile(SOURCE);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[Cotangent/BadOption] The option -Acotangent.");
    assertThat(compilation).hadErrorContaining(message);
  }

  @Test
  void thePageOnBadOptionsKnowsAllOptimizations() throws IOException {
    String page = Files.readString(Path.of("../docs/errors/BadOption.md"));
    assertThat(page).contains("There are " + String.join(", ", Optimization.names()) + ".");
  }

  @Test
  void everyStageIsDumped(@TempDir Path folder) {
    Path dump = folder.resolve("a/b");
    Compilation compilation =
        javac()
            .withProcessors(new CotangentProcessor())
            .withOptions("-Acotangent.dump=" + dump)
            .compile(SOURCE);
    assertThat(compilation).succeeded();
    assertThat(dump.resolve("A"))
        .isDirectoryContaining("glob:**1-syntax.txt")
        .isDirectoryContaining("glob:**2-normalize.txt")
        .isDirectoryContaining("glob:**3-transform.txt");
  }
}
