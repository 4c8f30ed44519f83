package io.github.cotangent.examples.docs;

import io.github.cotangent.examples.pt001_intro.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the chapters and keeps what they print. */
final class ChapterOutput {

  private final Path plots;
  private final Map<String, List<String>> printed = new HashMap<>();

  /** Plots drawn on the way go to {@code plots}. */
  ChapterOutput(Path plots) {
    this.plots = plots;
  }

  /** With plots in a folder of their own that nobody looks at. */
  static ChapterOutput discardingPlots() {
    return new ChapterOutput(temporaryFolder());
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("plots");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that a chapter prints. */
  List<String> of(String chapter) {
    return printed.computeIfAbsent(chapter, this::run);
  }

  private List<String> run(String chapter) {
    return switch (chapter) {
      case "pt001_intro" -> capture(Main::main);
      case "pt002_multivar" -> capture(io.github.cotangent.examples.pt002_multivar.Main::main);
      case "pt003_minimize_univariate" ->
          capture(
              io.github.cotangent.examples.pt003_minimize_univariate.Main::main,
              "--plots",
              plots.toString());
      case "pt004_minimize_multivariate" ->
          capture(
              io.github.cotangent.examples.pt004_minimize_multivariate.Main::main,
              "--plots",
              plots.toString());
      case "pt005_logistic_regression" ->
          capture(io.github.cotangent.examples.pt005_logistic_regression.Main::main, brief());
      case "pt006_hidden_layer" ->
          capture(io.github.cotangent.examples.pt006_hidden_layer.Main::main, brief());
      case "pt007_multiclass" -> // Untrained: what its page quotes comes before the training.
          capture(
              io.github.cotangent.examples.pt007_multiclass.Main::main,
              "--epochs",
              "0",
              "--plots",
              temporaryFolder().toString());
      default -> throw new IllegalArgumentException("no chapter is called " + chapter);
    };
  }

  /**
   * For chapters that train on digits: one epoch, on drawn digits. The pictures on their pages are
   * of genuine ones, and are made by hand as the pages say; these here are thrown away.
   */
  private static String[] brief() {
    return new String[] {"--epochs", "1", "--plots", temporaryFolder().toString()};
  }

  private static List<String> capture(Consumer<String[]> main, String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      main.accept(args);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
