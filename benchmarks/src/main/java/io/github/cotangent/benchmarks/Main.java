package io.github.cotangent.benchmarks;

import io.github.cotangent.benchmarks.problem.Adbench;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints one table from one run: what gradients cost, generated and by hand. */
@Command(
    name = "benchmarks",
    description = "Measures gradients of ADBench's objectives; verifies them first.",
    mixinStandardHelpOptions = true,
    subcommands = {TrainingCommand.class, CompileTimeCommand.class, TypicalCommand.class})
public final class Main implements Callable<Integer> {

  /** The problems of the table in docs/performance.md. */
  static final String PROBLEMS =
      "gmm_d2_K5,gmm_d10_K5,gmm_d10_K25,gmm_d20_K50,gmm_d64_K10,lstm_l2_c1024,lstm_l2_c4096,"
          + "ba1_n49_m7776_p31843,bafull_n20_m500_p3000";

  private static final String TIMES = "times ";
  private static final String BYTES = "bytes ";

  @Spec private CommandSpec spec;

  @Option(
      names = "--problems",
      split = ",",
      defaultValue = PROBLEMS,
      description = "Names of files, without their end. Default: ${DEFAULT-VALUE}")
  private List<String> names;

  @Option(
      names = "--data",
      description = "ADBench's folder. Default: shared/data/adbench here or above.")
  private Path data;

  @Option(
      names = "--rounds",
      defaultValue = "41",
      description = "How often each time is taken. Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--warm-up",
      defaultValue = "2000",
      description = "Milliseconds that each runs before. Default: ${DEFAULT-VALUE}")
  private double warmUp;

  @Option(
      names = "--sample",
      defaultValue = "10",
      description = "Milliseconds that each runs in a round, at least. Default: ${DEFAULT-VALUE}")
  private double sample;

  @Option(
      names = "--one-jvm",
      description =
          "Measures all problems in this JVM, which compiles for the data that it sees first."
              + " Default: each in a JVM of its own.")
  private boolean inOneJvm;

  @Option(
      names = "--rows",
      hidden = true,
      description = "Prints rows for the table, not the table.")
  private boolean printsRows;

  private Main() {}

  /** Measures, and prints the table. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  /** The same with the table on {@code out}; gives the exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Main()).setOut(out).setErr(err).execute(args);
  }

  @Override
  public Integer call() {
    Path folder = folder();
    if (rounds < 1) {
      throw misread("--rounds must be at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<String> rows = new ArrayList<>();
    for (String name : names) {
      if (!printsRows) {
        err.println("measuring " + name);
      }
      rows.addAll(
          inOneJvm || printsRows ? measured(folder, name) : Fork.lines(arguments(folder, name)));
    }
    if (printsRows) {
      rows.forEach(out::println);
    } else {
      out.println(Machine.describe());
      out.println();
      Table.ofTimes(those(rows, TIMES)).forEach(out::println);
      out.println();
      Table.ofBytes(those(rows, BYTES)).forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private List<String> measured(Path folder, String name) {
    Measurement m = Rounds.measure(Problems.load(folder, name), new Effort(rounds, warmUp, sample));
    List<String> rows = new ArrayList<>(List.of(TIMES + Table.times(m)));
    Table.bytes(m).ifPresent(row -> rows.add(BYTES + row));
    return rows;
  }

  private List<String> arguments(Path folder, String name) {
    return List.of(
        "--rows",
        "--problems=" + name,
        "--data=" + folder,
        "--rounds=" + rounds,
        "--warm-up=" + warmUp,
        "--sample=" + sample);
  }

  private static List<String> those(List<String> rows, String kind) {
    return rows.stream()
        .filter(r -> r.startsWith(kind))
        .map(r -> r.substring(kind.length()))
        .toList();
  }

  private Path folder() {
    Path folder = data != null ? data : Adbench.find().orElse(null);
    if (folder == null) {
      throw misread("no folder shared/data/adbench here or above: name it with --data");
    }
    if (!Files.isDirectory(folder)) {
      throw misread("no folder " + folder);
    }
    return folder;
  }

  private ParameterException misread(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
