package io.github.cotangent.benchmarks;

import io.github.cotangent.benchmarks.compiletime.Javac;
import io.github.cotangent.benchmarks.compiletime.Sources;
import io.github.cotangent.examples.plot.Plot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints one table from one run, and draws a curve: what the processor adds to javac. */
@Command(
    name = "compile-time",
    description = "Measures javac with and without the processor, on programs of growing size.",
    mixinStandardHelpOptions = true)
final class CompileTimeCommand implements Callable<Integer> {

  private static final double MILLIS = 1000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--processor",
      description = "The processor's jar. Default: the one in processor/target.")
  private Path processor;

  @Option(
      names = "--methods",
      split = ",",
      defaultValue = "200",
      description = "How many methods of 30 lines. Default: ${DEFAULT-VALUE}")
  private List<Integer> methods;

  @Option(
      names = "--statements",
      split = ",",
      defaultValue = "500,1000,2000,5000",
      description = "How many statements in one method. Default: ${DEFAULT-VALUE}")
  private List<Integer> statements;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "How often each time is taken, after the first. Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--picture",
      description = "A folder for the curve, compile-time.png; none is drawn unless given.")
  private Path picture;

  private PrintWriter out;

  @Override
  public Integer call() {
    if (rounds < 1) {
      throw misread("--rounds must be at least 1");
    }
    out = spec.commandLine().getOut();
    out.println(Machine.describe());
    out.println();
    out.println("| program | javac, s | added the first time, s | added, s |");
    out.println("|---|--:|--:|--:|");
    Javac with = Javac.with(jar());
    for (int count : methods) {
      measure(count + " methods of 30 lines", Sources.methods(count), with);
    }
    double[] sizes = new double[statements.size()];
    double[] added = new double[statements.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = statements.get(i);
      String name = statements.get(i) + " statements in one method";
      added[i] = measure(name, Sources.statements(statements.get(i)), with);
    }
    if (picture != null) {
      draw(sizes, added);
    }
    return 0;
  }

  /** Prints a row; gives what the processor adds when it is warm, in seconds. */
  private double measure(String name, Map<String, String> sources, Javac with) {
    seconds(Javac.alone(), sources);
    double start = seconds(Javac.alone(), sources);
    double first = seconds(with, sources) - start;
    List<Double> alone = new ArrayList<>();
    List<Double> added = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      double without = seconds(Javac.alone(), sources);
      alone.add(without);
      added.add(seconds(with, sources) - without);
    }
    out.printf(
        Locale.ROOT, "| %s | %.2f | %.2f | %.2f |%n", name, median(alone), first, median(added));
    out.flush();
    return median(added);
  }

  private static double seconds(Javac javac, Map<String, String> sources) {
    double start = Clock.millis();
    javac.compile(sources);
    return (Clock.millis() - start) / MILLIS;
  }

  private static double median(List<Double> times) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private void draw(double[] sizes, double[] added) {
    try {
      new Plot("What one long method adds to javac", "statements", "seconds")
          .path("added by the processor", sizes, added, Plot.BLUE)
          .save(Files.createDirectories(picture), "compile-time.png");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path jar() {
    if (processor != null) {
      return existing(processor);
    }
    Path folder = Path.of("processor", "target");
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> jars =
          Files.newDirectoryStream(folder, "cotangent-processor-*.jar")) {
        for (Path jar : jars) {
          if (!jar.toString().matches(".*-(sources|javadoc)\\.jar")) {
            return jar;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw misread("no jar in processor/target here: name it with --processor");
  }

  private Path existing(Path jar) {
    if (!Files.exists(jar)) {
      throw misread("no jar " + jar);
    }
    return jar;
  }

  private ParameterException misread(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
