package io.github.cotangent.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.CotangentProcessor;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the pages give what the pages say. */
class ErrorExamplesTest {

  static List<ErrorPage> pages() {
    return ErrorPage.all().stream().filter(p -> !p.examples().isEmpty()).toList();
  }

  private static List<Diagnostic<?>> compile(String example) {
    return Examples.errors(example, List.of(), List.of(new CotangentProcessor()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theMarkedLineGivesTheMessage(ErrorPage page) {
    String example = page.examples().get(0);
    List<Diagnostic<?>> errors = compile(example);
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).getMessage(Locale.ROOT)).isEqualTo(page.messages().get(0));
    assertThat(errors.get(0).getLineNumber()).isEqualTo(ErrorPage.markedLine(example));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theCorrectedExampleCompiles(ErrorPage page) {
    assertThat(compile(page.examples().get(1))).isEmpty();
  }
}
