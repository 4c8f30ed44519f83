package io.github.cotangent.examples.pt008_autoencoder;

import io.github.cotangent.examples.mnist.DigitPictures;
import io.github.cotangent.examples.mnist.DigitSource;
import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.examples.plot.Plot;
import io.github.cotangent.examples.pt008_autoencoder.Autoencoder.Params;
import io.github.cotangent.examples.pt008_autoencoder.Training.Epoch;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The pictures of chapter 8. */
final class Plots {

  private static final int COLUMNS = 10;
  private static final int DOTS = 1000;
  private static final int GRID = 11;

  /** Pairs of digits to walk between: the {@link #NTH} that shows the one and the other. */
  private static final int[][] WALKS = {{3, 8}, {4, 9}, {1, 7}, {0, 6}, {2, 5}};

  private static final int NTH = 2;

  private static final Color[] COLORS = {
    new Color(0x0B6FB8),
    new Color(0xE07B00),
    new Color(0x1A936F),
    new Color(0xC8323C),
    new Color(0x7B5BB5),
    new Color(0x8C5A3C),
    new Color(0xE06FB0),
    new Color(0x5F6770),
    new Color(0xA9A900),
    new Color(0x16B5C4)
  };

  private Plots() {}

  /** The map of a code of two numbers, and what is drawn everywhere in it; their names. */
  static List<String> ofPlane(Params params, Digits digits, Path folder) {
    Digits some = digits.subset(0, Math.min(DOTS, digits.count()));
    double[][] columns = columns(Autoencoder.encode(params, some.images()));
    Plot map = new Plot("Codes of two numbers", "first number", "second number");
    for (int digit = 0; digit <= 9; digit++) {
      int shown = digit;
      int[] rows = IntStream.range(0, some.count()).filter(i -> some.label(i) == shown).toArray();
      if (rows.length > 0) {
        map.points(
            String.valueOf(digit), at(rows, columns[0]), at(rows, columns[1]), COLORS[digit]);
      }
    }
    map.small().save(folder, "pt008_map.png");
    double[] xs = steps(columns[0]);
    double[] ys = steps(columns[1]);
    float[] codes = new float[2 * GRID * GRID];
    for (int i = 0; i < GRID * GRID; i++) {
      codes[2 * i] = (float) xs[i % GRID];
      codes[2 * i + 1] = (float) ys[GRID - 1 - i / GRID]; // Up is up, as in the map.
    }
    Tensor plane = Tensors.of(codes, GRID * GRID, 2);
    DigitPictures.save(rows(Autoencoder.decode(params, plane)), GRID, folder, "pt008_plane.png");
    return List.of("pt008_map.png", "pt008_plane.png");
  }

  /** The losses of both trainings, which are one if both codes are of two; the picture's name. */
  static List<String> ofTraining(List<Epoch> flat, List<Epoch> large, int code, Path folder) {
    double[] epochs = IntStream.rangeClosed(1, flat.size()).asDoubleStream().toArray();
    Plot plot =
        new Plot("Loss, epoch by epoch", "epoch", "cross-entropy, mean of the pictures")
            .curve("training, a code of 2", epochs, numbers(flat, Epoch::training), Plot.ORANGE)
            .curve("test, a code of 2", epochs, numbers(flat, Epoch::test), Plot.RED);
    if (large != flat) {
      String name = "a code of " + code;
      plot.curve("training, " + name, epochs, numbers(large, Epoch::training), Plot.GREEN)
          .curve("test, " + name, epochs, numbers(large, Epoch::test), Plot.BLUE);
    }
    plot.save(folder, "pt008_loss.png");
    return List.of("pt008_loss.png");
  }

  /** Pictures that are drawn again, new ones, and walks from one to another; their names. */
  static List<String> ofPictures(
      Params params, Synthesis synthesis, DigitSource.Sets sets, Path folder) {
    Tensor inputs = sets.test().images().slice(0, 0, Math.min(2 * COLUMNS, sets.test().count()));
    Tensor outputs = Autoencoder.decode(params, Autoencoder.encode(params, inputs));
    List<float[]> again = new ArrayList<>();
    for (int from = 0; from < inputs.size(0); from += COLUMNS) {
      int to = Math.min(from + COLUMNS, inputs.size(0));
      again.addAll(rows(inputs.slice(0, from, to)));
      again.addAll(rows(outputs.slice(0, from, to)));
    }
    DigitPictures.save(again, COLUMNS, folder, "pt008_again.png");
    DigitPictures.save(rows(synthesis.images()), Synthesis.OF_EACH, folder, "pt008_new.png");
    DigitPictures.save(walks(params, sets.test()), COLUMNS, folder, "pt008_walk.png");
    return List.of("pt008_again.png", "pt008_new.png", "pt008_walk.png");
  }

  /** A walk through the pixels, then walks through the codes: the first between the same two. */
  private static List<float[]> walks(Params params, Digits digits) {
    List<float[]> pictures = new ArrayList<>(rows(walk(ends(WALKS[0], digits))));
    for (int[] pair : WALKS) {
      Tensor codes = walk(Autoencoder.encode(params, ends(pair, digits)));
      pictures.addAll(rows(Autoencoder.decode(params, codes)));
    }
    return pictures;
  }

  private static Tensor ends(int[] pair, Digits digits) {
    return Tensors.concat(0, nth(pair[0], digits), nth(pair[1], digits));
  }

  private static Tensor nth(int digit, Digits digits) {
    Digits all = digits.only(label -> label == digit);
    int i = Math.min(NTH, all.count()) - 1;
    return all.images().slice(0, i, i + 1);
  }

  /** Rows that go from the first of two rows to the second in equal steps. */
  static Tensor walk(Tensor ends) {
    Tensor from = ends.slice(0, 0, 1);
    Tensor way = ends.slice(0, 1, 2).minus(from);
    Tensor parts = Tensors.range(ends.dtype(), COLUMNS).dividedBy(COLUMNS - 1);
    return parts.reshape(COLUMNS, 1).times(way).plus(from);
  }

  private static List<float[]> rows(Tensor images) {
    float[] all = images.toFloats();
    return IntStream.range(0, images.size(0))
        .mapToObj(i -> Arrays.copyOfRange(all, i * Digits.PIXELS, (i + 1) * Digits.PIXELS))
        .toList();
  }

  private static double[][] columns(Tensor codes) {
    return new double[][] {codes.index(1, 0).toDoubles(), codes.index(1, 1).toDoubles()};
  }

  private static double[] at(int[] rows, double[] column) {
    return Arrays.stream(rows).mapToDouble(i -> column[i]).toArray();
  }

  /** Places with the same share of the numbers between each and the next. */
  private static double[] steps(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return IntStream.range(0, GRID)
        .mapToDouble(i -> sorted[(2 * i + 1) * sorted.length / (2 * GRID)])
        .toArray();
  }

  private static double[] numbers(List<Epoch> epochs, ToDoubleFunction<Epoch> number) {
    return epochs.stream().mapToDouble(number).toArray();
  }
}
