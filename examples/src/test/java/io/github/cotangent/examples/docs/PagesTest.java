package io.github.cotangent.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the pages true: what they quote is what there is.
 *
 * <p>With {@code -Dcotangent.rewrite=true} the quotes and the pictures are made anew instead.
 */
class PagesTest {

  private static final boolean REWRITE = Boolean.getBoolean("cotangent.rewrite");
  private static final Path WALKTHROUGH = Path.of("docs", "walkthrough");
  private static final Pattern ARTIFACT =
      Pattern.compile("io\\.github\\.cotangent:[\\w-]+:([^'\"\\s]+)");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)[^)]*\\)");

  private static final Pattern ANCHOR = Pattern.compile("]\\((?!https?:)([^)#]*)#([^)]+)\\)");

  /** Pictures of chapters that train for minutes: no test draws them anew. */
  private static final String LONG_RUNS = "pt00[78]_.*";

  // One for all pages, so that each chapter runs once.
  private static final ChapterOutput OUTPUT =
      REWRITE
          ? new ChapterOutput(Project.root().resolve(WALKTHROUGH).resolve("images"))
          : ChapterOutput.discardingPlots();

  static Stream<Path> pages() throws IOException {
    Path root = Project.root();
    try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      List<Path> pages = docs.filter(p -> p.toString().endsWith(".md")).sorted().toList();
      return Stream.concat(Stream.of(root.resolve("README.md")), pages.stream())
          .map(root::relativize);
    }
  }

  static Stream<Path> chapters() throws IOException {
    return pages().filter(p -> p.startsWith(WALKTHROUGH));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void quotesAreTrue(Path file) throws IOException {
    Page page = Page.read(Project.root().resolve(file));
    List<String> requoted = page.requoted(OUTPUT);
    if (REWRITE) {
      Files.write(page.file(), requoted);
    } else {
      assertThat(page.lines())
          .as("%s: mvn verify -Dcotangent.rewrite=true brings the quotes up to date", file)
          .isEqualTo(requoted);
    }
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void chaptersShowNothingThatIsNotQuoted(Path file) {
    assertThat(Page.read(Project.root().resolve(file)).unquotedBlocks()).as("%s", file).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path file) {
    Path page = Project.root().resolve(file);
    List<String> broken =
        Project.lines(page).stream()
            .flatMap(line -> LINK.matcher(line).results())
            .map(link -> link.group(1))
            .filter(target -> !Files.exists(page.resolveSibling(target)))
            .toList();
    assertThat(broken).as("%s", file).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void anchorsAreThoseOfHeadings(Path file) {
    Path page = Project.root().resolve(file);
    List<String> broken =
        Project.lines(page).stream()
            .flatMap(line -> ANCHOR.matcher(line).results())
            .filter(
                link -> {
                  Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                  return !anchors(target).contains(link.group(2));
                })
            .map(MatchResult::group)
            .toList();
    assertThat(broken).as("%s", file).isEmpty();
  }

  /** The anchors that GitHub makes of a page's headings. */
  private static List<String> anchors(Path page) {
    return Project.lines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void artifactsHaveTheVersionOfThisBuild(Path file) {
    assertThat(Project.lines(Project.root().resolve(file)))
        .flatMap(line -> ARTIFACT.matcher(line).results().map(m -> m.group(1)).toList())
        .as("%s", file)
        .allMatch(UserProject.version()::equals);
  }

  @Test
  void everyPictureIsShown() throws IOException {
    List<String> shown =
        chapters()
            .flatMap(page -> Project.lines(Project.root().resolve(page)).stream())
            .flatMap(line -> LINK.matcher(line).results().map(link -> link.group(1)))
            .toList();
    assertThat(pictures()).allMatch(picture -> shown.contains("images/" + picture));
  }

  @Test
  void everyPictureOfAQuickChapterIsOneThatItDraws() throws IOException {
    List<String> announced =
        Stream.of(
                "pt003_minimize_univariate",
                "pt004_minimize_multivariate",
                "pt005_logistic_regression",
                "pt006_hidden_layer",
                "pt009_charrnn")
            .flatMap(chapter -> OUTPUT.of(chapter).stream())
            .filter(line -> line.startsWith("Plots: "))
            .flatMap(line -> Stream.of(line.substring("Plots: ".length()).split(", ")))
            .toList();
    assertThat(pictures().stream().filter(picture -> !picture.matches(LONG_RUNS)))
        .containsExactlyInAnyOrderElementsOf(announced);
  }

  private static List<String> pictures() throws IOException {
    try (Stream<Path> images = Files.list(Project.root().resolve(WALKTHROUGH).resolve("images"))) {
      return images.map(image -> image.getFileName().toString()).toList();
    }
  }
}
