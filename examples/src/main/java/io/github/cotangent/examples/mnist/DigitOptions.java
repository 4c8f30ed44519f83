package io.github.cotangent.examples.mnist;

import io.github.cotangent.examples.chapter.BadUsageException;
import io.github.cotangent.examples.chapter.PathConverter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options of a chapter on digits: {@code --data}, {@code --download}, {@code --train}, and
 * {@code --seed}, which everything random in the chapter depends on.
 */
public final class DigitOptions {

  /** So that there are some of each digit, to learn from and to be watched on. */
  private static final int LEAST = 1000;

  @Option(
      names = "--data",
      paramLabel = "<folder>",
      converter = PathConverter.class,
      description = "A folder with the four files of MNIST; drawn digits unless given.")
  private Path data;

  @Option(names = "--download", description = "Download what the folder lacks.")
  private boolean download;

  @Option(
      names = "--train",
      paramLabel = "<number>",
      description = "Train with the first so many digits only; with all unless given.")
  private Integer train;

  @Option(
      names = "--seed",
      paramLabel = "<number>",
      description = "What all randomness depends on; ${DEFAULT-VALUE} unless given.")
  private long seed = 1;

  /**
   * Checks that there is something to get the digits from.
   *
   * @throws BadUsageException if the options do not go together, or a file is missing
   */
  public void check() {
    source().check();
    if (train != null && train < LEAST) {
      throw new BadUsageException(
          "--train is %d, and must be at least %d.".formatted(train, LEAST));
    }
  }

  /**
   * Gets the digits, and says on the output where from.
   *
   * @throws BadUsageException if the options do not go together, or a file is not what it should be
   */
  public DigitSource.Sets load() {
    return load(System.out);
  }

  DigitSource.Sets load(PrintStream out) {
    DigitSource.Sets sets = source().load(out);
    if (train == null) {
      return sets;
    }
    int count = sets.train().count();
    if (train > count) {
      throw new BadUsageException(
          "--train is %d, but there are only %d digits to train with.".formatted(train, count));
    }
    out.printf(Locale.ROOT, "Of those to train with, only the first %d are used.%n", train);
    return new DigitSource.Sets(sets.train().subset(0, train), sets.test(), sets.drawn());
  }

  /** What everything random depends on. */
  public long seed() {
    return seed;
  }

  DigitSource source() {
    return new DigitSource(Optional.ofNullable(data), download);
  }
}
