package io.github.cotangent.examples.mnist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder with the four files of MNIST under their usual names, packed or not. */
final class MnistFolder {

  static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  /** The names of all files, as they are when not packed. */
  static final List<String> FILES = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

  private final Path folder;

  MnistFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Checks that there are all files; not what is in them.
   *
   * @throws BadDataException if one is missing
   */
  void check() {
    FILES.forEach(this::file);
  }

  /**
   * The digits to train with.
   *
   * @throws BadDataException if a file is missing or damaged
   */
  Digits train() {
    return digits(TRAIN_IMAGES, TRAIN_LABELS);
  }

  /**
   * The digits to test with.
   *
   * @throws BadDataException if a file is missing or damaged
   */
  Digits test() {
    return digits(TEST_IMAGES, TEST_LABELS);
  }

  /** The file of this name, packed or not. */
  Optional<Path> find(String name) {
    Path plain = folder.resolve(name);
    Path packed = folder.resolve(packed(name));
    return List.of(plain, packed).stream().filter(Files::exists).findFirst();
  }

  /** What the file is called when packed. */
  static String packed(String name) {
    return name + ".gz";
  }

  private Digits digits(String imagesName, String labelsName) {
    Path images = file(imagesName);
    Path labels = file(labelsName);
    byte[] pixels = Idx.images(images);
    byte[] values = Idx.labels(labels);
    if (pixels.length != values.length * Digits.PIXELS) {
      throw new BadDataException(
          "'"
              + images
              + "' has "
              + pixels.length / Digits.PIXELS
              + " pictures but '"
              + labels
              + "' has "
              + values.length
              + " labels: take both files from the same place.");
    }
    return new Digits(pixels, values);
  }

  private Path file(String name) {
    if (!Files.isDirectory(folder)) {
      throw new BadDataException(
          "There is no folder '"
              + folder
              + "' to read digits from: name one with the four files of MNIST, add --download, or"
              + " run without --data.");
    }
    return find(name)
        .orElseThrow(
            () ->
                new BadDataException(
                    "'%s' is missing, packed as %s.gz or not: put it there, add --download, or run"
                            .formatted(folder.resolve(name), name)
                        + " without --data."));
  }
}
