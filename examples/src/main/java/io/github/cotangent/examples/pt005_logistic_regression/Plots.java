package io.github.cotangent.examples.pt005_logistic_regression;

import io.github.cotangent.examples.mnist.DigitPictures;
import io.github.cotangent.examples.plot.Plot;
import io.github.cotangent.examples.pt005_logistic_regression.Training.Course;
import io.github.cotangent.examples.pt005_logistic_regression.Training.Score;
import io.github.cotangent.tensor.Axes;
import io.github.cotangent.tensor.Tensor;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The pictures of chapter 5. */
final class Plots {

  private static final int SHOWN = 20;
  private static final int COLUMNS = 10;

  private final Path folder;

  Plots(Path folder) {
    this.folder = folder;
  }

  /** The first pictures of a set. */
  String digits(Pictures pictures) {
    List<float[]> images = IntStream.range(0, SHOWN).mapToObj(i -> image(pictures, i)).toList();
    return grid(images, "pt005_digits.png");
  }

  /** The pictures whose answers surprise the model most. */
  String surprises(Classifier task, Classifier.Model model, Pictures pictures) {
    double[] z = task.logits(model, pictures.images()).toDoubles();
    double[] answers = pictures.answers().toDoubles();
    List<float[]> images =
        IntStream.range(0, z.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> answers[i] > 0 ? z[i] : -z[i]))
            .limit(SHOWN)
            .map(i -> image(pictures, i))
            .toList();
    return grid(images, "pt005_surprises.png");
  }

  /** One weight: the probability over the ink, and some pictures as dots at their answers. */
  String oneWeight(OneWeight.Model model, double[] xs, double[] answers) {
    double[] at = IntStream.rangeClosed(0, 200).mapToDouble(i -> i / 200.0).toArray();
    double[] p =
        IntStream.range(0, at.length)
            .mapToDouble(i -> OneWeight.sigmoid(model.weight() * at[i] + model.bias()))
            .toArray();
    String name = "pt005_one_weight.png";
    new Plot("Is it a 9? One number of each picture", "ink in the lid", "probability of a 9")
        .points("4", some(xs, answers, 0), spread(some(xs, answers, 0), -0.04), Plot.BLUE)
        .points("9", some(xs, answers, 1), spread(some(xs, answers, 1), 1.04), Plot.ORANGE)
        .curve("sigmoid(weight · x + bias)", at, p, Plot.GREY)
        .window(-0.02, 1.02, -0.1, 1.1)
        .save(folder, name);
    return name;
  }

  /** The loss, epoch by epoch. */
  String course(Course<Classifier.Model> course) {
    String name = "pt005_course.png";
    new Plot("Loss, epoch by epoch", "epoch", "mean cross-entropy")
        .curve("training set", epochs(course), losses(course.train()), Plot.BLUE)
        .curve("validation set", epochs(course), losses(course.validation()), Plot.ORANGE)
        .window(0, Math.max(1, course.last()), 0, 0.3)
        .save(folder, name);
    return name;
  }

  /** The mean 9 less the mean 4; the weights after one epoch, at the best one, and at the end. */
  String weights(Pictures train, Course<Classifier.Model> course) {
    Tensor yes = train.answers().reshape(-1, 1);
    Tensor nines = train.images().times(yes).sum(Axes.of(0)).dividedBy(yes.sum());
    Tensor no = yes.negate().plus(1);
    Tensor fours = train.images().times(no).sum(Axes.of(0)).dividedBy(no.sum());
    String name = "pt005_weights.png";
    List<float[]> pictures =
        List.of(
            nines.minus(fours).toFloats(),
            weights(course, Math.min(1, course.last())),
            weights(course, course.best()),
            weights(course, course.last()));
    DigitPictures.saveSigned(pictures, pictures.size(), folder, name);
    return name;
  }

  private static float[] weights(Course<Classifier.Model> course, int epoch) {
    return course.models().get(epoch).weights().toFloats();
  }

  private static float[] image(Pictures pictures, int i) {
    return pictures.images().index(0, i).toFloats();
  }

  private String grid(List<float[]> images, String name) {
    DigitPictures.save(images, COLUMNS, folder, name);
    return name;
  }

  private static double[] epochs(Course<?> course) {
    return IntStream.rangeClosed(0, course.last()).asDoubleStream().toArray();
  }

  private static double[] losses(List<Score> scores) {
    return scores.stream().mapToDouble(Score::loss).toArray();
  }

  /** The first numbers whose answer is this one. */
  private static double[] some(double[] xs, double[] answers, double answer) {
    return IntStream.range(0, xs.length)
        .filter(i -> answers[i] == answer)
        .limit(150)
        .mapToDouble(i -> xs[i])
        .toArray();
  }

  /** Heights near {@code middle}, so that dots do not hide each other. */
  private static double[] spread(double[] xs, double middle) {
    return IntStream.range(0, xs.length)
        .mapToDouble(i -> middle + 0.03 * ((i * 7 % 11) / 5.0 - 1.0))
        .toArray();
  }
}
