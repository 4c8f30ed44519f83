package io.github.cotangent.processor.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Class files that cannot be read; what is read in others, {@code CompiledRecordsTest} tests. */
class RecordClassFileTest {

  private static final int MAJOR_VERSION = 7;

  private record Point(double x, long[] n) {}

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
      return in.readAllBytes();
    }
  }

  @Test
  void aRecordIsRead() throws IOException {
    assertThat(RecordClassFile.read(bytes(Point.class)))
        .hasValueSatisfying(f -> assertThat(f.onlyHolds()).isTrue());
  }

  @Test
  void anotherClassIsNot() throws IOException {
    assertThat(RecordClassFile.read(bytes(RecordClassFileTest.class))).isEmpty();
  }

  @Test
  void aClassFileOfALaterJavaIsNotTrusted() throws IOException {
    byte[] later = bytes(Point.class);
    later[MAJOR_VERSION] = Byte.MAX_VALUE;
    assertThat(RecordClassFile.read(later)).isEmpty();
  }

  @Test
  void aDamagedClassFileIsNotTrusted() throws IOException {
    byte[] whole = bytes(Point.class);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThat(RecordClassFile.read(part)).as("%d bytes", length).isEmpty();
    }
  }
}
