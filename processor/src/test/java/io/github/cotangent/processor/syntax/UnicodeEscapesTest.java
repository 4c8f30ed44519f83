package io.github.cotangent.processor.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnicodeEscapesTest {

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 1, 1",
    "\\u0061bc, abc, 1, 6",
    "\\uuu0061bc, abc, 1, 8",
    "x\\\\u0061, x\\\\u0061, 3, 3",
    "\\\\\\u0061b, \\\\ab, 3, 8",
    "\\u12, \\u12, 2, 2",
    "\\u005cu0041, \\u0041, 1, 6",
  })
  void translatesAsJavaDoes(String text, String translated, int offset, int origin) {
    UnicodeEscapes escapes = new UnicodeEscapes(text);
    assertThat(escapes.translated()).isEqualTo(translated);
    assertThat(escapes.origin(offset)).isEqualTo(origin);
    assertThat(escapes.origin(translated.length())).isEqualTo(text.length());
  }
}
