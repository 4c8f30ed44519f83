package io.github.cotangent.examples.chapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The command line of a chapter.
 *
 * <p>A mistake of the person who runs a chapter is answered with one sentence and exit code 2, not
 * with a stack trace: that would point into code which is not at fault.
 */
public final class Arguments {

  /** The option that says where plots go. */
  public static final String PLOTS = "--plots <folder>";

  /** Where plots go unless {@code --plots} says otherwise: among the other build products. */
  static final Path DEFAULT_PLOTS = Path.of("target", "plots");

  private static final int BAD_USAGE = 2;

  private Arguments() {}

  /** For a chapter without options: leaves the program when {@code args} holds anything. */
  public static void none(String[] args) {
    orExit(
        () -> {
          checkNone(args);
          return null;
        });
  }

  /**
   * For a chapter with plots: the existing, writable folder named by {@code --plots <folder>}, or
   * {@code target/plots}. Leaves the program when the options cannot be understood or there is no
   * such folder.
   */
  public static Path plotFolder(String[] args) {
    return orExit(() -> plotFolder(Options.of(args, PLOTS)));
  }

  /**
   * For a chapter with more options than that, of which {@link #PLOTS} is one: the existing,
   * writable folder for plots.
   *
   * @throws BadUsageException if there is no such folder
   */
  public static Path plotFolder(Options options) {
    return writableFolder(options.folder(PLOTS).orElse(DEFAULT_PLOTS));
  }

  /**
   * The result of {@code task}; when it fails with a {@link BadUsageException}, says why and leaves
   * the program.
   */
  public static <T> T orExit(Supplier<T> task) {
    try {
      return task.get();
    } catch (BadUsageException e) {
      System.err.println(e.getMessage());
      System.exit(BAD_USAGE);
      throw e;
    }
  }

  static void checkNone(String[] args) {
    if (args.length > 0) {
      throw new BadUsageException(
          "This chapter takes no arguments, but it was given '" + args[0] + "'.");
    }
  }

  static Path writableFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadUsageException("The folder '" + folder + "' for plots cannot be created.");
    }
    if (!Files.isWritable(folder)) {
      throw new BadUsageException("The folder '" + folder + "' for plots cannot be written to.");
    }
    return folder;
  }
}
