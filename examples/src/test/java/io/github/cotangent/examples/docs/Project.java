package io.github.cotangent.examples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the project's files are, whatever folder the tests are started from. */
final class Project {

  private static final Path PACKAGE = Path.of("io", "github", "cotangent", "examples");

  private Project() {}

  /** The folder that holds README.md, docs and examples. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("examples").resolve("pom.xml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** The chapters' hand-written source. */
  static Path sources() {
    return root().resolve(Path.of("examples", "src", "main", "java")).resolve(PACKAGE);
  }

  /** What the annotation processor wrote in the build that compiled this very class. */
  static Path generated() {
    return buildFolder().resolve(Path.of("generated-sources", "annotations")).resolve(PACKAGE);
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path buildFolder() {
    try {
      Path classes =
          Path.of(Project.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
