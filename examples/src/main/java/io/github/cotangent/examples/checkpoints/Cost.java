package io.github.cotangent.examples.checkpoints;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures what a gradient with checkpoints saves in memory and costs in time. Each gradient runs
 * in a Java machine of its own: the memory is the least heap with which it ends.
 */
public final class Cost {

  private static final int CELLS = 10_000;
  private static final List<String> NAMES =
      List.of("logisticRecorded", "logistic", "heatRecorded", "heat");

  /** The sizes of heap to try, in MB: a machine does not start with less than the first. */
  private static final List<Integer> HEAPS =
      List.of(
          2, 3, 4, 5, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536,
          2048, 3072, 4096);

  private Cost() {}

  /**
   * Prints the table; with a name and a number of steps, runs one gradient and prints its time.
   *
   * @param args nothing, or what to run
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      System.out.println(milliseconds(args[0], Integer.parseInt(args[1])));
      return;
    }
    print(System.out, 1_000_000, 1_000, 10_000);
  }

  static void print(PrintStream out, int logistic, int shortHeat, int heat)
      throws IOException, InterruptedException {
    out.println("| gradient | steps | heap | time |");
    out.println("|---|---|---|---|");
    for (String name : NAMES) {
      int[] sizes =
          name.startsWith("heat")
              ? new int[] {shortHeat, heat}
              : new int[] {logistic / 10, logistic};
      for (int steps : sizes) {
        out.println(row(name, steps));
      }
    }
  }

  private static String row(String name, int steps) throws IOException, InterruptedException {
    int heap = leastHeap(name, steps);
    String time = heap == 0 ? "" : run(name, steps, 2 * heap);
    return heap == 0
        ? String.format(Locale.ROOT, "| `%s` | %,d | more than 4096 MB | |", name, steps)
        : String.format(Locale.ROOT, "| `%s` | %,d | %d MB | %s ms |", name, steps, heap, time);
  }

  private static int leastHeap(String name, int steps) throws IOException, InterruptedException {
    int low = 0;
    int high = HEAPS.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (run(name, steps, HEAPS.get(middle)).isEmpty()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == HEAPS.size() ? 0 : HEAPS.get(low);
  }

  /** The output of one run; empty if the heap was too small. */
  private static String run(String name, int steps, int heap)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-Xmx" + heap + "m",
                "-cp",
                System.getProperty("java.class.path"),
                Cost.class.getName(),
                name,
                Integer.toString(steps))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes()).strip();
    return process.waitFor() == 0 ? output : "";
  }

  /** The time of the third of three runs. */
  private static long milliseconds(String name, int steps) {
    long nanoseconds = 0;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      gradient(name, steps);
      nanoseconds = System.nanoTime() - start;
    }
    return Math.round(nanoseconds / 1e6);
  }

  /** One number of the gradient: the two ways of computing it must agree. */
  static double gradient(String name, int steps) {
    double[] rod = new double[CELLS];
    Arrays.setAll(rod, i -> Math.sin(0.01 * i));
    return switch (name) {
      case "logistic" -> dSolvers.dLogistic(3, 0.2, steps).r();
      case "logisticRecorded" -> dSolvers.dLogisticRecorded(3, 0.2, steps).r();
      case "heat" -> dSolvers.dHeat(rod, 0.2, steps).k();
      case "heatRecorded" -> dSolvers.dHeatRecorded(rod, 0.2, steps).k();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
