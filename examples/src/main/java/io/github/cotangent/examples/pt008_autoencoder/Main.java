package io.github.cotangent.examples.pt008_autoencoder;

import io.github.cotangent.examples.chapter.BadUsageException;
import io.github.cotangent.examples.chapter.Chapter;
import io.github.cotangent.examples.chapter.PlotFolder;
import io.github.cotangent.examples.chapter.Sizes;
import io.github.cotangent.examples.chapter.TrainingOptions;
import io.github.cotangent.examples.mnist.DigitOptions;
import io.github.cotangent.examples.mnist.DigitSource;
import io.github.cotangent.examples.pt008_autoencoder.Autoencoder.Params;
import io.github.cotangent.examples.pt008_autoencoder.Training.Epoch;
import io.github.cotangent.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains two autoencoders: one whose code can be drawn as a map, and one that draws well. */
@Command(
    name = "pt008_autoencoder",
    description = "Codes digits in a few numbers, and makes new digits from new codes.")
public final class Main implements Callable<Integer> {

  /** The length of a code that can be drawn as a map. */
  private static final int FLAT = 2;

  @Mixin private PlotFolder plots = new PlotFolder();
  @Mixin private DigitOptions digits = new DigitOptions();
  @Mixin private TrainingOptions training = new TrainingOptions(10, 100, 0.002);

  @Option(
      names = "--code",
      paramLabel = "<number>",
      description = "How many numbers the larger code has; ${DEFAULT-VALUE} unless given.")
  private int code = 12;

  @Option(
      names = "--spread",
      paramLabel = "<number>",
      description =
          "How far new codes go from the mean, compared with those of genuine digits;"
              + " ${DEFAULT-VALUE} unless given.")
  private double spread = 0.7;

  private Main() {}

  /** Trains, makes new digits, and draws the chapter's plots. */
  public static void main(String[] args) {
    Chapter.run(new Main(), args);
  }

  @Override
  public Integer call() {
    Sizes.check("--code", code);
    if (!(spread >= 0) || Double.isInfinite(spread)) {
      throw new BadUsageException("--spread is " + spread + ", and cannot be negative.");
    }
    training.check();
    digits.check();
    Path folder = plots.path();
    Optional<Params> loaded = training.loaded(Training.start(code, 0));
    DigitSource.Sets sets = digits.load();
    List<String> names = new ArrayList<>();
    Params params = loaded.orElseGet(() -> train(sets, folder, names));
    training.save(params).ifPresent(file -> print("%nSaved: %s%n", file));
    names.addAll(synthesise(params, sets, folder));
    print("%nPlots: %s%n", String.join(", ", names));
    return 0;
  }

  /** Trains both, draws what comes of the small one, and gives the other. */
  private Params train(DigitSource.Sets sets, Path folder, List<String> names) {
    Training.Result flat = train(FLAT, sets);
    Training.Result result = code == FLAT ? flat : train(code, sets);
    names.addAll(Plots.ofPlane(flat.params(), sets.test(), folder));
    if (training.epochs() > 0) {
      names.addAll(Plots.ofTraining(flat.history(), result.history(), code, folder));
    }
    return result.params();
  }

  private Training.Result train(int size, DigitSource.Sets sets) {
    long start = System.nanoTime();
    Training.Result result =
        new Training(size, training.epochs(), training.batch(), training.rate(), digits.seed())
            .run(sets.train().images(), sets.test().images());
    double seconds = (System.nanoTime() - start) * 1e-9;
    print("%nA code of %d numbers, seed %d: %.0f s%n%n", size, digits.seed(), seconds);
    print("epoch   training loss   test loss%n");
    List<Epoch> history = result.history();
    for (int epoch = 1; epoch <= history.size(); epoch++) {
      if (epoch <= 3 || epoch % 5 == 0 || epoch == history.size()) {
        Epoch now = history.get(epoch - 1);
        print("%5d %15.2f %11.2f%n", epoch, now.training(), now.test());
      }
    }
    return result;
  }

  private List<String> synthesise(Params params, DigitSource.Sets sets, Path folder) {
    Synthesis synthesis = Synthesis.of(params, sets.train(), spread, digits.seed());
    Tensor known = sets.train().images();
    Tensor some = sets.test().images().slice(0, 0, Math.min(100, sets.test().count()));
    print("%nDistance from the nearest training picture, of a white pixel and a black one 1%n%n");
    print("%-21s %6.3f%n", "test pictures", Novelty.distance(some, known));
    Tensor again = Autoencoder.decode(params, Autoencoder.encode(params, some));
    print("%-21s %6.3f%n", "the same, drawn again", Novelty.distance(again, known));
    print("%-21s %6.3f%n", "new digits", Novelty.distance(synthesis.images(), known));
    return Plots.ofPictures(params, synthesis, sets, folder);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
