package io.github.cotangent.tensor.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The kernels of {@code double[]} and {@code float[]} are the same text but for the type of the
 * arrays. With {@code -Dcotangent.rewrite=true} the second are written from the first.
 */
class TwinsTest {

  private static final Path KERNELS =
      Path.of("src/main/java/io/github/cotangent/tensor/kernels").toAbsolutePath();

  private static List<Path> originals() throws IOException {
    try (Stream<Path> files = Files.list(KERNELS)) {
      return files.filter(f -> f.getFileName().toString().startsWith("Double")).sorted().toList();
    }
  }

  private static String twin(String text) {
    return text.replace("double[", "float[")
        .replaceAll("Double(?=[A-Z]\\w+)", "Float")
        .replace("Rounding.toDouble", "Rounding.toFloat")
        .replace("blas.dge", "blas.sge");
  }

  @Test
  void floatsAreTwinsOfDoubles() throws IOException {
    assertThat(originals()).hasSize(11);
    for (Path original : originals()) {
      Path twin = KERNELS.resolve(twin(original.getFileName().toString()));
      String expected = twin(Files.readString(original));
      if (Boolean.getBoolean("cotangent.rewrite")) {
        Files.writeString(twin, expected);
      }
      assertThat(words(Files.readString(twin))).as("%s", twin).isEqualTo(words(expected));
    }
  }

  /** Without line breaks, which the formatter sets by the length of the names. */
  private static String words(String text) {
    return text.replaceAll("(?m)^ *\\*", "")
        .replaceAll("\\s+", " ")
        .replaceAll("(?<=\\() | (?=[.)])", "");
  }
}
