package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.plot.Plot;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The pictures of chapter 9. */
final class Plots {

  private static final double[] BACK =
      IntStream.range(0, Reach.STEPS).mapToDouble(i -> i).toArray();

  private Plots() {}

  /** Draws all of them into {@code folder} and tells their names. */
  static List<String> saveAll(Path folder) {
    reach().save(folder, "pt009_reach.png");
    return List.of("pt009_reach.png");
  }

  private static Plot reach() {
    Plot plot =
        new Plot(
            "The length of the memory's adjoint, by the steps before the guess",
            "steps before the guess",
            "length, as a power of ten");
    Reach reach = new Reach();
    add(plot, "weak", reach.weak(), Plot.BLUE);
    add(plot, "strong", reach.strong(), Plot.RED);
    add(plot, "strong, clipped", reach.clipped(), Plot.ORANGE);
    add(plot, "with gates", reach.gated(), Plot.GREEN);
    return plot;
  }

  private static void add(Plot plot, String name, Lengths lengths, Color color) {
    double[] values =
        IntStream.range(0, Reach.STEPS).mapToDouble(i -> Math.log10(lengths.back(i))).toArray();
    plot.track(name, BACK, values, color);
  }
}
