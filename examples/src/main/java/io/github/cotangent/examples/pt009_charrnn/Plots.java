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

  /** The losses of the long run on the chapter's page, after each reading of the text. */
  private static final double[] TRAINING = {
    2.308, 1.812, 1.663, 1.580, 1.527, 1.489, 1.462, 1.441, 1.424, 1.411, 1.400, 1.390
  };

  private static final double[] VALIDATION = {
    2.127, 1.854, 1.769, 1.719, 1.682, 1.664, 1.649, 1.639, 1.630, 1.626, 1.619, 1.615
  };

  private Plots() {}

  /** Draws all of them into {@code folder} and tells their names. */
  static List<String> saveAll(Path folder) {
    reach().save(folder, "pt009_reach.png");
    curve().save(folder, "pt009_curve.png");
    return List.of("pt009_reach.png", "pt009_curve.png");
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

  private static Plot curve() {
    double[] readings = IntStream.rangeClosed(1, TRAINING.length).mapToDouble(i -> i).toArray();
    return new Plot("Shakespeare, read by 128 units", "readings", "nats per character")
        .path("training, mean of the reading", readings, TRAINING, Plot.BLUE)
        .path("validation, after the reading", readings, VALIDATION, Plot.ORANGE);
  }

  private static void add(Plot plot, String name, Lengths lengths, Color color) {
    double[] values =
        IntStream.range(0, Reach.STEPS).mapToDouble(i -> Math.log10(lengths.back(i))).toArray();
    plot.track(name, BACK, values, color);
  }
}
