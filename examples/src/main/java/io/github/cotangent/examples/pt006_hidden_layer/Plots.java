package io.github.cotangent.examples.pt006_hidden_layer;

import io.github.cotangent.examples.mnist.DigitPictures;
import io.github.cotangent.examples.plot.Plot;
import io.github.cotangent.examples.pt005_logistic_regression.Pictures;
import io.github.cotangent.examples.pt005_logistic_regression.Training.Course;
import io.github.cotangent.examples.pt005_logistic_regression.Training.Score;
import io.github.cotangent.tensor.Axes;
import io.github.cotangent.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The pictures of chapter 6. */
final class Plots {

  private static final int AVERAGED = 50;

  private final Path folder;

  Plots(Path folder) {
    this.folder = folder;
  }

  /** The loss with and without a hidden layer, epoch by epoch. */
  String course(Course<?> without, Course<?> with) {
    String name = "pt006_course.png";
    new Plot("Odd or even, without and with a hidden layer", "epoch", "mean cross-entropy")
        .curve("without: training", epochs(without), losses(without.train()), Plot.PALE)
        .curve("without: validation", epochs(without), losses(without.validation()), Plot.GREY)
        .curve("with: training", epochs(with), losses(with.train()), Plot.BLUE)
        .curve("with: validation", epochs(with), losses(with.validation()), Plot.ORANGE)
        .window(0, Math.max(1, with.last()), 0, 0.5)
        .save(folder, name);
    return name;
  }

  /** The weights of each hidden unit, from the one that says even to the one that says odd. */
  String units(Network.Model model) {
    String name = "pt006_units.png";
    Tensor rows = model.toHidden().transpose();
    List<float[]> pictures =
        ordered(model).stream().map(unit -> rows.index(0, unit).toFloats()).toList();
    DigitPictures.saveSigned(pictures, pictures.size(), folder, name);
    return name;
  }

  /**
   * What each hidden unit answers to, in the same order: above, the mean of the pictures to which
   * it says most; below, of those to which it says least.
   */
  String responses(Network.Model model, Pictures pictures) {
    String name = "pt006_responses.png";
    Tensor columns = Network.hidden(model, pictures.images()).transpose();
    List<float[]> most = new ArrayList<>();
    List<float[]> least = new ArrayList<>();
    for (int unit : ordered(model)) {
      double[] says = columns.index(0, unit).toDoubles();
      int[] order =
          IntStream.range(0, says.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> says[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      int count = Math.min(AVERAGED, order.length);
      least.add(mean(pictures, IntStream.of(order).limit(count).toArray()));
      most.add(mean(pictures, IntStream.of(order).skip(order.length - count).toArray()));
    }
    int units = most.size();
    most.addAll(least);
    DigitPictures.save(most, units, folder, name);
    return name;
  }

  private static float[] mean(Pictures pictures, int[] rows) {
    return pictures.images().gather(rows).mean(Axes.of(0)).toFloats();
  }

  private static List<Integer> ordered(Network.Model model) {
    double[] toAnswer = model.toAnswer().toDoubles();
    return IntStream.range(0, toAnswer.length)
        .boxed()
        .sorted(Comparator.comparingDouble(unit -> toAnswer[unit]))
        .toList();
  }

  private static double[] epochs(Course<?> course) {
    return IntStream.rangeClosed(0, course.last()).asDoubleStream().toArray();
  }

  private static double[] losses(List<Score> scores) {
    return scores.stream().mapToDouble(Score::loss).toArray();
  }
}
