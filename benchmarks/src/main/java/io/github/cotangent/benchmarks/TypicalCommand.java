package io.github.cotangent.benchmarks;

import io.github.cotangent.benchmarks.typical.Typical;
import io.github.cotangent.benchmarks.typical.TypicalFunctions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints one table from one run: what the gradients of typical functions cost. */
@Command(
    name = "typical",
    description = "Measures gradients of functions such as people write them; checks them first.",
    mixinStandardHelpOptions = true)
final class TypicalCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--rounds",
      defaultValue = "21",
      description = "How often each time is taken. Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--warm-up",
      defaultValue = "2500",
      description = "Milliseconds that each runs before. Default: ${DEFAULT-VALUE}")
  private double warmUp;

  @Option(
      names = "--sample",
      defaultValue = "10",
      description = "Milliseconds that each runs in a round, at least. Default: ${DEFAULT-VALUE}")
  private double sample;

  @Option(
      names = "--row",
      hidden = true,
      description = "Prints the row of one function, by its number, not the table.")
  private Integer row;

  /** What was computed last, so that nothing is left out as unused. */
  private volatile Object last;

  @Override
  public Integer call() {
    if (rounds < 1) {
      throw new ParameterException(spec.commandLine(), "--rounds must be at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Typical<?>> all = TypicalFunctions.all();
    if (row != null) {
      out.println(measured(all.get(row)));
      out.flush();
      return 0;
    }
    out.println(Machine.describe());
    out.println();
    out.println("| function | function, µs | gradient, µs | gradient ÷ function |");
    out.println("|---|--:|--:|--:|");
    for (int i = 0; i < all.size(); i++) {
      Fork.lines(
              List.of(
                  "typical",
                  "--row=" + i,
                  "--rounds=" + rounds,
                  "--warm-up=" + warmUp,
                  "--sample=" + sample))
          .forEach(out::println);
      out.flush();
    }
    return 0;
  }

  private String measured(Typical<?> f) {
    f.check();
    Runnable value = () -> last = f.runValue();
    Runnable gradient = () -> last = f.runGradient();
    int valueRuns = runs(value);
    int gradientRuns = runs(gradient);
    double[] values = new double[rounds];
    double[] gradients = new double[rounds];
    double[] ratios = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      values[i] = micros(value, valueRuns);
      gradients[i] = micros(gradient, gradientRuns);
      ratios[i] = gradients[i] / values[i];
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f | **%.2f** |",
        f.name(),
        Measurement.median(values),
        Measurement.median(gradients),
        Measurement.median(ratios));
  }

  /** Warms up; gives how many runs take as long as a sample. */
  private int runs(Runnable run) {
    double start = Clock.millis();
    int count = 0;
    while (Clock.millis() - start < warmUp) {
      run.run();
      count++;
    }
    return (int) Math.max(1, Math.ceil(count * sample / warmUp));
  }

  private static double micros(Runnable run, int count) {
    double start = Clock.millis();
    for (int i = 0; i < count; i++) {
      run.run();
    }
    return (Clock.millis() - start) * 1000 / count;
  }
}
