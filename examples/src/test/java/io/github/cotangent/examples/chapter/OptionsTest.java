package io.github.cotangent.examples.chapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final String DATA = "--data <folder>";
  private static final String DOWNLOAD = "--download";

  @Test
  void comeInAnyOrder() {
    Options options = Options.of(new String[] {"--download", "--data", "here"}, DATA, DOWNLOAD);
    assertThat(options.has(DOWNLOAD)).isTrue();
    assertThat(options.has(DATA)).isTrue();
    assertThat(options.folder(DATA)).contains(Path.of("here"));
  }

  @Test
  void mayBeLeftOut() {
    Options options = Options.of(new String[0], DATA, DOWNLOAD);
    assertThat(options.has(DOWNLOAD)).isFalse();
    assertThat(options.folder(DATA)).isEmpty();
  }

  @Test
  void mistakesAreNamedInOneSentence() {
    assertRefused(
        "'--dat' is not an option of this chapter: its options are --data <folder>, --download.",
        "--dat",
        "here");
    assertRefused("--data needs the name of a folder after it.", "--data");
    assertRefused("--data needs the name of a folder after it.", "--data", " ");
    assertRefused("--download is given twice.", "--download", "--download");
    assertRefused(
        "'there' is not an option of this chapter: its options are --data <folder>, --download.",
        "--data",
        "here",
        "there");
    assertThatThrownBy(() -> Options.of(new String[] {"--plot"}, "--plots <folder>"))
        .isInstanceOf(BadUsageException.class)
        .hasMessage(
            "'--plot' is not an option of this chapter: its only option is --plots <folder>.");
  }

  @Test
  void aNameThatNoFolderCanHave() {
    Options options = Options.of(new String[] {"--data", "a\0b"}, DATA, DOWNLOAD);
    assertThatThrownBy(() -> options.folder(DATA))
        .isInstanceOf(BadUsageException.class)
        .hasMessageEndingWith("cannot be the name of a folder.");
  }

  private static void assertRefused(String message, String... args) {
    assertThatThrownBy(() -> Options.of(args, DATA, DOWNLOAD))
        .isInstanceOf(BadUsageException.class)
        .hasMessage(message);
  }
}
