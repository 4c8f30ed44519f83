package io.github.cotangent.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteTest {

  private static final ChapterOutput OUTPUT = ChapterOutput.discardingPlots();

  @Test
  void takesAMemberWithWhatStandsAboveIt() {
    Quote quote = Quote.parse("<!-- quote: source pt001_intro/Polynomials.java#cubePlusX -->");
    List<String> lines = quote.lines(OUTPUT);
    assertThat(lines.get(0)).isEqualTo("/** f(x) = x³ + x. */");
    assertThat(lines.get(1)).isEqualTo("@Differentiable");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("}");
  }

  @Test
  void takesPartOfAnOutput() {
    Quote quote = Quote.parse("<!-- quote: output pt001_intro from \"value \" to \"gradient\" -->");
    assertThat(quote.lines(OUTPUT)).containsExactly("value    = 30.0", "gradient = 28.0");
  }

  @Test
  void takesPartOfAUsersProjectWithItsVersions() {
    Quote quote =
        Quote.parse("<!-- quote: project plain/pom.xml from \"<path>\" to \"</path>\" -->");
    assertThat(quote.lines(OUTPUT)).contains("  <version>" + UserProject.version() + "</version>");
  }

  @Test
  void refusesWhatItDoesNotFind() {
    assertThatThrownBy(() -> Quote.parse("<!-- quote: nothing here -->"))
        .hasMessageStartingWith("not a marker of a quote");
    Quote noMember = Quote.parse("<!-- quote: source pt001_intro/Polynomials.java#quartic -->");
    assertThatThrownBy(() -> noMember.lines(OUTPUT)).hasMessageContaining("no member quartic");
    Quote noLine = Quote.parse("<!-- quote: output pt001_intro from \"absent\" -->");
    assertThatThrownBy(() -> noLine.lines(OUTPUT)).hasMessageContaining("contains: absent");
  }

  @Test
  void aPageThatDriftedDiffersFromItsQuotes() {
    List<String> drifted =
        List.of(
            "Text.",
            "<!-- quote: output pt001_intro from \"value \" to \"value \" -->",
            "```text",
            "value    = 31.0",
            "```",
            "More text.");
    assertThat(new Page(Path.of("page.md"), drifted).requoted(OUTPUT))
        .isEqualTo(
            List.of(
                drifted.get(0), drifted.get(1), "```text", "value    = 30.0", "```", "More text."));
  }
}
