package io.github.cotangent.examples.chapter;

import io.github.cotangent.tensor.ModelFileException;
import io.github.cotangent.tensor.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options of a training: {@code --epochs}, {@code --batch}, {@code --rate}, {@code --save} and
 * {@code --load}. A chapter makes one with its own defaults.
 */
public final class TrainingOptions {

  @Option(
      names = "--epochs",
      paramLabel = "<number>",
      description = "How often every example is seen; ${DEFAULT-VALUE} unless given.")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "<number>",
      description = "How many examples a step looks at; ${DEFAULT-VALUE} unless given.")
  private int batch;

  @Option(
      names = "--rate",
      paramLabel = "<number>",
      description = "The learning rate; ${DEFAULT-VALUE} unless given.")
  private double rate;

  @Option(
      names = "--save",
      paramLabel = "<file>",
      converter = PathConverter.class,
      description = "Where the trained model goes, in NumPy's form .npz.")
  private Path save;

  @Option(
      names = "--load",
      paramLabel = "<file>",
      converter = PathConverter.class,
      description = "A model that was saved; it is used as it is, and not trained.")
  private Path load;

  /** With the values that hold unless others are given. */
  public TrainingOptions(int epochs, int batch, double rate) {
    this.epochs = epochs;
    this.batch = batch;
    this.rate = rate;
  }

  /**
   * Checks everything that is given, so that no training is lost by a mistake that shows at its
   * end.
   *
   * @throws BadUsageException if a number makes no training, or there is no place for the file
   */
  public void check() {
    epochs();
    batch();
    rate();
    if (save != null) {
      Path folder = save.toAbsolutePath().getParent();
      if (folder == null || !Files.isWritable(folder) || Files.isDirectory(save)) {
        throw new BadUsageException(
            "'"
                + save
                + "' cannot be written: check that its folder is there and can be written to.");
      }
    }
  }

  /**
   * How often every example is seen.
   *
   * @throws BadUsageException if that is negative
   */
  public int epochs() {
    if (epochs < 0) {
      throw new BadUsageException("--epochs is " + epochs + ", and cannot be negative.");
    }
    return epochs;
  }

  /**
   * How many examples a step looks at.
   *
   * @throws BadUsageException if there are none
   */
  public int batch() {
    if (batch < 1) {
      throw new BadUsageException("--batch is " + batch + ", and must be at least 1.");
    }
    return batch;
  }

  /**
   * The learning rate.
   *
   * @throws BadUsageException if it is not positive
   */
  public double rate() {
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new BadUsageException("--rate is " + rate + ", and must be positive.");
    }
    return rate;
  }

  /**
   * The model that {@code --load} names, if it is given.
   *
   * @param like a model of the same form, as {@link Models#load} wants it
   * @throws BadUsageException if the file holds no such model
   */
  public <M extends Record> Optional<M> loaded(M like) {
    if (load == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Models.load(load, like));
    } catch (ModelFileException e) {
      throw new BadUsageException(e.getMessage());
    }
  }

  /**
   * Saves a model where {@code --save} says, if it is given.
   *
   * @return where to
   * @throws BadUsageException if the file cannot be written
   */
  public Optional<Path> save(Record model) {
    if (save == null) {
      return Optional.empty();
    }
    try {
      Models.save(save, model);
    } catch (ModelFileException e) {
      throw new BadUsageException(e.getMessage());
    }
    return Optional.of(save);
  }
}
