package io.github.cotangent.examples.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistFolderTest {

  @TempDir Path folder;

  @Test
  void genuineDigits() {
    MnistFolder genuine = new MnistFolder(GenuineDigits.folder());
    Digits test = genuine.test();
    assertThat(test.count()).isEqualTo(10_000);
    assertThat(Arrays.copyOf(test.labels(), 10)).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
    Digits train = genuine.train();
    assertThat(train.count()).isGreaterThanOrEqualTo(10_000);
    float most = 0f;
    for (float ink : train.image(0)) {
      assertThat(ink).isBetween(0f, 1f);
      most = Math.max(most, ink);
    }
    assertThat(most).isGreaterThan(0.9f);
  }

  @Test
  void filesArePackedOrNot() throws IOException {
    write(folder, 20, 10);
    Path packed = folder.resolve(MnistFolder.packed(MnistFolder.TRAIN_IMAGES));
    Files.move(folder.resolve(MnistFolder.TRAIN_IMAGES), packed);
    IdxFiles.pack(packed);
    MnistFolder files = new MnistFolder(folder);
    assertThat(IdxFiles.pixels(files.train())).isEqualTo(IdxFiles.pixels(DrawnDigits.draw(20, 1)));
    assertThat(files.train().labels()).isEqualTo(DrawnDigits.draw(20, 1).labels());
    assertThat(files.test().labels()).isEqualTo(DrawnDigits.draw(10, 2).labels());
  }

  @Test
  void noFolder() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> new MnistFolder(none).train())
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            "There is no folder '%s' to read digits from: name one with the four files of MNIST, add"
                    .formatted(none)
                + " --download, or run without --data.");
  }

  @Test
  void aMissingFile() throws IOException {
    write(folder, 20, 10);
    Path labels = folder.resolve(MnistFolder.TEST_LABELS);
    Files.delete(labels);
    assertThatThrownBy(() -> new MnistFolder(folder).test())
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            "'%s' is missing, packed as t10k-labels-idx1-ubyte.gz or not: put it there, add"
                    .formatted(labels)
                + " --download, or run without --data.");
  }

  @Test
  void filesThatDoNotBelongTogether() throws IOException {
    write(folder, 20, 10);
    IdxFiles.writeLabels(DrawnDigits.draw(19, 1), folder.resolve(MnistFolder.TRAIN_LABELS));
    assertThatThrownBy(() -> new MnistFolder(folder).train())
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            "'%s' has 20 pictures but '%s' has 19 labels: take both files from the same place."
                .formatted(
                    folder.resolve(MnistFolder.TRAIN_IMAGES),
                    folder.resolve(MnistFolder.TRAIN_LABELS)));
  }

  /** Writes drawn digits, the ones to train with by seed 1 and the ones to test with by seed 2. */
  static void write(Path folder, int train, int test) throws IOException {
    Digits first = DrawnDigits.draw(train, 1);
    IdxFiles.writeImages(first, folder.resolve(MnistFolder.TRAIN_IMAGES));
    IdxFiles.writeLabels(first, folder.resolve(MnistFolder.TRAIN_LABELS));
    Digits second = DrawnDigits.draw(test, 2);
    IdxFiles.writeImages(second, folder.resolve(MnistFolder.TEST_IMAGES));
    IdxFiles.writeLabels(second, folder.resolve(MnistFolder.TEST_LABELS));
  }
}
