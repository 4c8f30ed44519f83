package io.github.cotangent.examples.chapter;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows on the error stream how far a long task is, how fast it goes, and what it says of itself.
 *
 * <p>On a console this is a bar that moves. Elsewhere, in a file or a build's log, it is a plain
 * line now and then, and nothing for a task that is soon done.
 *
 * <pre>{@code
 * try (Progress progress = Progress.of("training", steps)) {
 *   progress.step("loss 0.31  accuracy 91.2 %");
 * }
 * }</pre>
 */
public abstract sealed class Progress implements AutoCloseable {

  private static final int MILLIS_BETWEEN_BARS = 100;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  Progress() {}

  /** Of a task that has so many steps. */
  public static Progress of(String task, long steps) {
    return hasConsole() ? new Bar(task, steps) : new Lines(task, steps, BETWEEN_LINES, System.err);
  }

  /** One more step is done. */
  public abstract void step(String message);

  /** The task is done, or given up. */
  @Override
  public abstract void close();

  /**
   * Whether a person looks on. Java does not tell for the error stream alone: where the output goes
   * into a file, there is no bar either. Since JDK 22 there may be a console that is no terminal.
   */
  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static final class Bar extends Progress {
    private final ProgressBar bar;

    Bar(String task, long steps) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(steps)
              .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
              .setUpdateIntervalMillis(MILLIS_BETWEEN_BARS)
              .showSpeed()
              .build();
    }

    @Override
    public void step(String message) {
      bar.setExtraMessage("  " + message);
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** Plain lines for a log. */
  static final class Lines extends Progress {
    private final String task;
    private final long steps;
    private final Duration between;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private long lastLine = start;
    private long done;

    Lines(String task, long steps, Duration between, PrintStream out) {
      this.task = task;
      this.steps = steps;
      this.between = between;
      this.out = out;
    }

    @Override
    public void step(String message) {
      done++;
      long now = System.nanoTime();
      if (now - lastLine >= between.toNanos()) {
        lastLine = now;
        out.printf(
            Locale.ROOT,
            "%s: step %d of %d, %.1f/s, %s%n",
            task,
            done,
            steps,
            done * 1e9 / (now - start),
            message);
      }
    }

    @Override
    public void close() {}
  }
}
