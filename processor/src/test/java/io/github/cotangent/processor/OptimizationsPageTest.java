package io.github.cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.optimize.Optimization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages show each optimisation that can be switched off, by its name. */
class OptimizationsPageTest {

  private static final Path DOCS = Path.of("..", "docs");

  /** What an example is, before and after: two pieces of code at least. */
  @ParameterizedTest
  @EnumSource
  void performanceShowsAnExample(Optimization optimization) throws IOException {
    String page = Files.readString(DOCS.resolve("performance.md"));
    int start = page.indexOf("\n`" + optimization.id() + "`. ");
    assertThat(start).as("a paragraph that begins with `%s`.", optimization.id()).isPositive();
    String section = page.substring(start + 2).split("\n(### |## |`\\w+`\\. )", 2)[0];
    assertThat(section.split("```java\n", -1).length - 1)
        .as("pieces of code")
        .isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void architectureNamesIt(Optimization optimization) throws IOException {
    String page = Files.readString(DOCS.resolve("architecture.md"));
    assertThat(page).contains("\n| `" + optimization.id() + "` | ");
  }
}
