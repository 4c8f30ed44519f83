package io.github.cotangent.examples.pt007_multiclass;

import io.github.cotangent.examples.mnist.DigitPictures;
import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.examples.plot.Plot;
import io.github.cotangent.examples.pt007_multiclass.Labelled.Reading;
import io.github.cotangent.examples.pt007_multiclass.Training.Epoch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The pictures of chapter 7. */
final class Plots {

  private static final int COLUMNS = 10;
  private static final int MISTAKES = 20;

  private Plots() {}

  /** The pictures of a training without and one with shifted images; their names. */
  static List<String> ofTraining(
      List<Epoch> plain, List<Epoch> shifted, Digits digits, long seed, Path folder) {
    Plot accuracy = curves("The share that is read right", "%", plain, shifted, Reading::accuracy);
    accuracy.save(folder, "pt007_accuracy.png");
    Plot loss = curves("Loss, epoch by epoch", "mean cross-entropy", plain, shifted, Reading::loss);
    loss.logarithmic().save(folder, "pt007_loss.png");
    List<float[]> images = new ArrayList<>();
    Digits some = digits.subset(0, Math.min(COLUMNS, digits.count()));
    add(some, images);
    for (int row = 1; row <= 2; row++) {
      add(some.shiftedAtRandom(Main.SHIFT, seed + row), images);
    }
    DigitPictures.save(images, COLUMNS, folder, "pt007_shifted.png");
    return List.of("pt007_accuracy.png", "pt007_loss.png", "pt007_shifted.png");
  }

  /** The pictures of what a network reads; their names. */
  static List<String> ofReading(
      Confusion confusion, List<Mistake> mistakes, Digits digits, Path folder) {
    ConfusionPicture.save(confusion, folder, "pt007_confusion.png");
    List<float[]> images =
        shown(mistakes).stream().map(mistake -> digits.image(mistake.index())).toList();
    DigitPictures.save(images, COLUMNS, folder, "pt007_mistakes.png");
    return List.of("pt007_confusion.png", "pt007_mistakes.png");
  }

  /** The mistakes that are shown. */
  static List<Mistake> shown(List<Mistake> mistakes) {
    return mistakes.subList(0, Math.min(MISTAKES, mistakes.size()));
  }

  private static void add(Digits digits, List<float[]> images) {
    for (int i = 0; i < digits.count(); i++) {
      images.add(digits.image(i));
    }
  }

  private static Plot curves(
      String title,
      String unit,
      List<Epoch> plain,
      List<Epoch> shifted,
      ToDoubleFunction<Reading> number) {
    double[] epochs = IntStream.rangeClosed(1, plain.size()).asDoubleStream().toArray();
    return new Plot(title, "epoch", unit)
        .curve(
            "as they are: training", epochs, numbers(plain, Epoch::training, number), Plot.ORANGE)
        .curve("as they are: test", epochs, numbers(plain, Epoch::test, number), Plot.RED)
        .curve("shifted: training", epochs, numbers(shifted, Epoch::training, number), Plot.GREEN)
        .curve("shifted: test", epochs, numbers(shifted, Epoch::test, number), Plot.BLUE);
  }

  private static double[] numbers(
      List<Epoch> epochs, Function<Epoch, Reading> which, ToDoubleFunction<Reading> number) {
    return epochs.stream().map(which).mapToDouble(number).toArray();
  }
}
