package io.github.cotangent.examples.pt006_hidden_layer;

import io.github.cotangent.examples.chapter.Chapter;
import io.github.cotangent.examples.chapter.PlotFolder;
import io.github.cotangent.examples.chapter.Sizes;
import io.github.cotangent.examples.chapter.TrainingOptions;
import io.github.cotangent.examples.mnist.DigitOptions;
import io.github.cotangent.examples.mnist.DigitSource;
import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.examples.pt005_logistic_regression.Classifier;
import io.github.cotangent.examples.pt005_logistic_regression.Pictures;
import io.github.cotangent.examples.pt005_logistic_regression.Trainable;
import io.github.cotangent.examples.pt005_logistic_regression.Training;
import io.github.cotangent.examples.pt006_hidden_layer.Network.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells odd digits from even ones, without a hidden layer, with one, and with two bad ones. */
@Command(name = "pt006_hidden_layer", description = "Tells odd digits from even ones.")
public final class Main implements Callable<Integer> {

  @Mixin private DigitOptions digits = new DigitOptions();
  @Mixin private TrainingOptions training = new TrainingOptions(20, 32, 0.1);
  @Mixin private PlotFolder plotFolder = new PlotFolder();

  @Option(
      names = "--hidden",
      paramLabel = "<number>",
      description = "How many hidden units; ${DEFAULT-VALUE} unless given.")
  private int hidden = 16;

  private final Network task = new Network();
  private final List<String> drawn = new ArrayList<>();

  private Main() {}

  /** Prints what the chapter's page shows and draws its plots; {@code --help} lists the options. */
  public static void main(String[] args) {
    Chapter.run(new Main(), args);
  }

  @Override
  public Integer call() {
    Sizes.check("--hidden", hidden);
    training.check();
    digits.check();
    Path folder = plotFolder.path();
    Model start = Network.random(hidden, digits.seed());
    Optional<Model> loaded = training.loaded(start);
    ExactlyOne.print();
    DigitSource.Sets sets = digits.load();
    Pictures all = pictures(sets.train());
    Pictures train = all.slice(0, all.count() * 4 / 5);
    Pictures validation = all.slice(train.count(), all.count());
    Pictures test = pictures(sets.test());
    print("%d to learn from, %d to watch it.%n", train.count(), validation.count());

    Plots plots = new Plots(folder);
    Model model = loaded.orElseGet(() -> learn(start, train, validation, sets.test(), plots));
    drawn.add(plots.units(model));
    drawn.add(plots.responses(model, validation));
    print("%nOn the test set: %s%n", Training.score(task, model, test));
    training.save(model).ifPresent(file -> print("Saved as '%s'.%n", file));
    print("%nPlots: %s%n", String.join(", ", drawn));
    return 0;
  }

  private static Pictures pictures(Digits digits) {
    return Pictures.of(digits, Main::isOdd);
  }

  private static boolean isOdd(int label) {
    return label % 2 == 1;
  }

  private Model learn(Model start, Pictures train, Pictures validation, Digits test, Plots plots) {
    Training same =
        new Training(
            train, validation, training.epochs(), training.batch(), training.rate(), digits.seed());
    Comparison comparison = new Comparison(same, pictures(test), hidden);
    comparison.printSlopesAtZero();
    Comparison.Courses courses = comparison.run(start);
    Classifier.Model without = courses.without().models().get(courses.without().best());
    Model with = courses.with().models().get(courses.with().best());
    print("%nRight answers on the test set, digit by digit%n%n");
    print("digit   no hidden layer   hidden layer%n");
    for (int digit = 0; digit <= 9; digit++) {
      int wanted = digit;
      Pictures some = pictures(test.only(label -> label == wanted));
      print(
          "%5d %15.1f %% %12.1f %%%n",
          digit, right(new Classifier(), without, some), right(task, with, some));
    }
    drawn.add(plots.course(courses.without(), courses.with()));
    return with;
  }

  private static <M extends Record> double right(Trainable<M> task, M model, Pictures pictures) {
    return 100 * task.accuracy(model, pictures);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
