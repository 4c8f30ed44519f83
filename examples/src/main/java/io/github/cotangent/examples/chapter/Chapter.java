package io.github.cotangent.examples.chapter;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Runs a chapter: an object with picocli's annotations, whose {@code call} gives the exit code.
 *
 * <p>A mistake of the person who runs a chapter is answered with one sentence and exit code 2, not
 * with a stack trace: that would point into code which is not at fault.
 */
public final class Chapter {

  private static final int BAD_USAGE = 2;

  private Chapter() {}

  /**
   * Reads the command line into {@code chapter} and calls it. Comes back when all went well, and
   * leaves the program otherwise.
   */
  public static void run(Callable<Integer> chapter, String... args) {
    int exitCode = exitCode(chapter, new PrintWriter(System.err, true), args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** The same, with what is said of mistakes on {@code err}. */
  static int exitCode(Callable<Integer> chapter, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(chapter);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this and do nothing.")
                .build());
    line.setErr(err);
    line.setParameterExceptionHandler((e, given) -> sayMisread(e, err));
    line.setExecutionExceptionHandler((e, parsed, given) -> sayMistake(e, err));
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      err.println("There is not enough memory for this: ask for less, or give Java more.");
      return BAD_USAGE;
    }
  }

  private static int sayMisread(ParameterException e, PrintWriter err) {
    err.println(e.getMessage() + " (--help shows what this chapter takes)");
    return BAD_USAGE;
  }

  private static int sayMistake(Exception e, PrintWriter err) throws Exception {
    if (!(e instanceof BadUsageException)) {
      throw e;
    }
    err.println(e.getMessage());
    return BAD_USAGE;
  }
}
