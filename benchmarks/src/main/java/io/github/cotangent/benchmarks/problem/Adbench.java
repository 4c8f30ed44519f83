package io.github.cotangent.benchmarks.problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of ADBench's data. */
public final class Adbench {

  /** The system property that names the folder. */
  public static final String PROPERTY = "cotangent.adbench";

  private static final Path SHARED = Path.of("shared", "data", "adbench");
  private static final String END = ".txt";

  private Adbench() {}

  /**
   * The folder that the system property names; else {@code shared/data/adbench} in the working
   * directory or in the nearest of those above it.
   */
  public static Optional<Path> find() {
    String given = System.getProperty(PROPERTY);
    if (given != null) {
      return Optional.of(Path.of(given));
    }
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, above -> above != null, Path::getParent)
        .map(above -> above.resolve(SHARED))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** Opens the file of a problem. */
  public static Numbers problem(Path data, String folder, String name) {
    return Numbers.of(data.resolve(folder).resolve(name + END));
  }

  /** Opens the file of what a problem must give. */
  public static Numbers expected(Path data, String name) {
    return Numbers.of(data.resolve("expected").resolve(name + END));
  }

  /** The names of all problems of a folder, sorted. */
  public static List<String> names(Path data, String folder) {
    String[] files = data.resolve(folder).toFile().list((at, name) -> name.endsWith(END));
    if (files == null) {
      throw new IllegalArgumentException("no folder " + folder + " in " + data);
    }
    return Stream.of(files).map(f -> f.substring(0, f.length() - END.length())).sorted().toList();
  }
}
