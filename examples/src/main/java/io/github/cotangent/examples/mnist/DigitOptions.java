package io.github.cotangent.examples.mnist;

import io.github.cotangent.examples.chapter.BadUsageException;
import io.github.cotangent.examples.chapter.PathConverter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options of a chapter on digits: {@code --data}, {@code --download} and {@code --seed}, which
 * everything random in the chapter depends on.
 */
public final class DigitOptions {

  @Option(
      names = "--data",
      paramLabel = "<folder>",
      converter = PathConverter.class,
      description = "A folder with the four files of MNIST; drawn digits unless given.")
  private Path data;

  @Option(names = "--download", description = "Download what the folder lacks.")
  private boolean download;

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
  }

  /**
   * Gets the digits, and says on the output where from.
   *
   * @throws BadUsageException if the options do not go together, or a file is not what it should be
   */
  public DigitSource.Sets load() {
    return source().load(System.out);
  }

  /** What everything random depends on. */
  public long seed() {
    return seed;
  }

  DigitSource source() {
    return new DigitSource(Optional.ofNullable(data), download);
  }
}
