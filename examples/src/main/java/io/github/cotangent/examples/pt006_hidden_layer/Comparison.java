package io.github.cotangent.examples.pt006_hidden_layer;

import io.github.cotangent.examples.pt005_logistic_regression.Classifier;
import io.github.cotangent.examples.pt005_logistic_regression.Pictures;
import io.github.cotangent.examples.pt005_logistic_regression.Trainable;
import io.github.cotangent.examples.pt005_logistic_regression.Training;
import io.github.cotangent.examples.pt005_logistic_regression.Training.Course;
import io.github.cotangent.examples.pt005_logistic_regression.Training.Score;
import io.github.cotangent.tensor.Axes;
import io.github.cotangent.tensor.Tensor;
import java.util.Locale;

/** Trains four models on the same pictures in the same order, and says how well each does. */
final class Comparison {

  private final Training training;
  private final Pictures test;
  private final int units;

  Comparison(Training training, Pictures test, int units) {
    this.training = training;
    this.test = test;
    this.units = units;
  }

  /** The two that the plots show. */
  record Courses(Course<Classifier.Model> without, Course<Network.Model> with) {}

  Courses run(Network.Model random) {
    print("%n                          loss at the epoch that is best on the validation set%n");
    print(
        "                       epoch  training  validation  test     accuracy on the test set%n");
    Network network = new Network();
    TwoLinearMaps linear = new TwoLinearMaps();
    Course<Classifier.Model> without = row("no hidden layer", new Classifier(), Classifier.blank());
    Course<Network.Model> straight = row("hidden, but no tanh", linear, random);
    Course<Network.Model> alike =
        row("hidden, all alike", network, Network.alike(units, 0.01, 0.1));
    Course<Network.Model> with = row("hidden, random start", network, random);
    printStraight(linear, straight.models().get(straight.last()));
    print("%nLargest difference between two hidden units at the end%n%n");
    print("all alike at the start:  %.6f%n", difference(alike.models().get(alike.last())));
    print("random at the start:     %.6f%n", difference(with.models().get(with.last())));
    return new Courses(without, with);
  }

  /** How fast the loss moves with each part of a network whose numbers are all 0. */
  void printSlopesAtZero() {
    Network.Model slopes = new Network().gradient(Network.alike(units, 0.0, 0.0), training.train());
    print("%nAll numbers 0: the largest slope of the loss%n%n");
    print("toHidden     %.6f%n", largest(slopes.toHidden()));
    print("hiddenBias   %.6f%n", largest(slopes.hiddenBias()));
    print("toAnswer     %.6f%n", largest(slopes.toAnswer()));
    print("answerBias   %.6f%n", largest(slopes.answerBias()));
  }

  private <M extends Record> Course<M> row(String name, Trainable<M> task, M start) {
    Course<M> course = training.run(name, task, start);
    int best = course.best();
    Score tested = Training.score(task, course.models().get(best), test);
    print(
        "%-22s %5d %9.4f %11.4f %8.4f %18.2f %%%n",
        name,
        best,
        course.train().get(best).loss(),
        course.validation().get(best).loss(),
        tested.loss(),
        100 * tested.accuracy());
    return course;
  }

  private void printStraight(TwoLinearMaps linear, Network.Model model) {
    Tensor images = training.validation().images();
    Tensor two = linear.logits(model, images);
    Tensor one = new Classifier().logits(TwoLinearMaps.asOne(model), images);
    print("%nTwo linear maps, and the one that they make: z differs by at most ");
    print("%.1e%n", largest(two.minus(one)));
  }

  private static double difference(Network.Model model) {
    Tensor w = model.toHidden();
    return largest(w.max(Axes.of(1)).plus(w.negate().max(Axes.of(1))));
  }

  private static double largest(Tensor tensor) {
    return tensor.abs().max(Axes.all()).item();
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
