package io.github.cotangent.examples.chapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --plots}: where a chapter's pictures go. */
public final class PlotFolder {

  @Option(
      names = "--plots",
      paramLabel = "<folder>",
      converter = PathConverter.class,
      description = "Where the plots go; ${DEFAULT-VALUE} unless given.")
  private Path folder = Path.of("target", "plots");

  /**
   * The folder, which exists and can be written to.
   *
   * @throws BadUsageException if there is no such folder
   */
  public Path path() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadUsageException(
          "The folder '" + folder + "' for plots cannot be created: name another with --plots.");
    }
    if (!Files.isWritable(folder)) {
      throw new BadUsageException(
          "The folder '" + folder + "' for plots cannot be written to: name another with --plots.");
    }
    return folder;
  }
}
