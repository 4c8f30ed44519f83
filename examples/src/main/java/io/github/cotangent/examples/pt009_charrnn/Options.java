package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.chapter.BadUsageException;
import io.github.cotangent.examples.chapter.PathConverter;
import io.github.cotangent.examples.chapter.Sizes;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of this chapter. What a checkpoint settles is null unless it is given. */
final class Options {

  @Option(
      names = "--text",
      paramLabel = "<file>",
      converter = PathConverter.class,
      description = "The text to learn from, in UTF-8; the pages of this course unless given.")
  private Path text;

  @Option(
      names = "--cell",
      paramLabel = "<cell>",
      description = "RNN for the plain cell, LSTM for the one with gates; LSTM unless given.")
  private Cell cell;

  @Option(
      names = "--hidden",
      paramLabel = "<number>",
      description = "How many units a layer has; 128 unless given.")
  private Integer hidden;

  @Option(
      names = "--layers",
      paramLabel = "<number>",
      description = "How many layers there are; 1 unless given.")
  private Integer layers;

  @Option(
      names = "--seq",
      paramLabel = "<number>",
      description = "Over how many characters the loop is unrolled; 50 unless given.")
  private Integer seq;

  @Option(
      names = "--batch",
      paramLabel = "<number>",
      description = "How many parts of the text are read side by side; 16 unless given.")
  private Integer batch;

  @Option(
      names = "--epochs",
      paramLabel = "<number>",
      description =
          "How often the text is read in all, before and after --load;"
              + " 20 unless given, and as often as it has been with --load.")
  private Integer epochs;

  @Option(
      names = "--rate",
      paramLabel = "<number>",
      description = "The learning rate; ${DEFAULT-VALUE} unless given.")
  private double rate = 0.004;

  @Option(
      names = "--optimiser",
      paramLabel = "<name>",
      description = "ADAM or ADAGRAD; ADAM unless given.")
  private Settings.Method optimiser;

  @Option(
      names = "--clip",
      paramLabel = "<number>",
      description =
          "Adjoints of the memory are kept between this and its negative on their way back;"
              + " ${DEFAULT-VALUE} unless given.")
  private double clip = 5;

  @Option(
      names = "--seed",
      paramLabel = "<number>",
      description = "The same seed makes the same numbers; ${DEFAULT-VALUE} unless given.")
  private long seed = 1;

  @Option(
      names = "--temperature",
      paramLabel = "<number>",
      description =
          "How bold the writing is: 0 takes the likeliest character each time, 1 draws as the"
              + " network says; ${DEFAULT-VALUE} unless given.")
  private double temperature = 0.7;

  @Option(
      names = "--prime",
      paramLabel = "<text>",
      description = "What the network reads before it writes on.")
  private String prime = "";

  @Option(
      names = "--sample",
      paramLabel = "<number>",
      description = "How many characters it writes in the end; ${DEFAULT-VALUE} unless given.")
  private int sample = 500;

  @Option(
      names = "--save",
      paramLabel = "<file>",
      converter = PathConverter.class,
      description =
          "Where the training is saved after each reading of the text, in the end, and when"
              + " Ctrl-C stops it.")
  private Path save;

  @Option(
      names = "--load",
      paramLabel = "<file>",
      converter = PathConverter.class,
      description = "A training that was saved: it goes on, if --epochs asks for more, or writes.")
  private Path load;

  Optional<Path> text() {
    return Optional.ofNullable(text);
  }

  Optional<Path> save() {
    return Optional.ofNullable(save);
  }

  Optional<Path> load() {
    return Optional.ofNullable(load);
  }

  /** True where nothing is asked for that a newcomer does not know: then there is the tour. */
  boolean isPlain() {
    return text == null && load == null;
  }

  /** How often the text is read; nothing where a checkpoint is only to write. */
  Optional<Integer> epochs() {
    if (epochs != null && epochs < 0) {
      throw new BadUsageException("--epochs is " + epochs + ", and cannot be negative.");
    }
    return epochs == null && load != null ? Optional.empty() : Optional.of(or(epochs, 20));
  }

  /** The form of a new network. */
  Model.Form form() {
    return new Model.Form(
        cell == null ? Cell.LSTM : cell,
        Sizes.check("--hidden", or(hidden, 128)),
        Sizes.check("--layers", or(layers, 1)));
  }

  /** How a new network is trained. */
  Settings settings() {
    return settings(
        Sizes.check("--batch", or(batch, 16)),
        Sizes.check("--seq", or(seq, 50)),
        optimiser == null ? Settings.Method.ADAM : optimiser);
  }

  /**
   * How the training of a checkpoint goes on.
   *
   * @throws BadUsageException if an option says otherwise than the checkpoint
   */
  Settings settings(Checkpoint checkpoint) {
    requireSame("--cell", cell, checkpoint.kind());
    requireSame("--hidden", hidden, checkpoint.hidden());
    requireSame("--layers", layers, checkpoint.layers());
    requireSame("--batch", batch, checkpoint.batch());
    requireSame("--seq", seq, checkpoint.seq());
    requireSame("--optimiser", optimiser, checkpoint.optimiser());
    return settings(checkpoint.batch(), checkpoint.seq(), checkpoint.optimiser());
  }

  private Settings settings(int parts, int stretch, Settings.Method method) {
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new BadUsageException("--rate is " + rate + ", and must be positive.");
    }
    if (!(clip > 0)) {
      throw new BadUsageException("--clip is " + clip + ", and must be positive.");
    }
    return new Settings(parts, stretch, epochs().orElse(0), rate, method, clip);
  }

  private void requireSame(String option, Object given, Object saved) {
    if (given != null && !Objects.equals(given, saved)) {
      throw new BadUsageException(
          option + " is " + given + ", but the training in '" + load + "' has " + saved + ".");
    }
  }

  long seed() {
    return seed;
  }

  String prime() {
    return prime;
  }

  double temperature() {
    if (!(temperature == 0 || temperature >= 0.01 && temperature <= 100)) {
      throw new BadUsageException(
          "--temperature is " + temperature + ", and must be 0, or from 0.01 to 100.");
    }
    return temperature;
  }

  int sample() {
    if (sample < 0) {
      throw new BadUsageException("--sample is " + sample + ", and cannot be negative.");
    }
    return sample;
  }

  private static int or(Integer given, int otherwise) {
    return given == null ? otherwise : given;
  }
}
