package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.chapter.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A training that somebody looks on: it tells how it goes, writes now and then, and is saved. */
final class Session {

  private static final double NATS_PER_BIT = Math.log(2);

  /** Steps of the first reading after which it writes something, too. */
  private static final int[] EARLY = {100, 300};

  private static final int SAMPLE = 240;
  private static final double TEMPERATURE = 0.7;

  private final Training training;
  private final Text validation;
  private final Settings settings;
  private final Optional<Path> file;
  private final long seed;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopped;

  Session(Training training, Text validation, Settings settings, Optional<Path> file, long seed) {
    this.training = training;
    this.validation = validation;
    this.settings = settings;
    this.file = file;
    this.seed = seed;
  }

  /**
   * Trains to the end, or until the program is asked to stop.
   *
   * @return whether it came to the end
   */
  boolean run() {
    validation.stretches(settings.batch(), settings.seq()); // Too short a text is said at once.
    Thread saving = new Thread(this::stop);
    Runtime.getRuntime().addShutdownHook(saving);
    try {
      begin();
      while (training.steps() < training.stepsInAll() && !stopped) {
        segment();
      }
      save();
    } finally {
      ended.countDown();
    }
    if (!stopped) {
      Runtime.getRuntime().removeShutdownHook(saving);
    }
    return !stopped;
  }

  /** Ctrl-C: the step that is under way ends, and the training is saved. */
  private void stop() {
    stopped = true;
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin() {
    save(); // A file that cannot be written is said at once.
    Main.print(
        "%nA network of %d numbers reads %d characters %d times, %d steps each time.%n",
        training.model().size(),
        training.stepsOfPass() * settings.batch() * settings.seq(),
        settings.epochs(),
        training.stepsOfPass());
  }

  /** As far as the next time when something is said. */
  private void segment() {
    long end = end();
    String task = "reading " + (training.passes() + 1);
    try (Progress progress = Progress.of(task, end - training.steps())) {
      while (training.steps() < end && !stopped) {
        double before = training.seconds();
        training.step();
        double rate = settings.batch() * settings.seq() / (training.seconds() - before);
        progress.step(
            String.format(Locale.ROOT, "loss %.3f  %.0f characters/s", training.loss(), rate));
      }
    }
    if (!stopped) {
      save();
      report();
    }
  }

  private void save() {
    file.ifPresent(training.checkpoint()::save);
  }

  private long end() {
    for (int early : EARLY) {
      if (training.steps() < early && early < training.stepsOfPass()) {
        return Math.min(early, training.stepsInAll());
      }
    }
    return (training.passes() + 1) * training.stepsOfPass();
  }

  private void report() {
    double loss = Training.loss(training.model(), validation, settings);
    Main.print(
        "%nAfter %d steps, %.2f readings, %.1f s: loss %.3f in training,"
            + " %.3f in validation (%.3f bits)%n",
        training.steps(),
        (double) training.steps() / training.stepsOfPass(),
        training.seconds(),
        training.loss(),
        loss,
        loss / NATS_PER_BIT);
    Writer writer = new Writer(training.model(), TEMPERATURE, seed);
    writer.continued("", SAMPLE).lines().forEach(line -> Main.print("  | %s%n", line));
  }
}
