package io.github.cotangent.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.CotangentProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error has a page, and every page says what the error says. */
class ErrorPagesTest {

  /** Errors that no source text gives. */
  private static final Set<ErrorId> WITHOUT_EXAMPLE =
      Set.of(
          ErrorId.SOURCE_NOT_FOUND, ErrorId.REFUSED_FUNCTION, ErrorId.BAD_OPTION, ErrorId.INTERNAL);

  /** Errors whose examples name what is generated, so that javac alone does not accept them. */
  private static final Set<ErrorId> WITH_GENERATED = Set.of(ErrorId.OWN_DERIVATIVE);

  static List<ErrorPage> pages() {
    return ErrorPage.all();
  }

  @Test
  void everyErrorHasAPageAndEveryPageAnError() {
    assertThat(pages())
        .extracting(ErrorPage::name)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorId.values()).map(ErrorId::id).toList());
  }

  @Test
  void theIndexListsThemInTheirOrder() throws IOException {
    List<String> listed =
        Pattern.compile("^\\| \\[(\\w+)]\\(\\1\\.md\\) \\|", Pattern.MULTILINE)
            .matcher(Files.readString(ErrorPage.FOLDER.resolve("README.md")))
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(listed).isEqualTo(Arrays.stream(ErrorId.values()).map(ErrorId::id).toList());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theMessageIsTheCompilers(ErrorPage page) {
    ErrorId id = ErrorId.of(page.name());
    String template = id.message("\n", "\n", "\n").replaceAll("[^\n]+", "\\\\Q$0\\\\E");
    assertThat(page.text()).startsWith("# " + id.id() + "\n\n");
    assertThat(page.messages()).hasSize(1);
    assertThat(page.messages().get(0)).matches(template.replace("\n", ".+"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theExamplesAreMarkedAndAreJava(ErrorPage page) {
    List<String> examples = page.examples();
    if (WITHOUT_EXAMPLE.contains(ErrorId.of(page.name()))) {
      assertThat(examples).isEmpty();
      return;
    }
    assertThat(examples).hasSize(2);
    assertThat(ErrorPage.marks(examples.get(0))).containsExactly(page.name());
    assertThat(ErrorPage.marks(examples.get(1))).isEmpty();
    for (String example :
        WITH_GENERATED.contains(ErrorId.of(page.name())) ? List.<String>of() : examples) {
      assertThat(Examples.errors(example, List.of("-proc:none"), List.of())).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theExamplesGiveTheirErrors(ErrorPage page) {
    List<String> examples = page.examples();
    if (examples.isEmpty()) {
      return;
    }
    List<Diagnostic<?>> errors =
        Examples.errors(examples.get(0), List.of(), List.of(new CotangentProcessor()));
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).getMessage(Locale.ROOT)).isEqualTo(page.messages().get(0));
    assertThat(errors.get(0).getLineNumber()).isEqualTo(ErrorPage.markedLine(examples.get(0)));
    assertThat(Examples.errors(examples.get(1), List.of(), List.of(new CotangentProcessor())))
        .isEmpty();
  }
}
