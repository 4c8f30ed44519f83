package io.github.cotangent.examples.pt005_logistic_regression;

import io.github.cotangent.examples.chapter.Chapter;
import io.github.cotangent.examples.chapter.PlotFolder;
import io.github.cotangent.examples.chapter.TrainingOptions;
import io.github.cotangent.examples.mnist.DigitOptions;
import io.github.cotangent.examples.mnist.DigitSource;
import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.examples.pt005_logistic_regression.Classifier.Model;
import io.github.cotangent.examples.pt005_logistic_regression.Training.Course;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells a 4 from a 9: first by one number of each picture, then by all 784 pixels. */
@Command(name = "pt005_logistic_regression", description = "Tells a 4 from a 9.")
public final class Main implements Callable<Integer> {

  private static final int NO = 4;
  private static final int YES = 9;

  @Mixin private DigitOptions digits = new DigitOptions();
  @Mixin private TrainingOptions training = new TrainingOptions(100, 32, 0.3);
  @Mixin private PlotFolder plotFolder = new PlotFolder();

  private final Classifier task = new Classifier();
  private final List<String> drawn = new ArrayList<>();

  private Main() {}

  /** Prints what the chapter's page shows and draws its plots; {@code --help} lists the options. */
  public static void main(String[] args) {
    Chapter.run(new Main(), args);
  }

  @Override
  public Integer call() {
    training.check();
    digits.check();
    Path folder = plotFolder.path();
    Optional<Model> loaded = training.loaded(Classifier.blank());
    ByHand.printAll();
    print("%n");
    DigitSource.Sets sets = digits.load();
    Pictures all = pictures(sets.train());
    Pictures train = all.slice(0, all.count() * 4 / 5);
    Pictures validation = all.slice(train.count(), all.count());
    Pictures test = pictures(sets.test());
    print("Of these, %d + %d are a 4 or a 9; ", all.count(), test.count());
    print("%d to learn from, %d to watch it.%n", train.count(), validation.count());

    Plots plots = new Plots(folder);
    drawn.add(plots.digits(train));
    oneWeight(train, validation, plots);
    Model model = loaded.orElseGet(() -> learn(train, validation, plots));
    print("%nOn the test set: %s%n", Training.score(task, model, test));
    drawn.add(plots.surprises(task, model, test));
    training.save(model).ifPresent(file -> print("Saved as '%s'.%n", file));
    print("%nPlots: %s%n", String.join(", ", drawn));
    return 0;
  }

  private static Pictures pictures(Digits digits) {
    return Pictures.of(digits.only(label -> label == NO || label == YES), label -> label == YES);
  }

  private void oneWeight(Pictures train, Pictures validation, Plots plots) {
    double[] xs = Lid.ink(train);
    double[] answers = train.answers().toDoubles();
    OneWeight.Model model = OneWeight.trained(xs, answers, 5.0, 1000);
    double border = -model.bias() / model.weight();
    double[] others = Lid.ink(validation);
    double[] otherAnswers = validation.answers().toDoubles();
    int right = 0;
    for (int i = 0; i < others.length; i++) {
      right += others[i] > border == otherAnswers[i] > 0 ? 1 : 0;
    }
    print("%nOne weight: 1000 steps of size 5%n%n");
    print("weight = %.3f  bias = %.3f%n", model.weight(), model.bias());
    print("as likely a 4 as a 9 where the ink is %.3f%n", border);
    print("loss on the training set = %.4f%n", OneWeight.loss(model, xs, answers));
    print("right on the validation set: %.2f %%%n", 100.0 * right / others.length);
    drawn.add(plots.oneWeight(model, xs, answers));
  }

  /** Trains, and chooses the epoch that does best on the validation set. */
  private Model learn(Pictures train, Pictures validation, Plots plots) {
    Course<Model> course =
        new Training(
                train,
                validation,
                training.epochs(),
                training.batch(),
                training.rate(),
                digits.seed())
            .run("training", task, Classifier.blank());
    print("%n784 weights: batches of %d, rate %s%n%n", training.batch(), training.rate());
    course.print();
    drawn.add(plots.course(course));
    drawn.add(plots.weights(train, course));
    return course.models().get(course.best());
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
