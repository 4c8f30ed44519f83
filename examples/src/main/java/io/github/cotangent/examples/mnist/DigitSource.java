package io.github.cotangent.examples.mnist;

import io.github.cotangent.examples.chapter.BadUsageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a chapter's digits come from.
 *
 * <ul>
 *   <li>A folder that the user names: whatever is wrong there is said, and nothing takes its place.
 *   <li>The same, with what it lacks downloaded first; if no mirror can be reached, digits are
 *       drawn by a program instead.
 *   <li>No folder: drawn digits.
 * </ul>
 *
 * @param folder with the files of MNIST, or none
 * @param download whether to fetch what the folder lacks
 */
public record DigitSource(Optional<Path> folder, boolean download) {

  private static final int DRAWN_FOR_TRAINING = 10_000;
  private static final int DRAWN_FOR_TESTING = 2_000;
  private static final long TRAINING_SEED = 1;
  private static final long TESTING_SEED = 2;

  /**
   * Checks that there is a folder to download to.
   *
   * @throws BadUsageException if there is none
   */
  public DigitSource {
    if (download && folder.isEmpty()) {
      throw new BadUsageException("--download needs to know where to: add --data <folder>.");
    }
  }

  /**
   * Checks that the folder has all files, unless they are to be downloaded.
   *
   * @throws BadDataException if one is missing
   */
  void check() {
    if (folder.isPresent() && !download) {
      new MnistFolder(folder.get()).check();
    }
  }

  /**
   * Gets the digits, and says on {@code out} where from.
   *
   * @throws BadDataException if a file is missing, damaged or not what it should be
   */
  public Sets load(PrintStream out) {
    return load(new MnistDownload(out), out);
  }

  Sets load(MnistDownload mirrors, PrintStream out) {
    if (folder.isEmpty()) {
      out.println("No --data folder is given.");
      return draw(out);
    }
    if (download && !mirrors.into(folder.get())) {
      out.println("No mirror can be reached.");
      return draw(out);
    }
    return read(folder.get(), out);
  }

  private static Sets read(Path folder, PrintStream out) {
    MnistFolder files = new MnistFolder(folder);
    Sets sets = new Sets(files.train(), files.test(), false);
    out.printf(
        Locale.ROOT,
        "Read from '%s': %d digits to train with, %d to test with.%n",
        folder,
        sets.train().count(),
        sets.test().count());
    return sets;
  }

  private static Sets draw(PrintStream out) {
    Digits train = DrawnDigits.draw(DRAWN_FOR_TRAINING, TRAINING_SEED);
    Digits test = DrawnDigits.draw(DRAWN_FOR_TESTING, TESTING_SEED);
    out.printf(
        Locale.ROOT,
        "Drawn by a program, not by people: %d digits to train with, %d to test with.%n",
        train.count(),
        test.count());
    out.println("They are easier than MNIST; do not compare the accuracy.");
    return new Sets(train, test, true);
  }

  /**
   * What a chapter works with.
   *
   * @param train digits to train with
   * @param test other digits, to test with
   * @param drawn whether a program drew them, not people
   */
  public record Sets(Digits train, Digits test, boolean drawn) {}
}
