package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.chapter.BadUsageException;
import io.github.cotangent.examples.chapter.Chapter;
import io.github.cotangent.examples.chapter.PlotFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains a network on a text, character by character, and lets it write. */
@Command(
    name = "pt009_charrnn",
    description = {
      "Trains a recurrent network on a text, character by character, and lets it write.",
      "Without --text and --load it first shows what its page shows."
    },
    sortOptions = false)
public final class Main implements Callable<Integer> {

  @Mixin private Options options = new Options();

  @Mixin private PlotFolder plots = new PlotFolder();

  Main() {}

  /** Prints what the chapter's page shows, and trains as its options say. */
  public static void main(String[] args) {
    Chapter.run(new Main(), args);
  }

  @Override
  public Integer call() {
    options.temperature();
    options.sample();
    options.form();
    Optional<Checkpoint> loaded = options.load().map(Checkpoint::load);
    Settings settings = loaded.map(options::settings).orElseGet(options::settings);
    if (options.isPlain()) {
      Tour.print(plots.path());
    }
    Model model = options.epochs().isEmpty() ? loaded.get().model() : trained(loaded, settings);
    if (options.sample() > 0 && model != null) {
      Writer writer = new Writer(model, options.temperature(), options.seed());
      print("%n%s%s%n", options.prime(), writer.continued(options.prime(), options.sample()));
    }
    return 0;
  }

  /** The network after its training; null where that was stopped. */
  private Model trained(Optional<Checkpoint> loaded, Settings settings) {
    String source = options.text().map(TextSource::file).orElseGet(TextSource::pages);
    Alphabet alphabet = Alphabet.of(source);
    Text text = Text.of(source, alphabet);
    alphabet.codes(options.prime(), "priming text");
    Training training;
    if (loaded.isPresent()) {
      requireSame(loaded.get(), text);
      training = new Training(loaded.get(), text.training(), settings);
    } else {
      Model model = Model.untrained(alphabet, options.form(), Settings.TYPE, options.seed());
      training = new Training(model, text.training(), settings);
    }
    Optional<Path> save = options.save();
    Session session = new Session(training, text.validation(), settings, save, options.seed());
    return session.run() ? training.model() : null;
  }

  private void requireSame(Checkpoint checkpoint, Text text) {
    if (!checkpoint.model().alphabet().equals(text.alphabet())
        || !checkpoint.text().equals(text.training().fingerprint())) {
      throw new BadUsageException(
          "The training in '"
              + options.load().get()
              + "' was on another text: name that by --text.");
    }
  }

  static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
