package io.github.cotangent.examples.pt007_multiclass;

import io.github.cotangent.examples.chapter.Chapter;
import io.github.cotangent.examples.chapter.PlotFolder;
import io.github.cotangent.examples.chapter.TrainingOptions;
import io.github.cotangent.examples.mnist.DigitOptions;
import io.github.cotangent.examples.mnist.DigitSource;
import io.github.cotangent.examples.pt007_multiclass.Classifier.Params;
import io.github.cotangent.examples.pt007_multiclass.Training.Epoch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads ten kinds of digits: once trained on the images as they are, once on shifted ones. */
@Command(
    name = "pt007_multiclass",
    description = "Reads all ten digits, trained without and with shifted images.")
public final class Main implements Callable<Integer> {

  /** By how many pixels images are shifted at most. */
  static final int SHIFT = 2;

  @Mixin private PlotFolder plots = new PlotFolder();
  @Mixin private DigitOptions digits = new DigitOptions();
  @Mixin private TrainingOptions training = new TrainingOptions(15, 100, 0.002);

  private Main() {}

  /** Prints what the chapter's page shows, trains, and draws its plots. */
  public static void main(String[] args) {
    Chapter.run(new Main(), args);
  }

  @Override
  public Integer call() {
    training.check();
    digits.check();
    Path folder = plots.path();
    Optional<Params> loaded = training.loaded(Training.start(0));
    printExample();
    DigitSource.Sets sets = digits.load();
    List<String> names = new ArrayList<>();
    Params params = loaded.orElseGet(() -> train(sets, folder, names));
    training.save(params).ifPresent(file -> print("%nSaved: %s%n", file));
    names.addAll(read(params, sets, folder));
    print("%nPlots: %s%n", String.join(", ", names));
    return 0;
  }

  private static void printExample() {
    double[] scores = {2.0, 1.0, -1.0};
    int shown = 1;
    double[] softmax = Softmax.softmax(scores);
    double[] gradient = dSoftmax.dCrossEntropy(scores, shown);
    print("A picture, three classes; the picture shows class %d%n%n", shown);
    print("class  score  exp(score)  softmax  target  softmax - target  generated%n");
    for (int j = 0; j < scores.length; j++) {
      int target = j == shown ? 1 : 0;
      print(
          "%5d %6.1f %11.4f %8.4f %7d %17.4f %10.4f%n",
          j, scores[j], Math.exp(scores[j]), softmax[j], target, softmax[j] - target, gradient[j]);
    }
    double[] high = {1002.0, 1001.0, 999.0};
    print("%nCross-entropy                             by the formula      safe%n");
    for (double[] each : List.of(scores, high)) {
      print(
          "of the scores %6.1f, %6.1f and %5.1f %18.6f %9.6f%n",
          each[0],
          each[1],
          each[2],
          Softmax.crossEntropy(each, shown),
          Softmax.safeCrossEntropy(each, shown));
    }
    print("%n");
  }

  private Params train(DigitSource.Sets sets, Path folder, List<String> names) {
    Training.Result plain = train(0, "Trained on the images as they are", sets);
    Training.Result shifted = train(SHIFT, "Trained on shifted images", sets);
    if (training.epochs() > 0) {
      names.addAll(
          Plots.ofTraining(
              plain.history(), shifted.history(), sets.train(), digits.seed(), folder));
    }
    return shifted.params();
  }

  private Training.Result train(int shift, String title, DigitSource.Sets sets) {
    long start = System.nanoTime();
    Training.Result result =
        new Training(shift, training.epochs(), training.batch(), training.rate(), digits.seed())
            .run(sets);
    print("%n%s, seed %d: %.0f s%n%n", title, digits.seed(), (System.nanoTime() - start) * 1e-9);
    print("         training digits       test digits%n");
    print("epoch      loss   right       loss   right%n");
    List<Epoch> history = result.history();
    for (int epoch = 1; epoch <= history.size(); epoch++) {
      if (epoch <= 5 || epoch % 5 == 0 || epoch == history.size()) {
        Epoch now = history.get(epoch - 1);
        print(
            "%5d  %8.4f %6.2f%%  %8.4f %6.2f%%%n",
            epoch,
            now.training().loss(),
            now.training().accuracy(),
            now.test().loss(),
            now.test().accuracy());
      }
    }
    return result;
  }

  private static List<String> read(Params params, DigitSource.Sets sets, Path folder) {
    Labelled test = Labelled.of(sets.test());
    Confusion confusion =
        Confusion.of(test.labels(), Classifier.scores(params, test.images()).argmax(1));
    print("%n%d of %d test digits are read right.%n", confusion.right(), confusion.all());
    print("%n%s%n", confusion.text());
    List<Mistake> mistakes = Mistake.of(params, test);
    print("%nThe most certain mistakes, in the order of their picture:%n");
    int shown = 0;
    for (Mistake mistake : Plots.shown(mistakes)) {
      print(
          "%s%d as %d: %.1f%%",
          shown++ % 5 == 0 ? "%n".formatted() : "   ",
          mistake.written(),
          mistake.read(),
          100 * mistake.certainty());
    }
    print("%n");
    return Plots.ofReading(confusion, mistakes, sets.test(), folder);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
