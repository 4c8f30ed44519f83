package io.github.cotangent.examples.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {

  private static final Digits DIGITS = DrawnDigits.draw(30, 5);

  @TempDir Path folder;
  private Path images;
  private Path labels;

  @BeforeEach
  void write() throws IOException {
    images = folder.resolve("images");
    labels = folder.resolve("labels");
    IdxFiles.writeImages(DIGITS, images);
    IdxFiles.writeLabels(DIGITS, labels);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(Idx.images(images)).isEqualTo(IdxFiles.pixels(DIGITS));
    assertThat(Idx.labels(labels)).isEqualTo(IdxFiles.labels(DIGITS));
  }

  @Test
  void aPackedFileIsToldByItsContent() throws IOException {
    IdxFiles.pack(images);
    IdxFiles.pack(labels);
    assertThat(Idx.images(images)).isEqualTo(IdxFiles.pixels(DIGITS));
    assertThat(Idx.labels(labels)).isEqualTo(IdxFiles.labels(DIGITS));
  }

  @Test
  void filesInEachOthersPlace() {
    assertBad(
        () -> Idx.images(labels),
        labels,
        "begins with 00000801 and not with 00000803: it holds labels, not pictures in IDX form");
    assertBad(() -> Idx.labels(images), images, "it holds pictures, not labels in IDX form");
  }

  @Test
  void somethingElse() throws IOException {
    Files.writeString(images, "<html>404 Not Found</html>");
    assertBad(() -> Idx.images(images), images, "begins with 3c68746d", "holds something else");
  }

  @Test
  void cutShort() throws IOException {
    keep(images, 16 + 1000);
    assertBad(
        () -> Idx.images(images),
        images,
        "its header promises 30 pictures, that is 23520 bytes, but only 1000 follow");
    keep(labels, 8 + 29);
    assertBad(() -> Idx.labels(labels), labels, "promises 30 labels", "only 29 follow");
    for (int length : new int[] {0, 1, 3, 4, 7, 15}) {
      write();
      keep(images, length);
      assertBad(() -> Idx.images(images), images, "is cut short: it ends before its header");
    }
  }

  @Test
  void packedAndThenCutShort() throws IOException {
    IdxFiles.pack(images);
    byte[] packed = Files.readAllBytes(images);
    for (int length : new int[] {2, 9, 10, 100, packed.length - 1}) {
      Files.write(images, Arrays.copyOf(packed, length));
      assertBad(() -> Idx.images(images), images, "is cut short");
    }
  }

  @Test
  void packedAndThenDamaged() throws IOException {
    IdxFiles.pack(images);
    byte[] packed = Files.readAllBytes(images);
    packed[packed.length - 8] ^= 1;
    Files.write(images, packed);
    assertBad(() -> Idx.images(images), images, "is damaged");
  }

  @Test
  void moreThanPromised() throws IOException {
    byte[] all = Files.readAllBytes(labels);
    Files.write(labels, Arrays.copyOf(all, all.length + 1));
    assertBad(() -> Idx.labels(labels), labels, "goes on after the 30 labels");
  }

  @Test
  void damagedCounts() throws IOException {
    for (int count : new int[] {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      setInt(images, 4, count);
      assertBad(
          () -> Idx.images(images),
          images,
          "has a damaged header: it promises " + Integer.toUnsignedString(count));
    }
  }

  @Test
  void picturesOfAnotherSize() throws IOException {
    setInt(images, 8, 32);
    assertBad(() -> Idx.images(images), images, "holds pictures of 32×28 pixels, not of 28×28");
  }

  @Test
  void labelsBeyondNine() throws IOException {
    byte[] all = Files.readAllBytes(labels);
    all[8 + 7] = (byte) 200;
    Files.write(labels, all);
    assertBad(() -> Idx.labels(labels), labels, "has the label 200 at place 7, not 0 to 9");
  }

  @Test
  void aFolderIsNoFile() {
    assertThatThrownBy(() -> Idx.images(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            "'" + folder + "' cannot be read: check that it is a file and that you may read it.");
  }

  private static void assertBad(ThrowingCallable reading, Path file, String... parts) {
    assertThatThrownBy(reading)
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("'" + file + "' ")
        .hasMessageContainingAll(parts)
        .hasMessageEndingWith("; delete it and get it again, or run without --data.");
  }

  private static void keep(Path file, int length) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
  }

  private static void setInt(Path file, int at, int value) throws IOException {
    byte[] all = Files.readAllBytes(file);
    ByteBuffer.wrap(all).putInt(at, value);
    Files.write(file, all);
  }
}
