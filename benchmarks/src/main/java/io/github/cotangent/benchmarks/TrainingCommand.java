package io.github.cotangent.benchmarks;

import io.github.cotangent.benchmarks.training.Agreement;
import io.github.cotangent.benchmarks.training.Task;
import io.github.cotangent.benchmarks.training.Tasks;
import io.github.cotangent.benchmarks.training.Torch;
import io.github.cotangent.tensor.kernels.Kernels;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints one table from one run: what a step of training costs, here and in PyTorch. */
@Command(
    name = "training",
    description = "Measures steps of training against PyTorch; verifies first that both agree.",
    mixinStandardHelpOptions = true)
final class TrainingCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--steps",
      split = ",",
      description = "Names of steps to measure; all unless given.")
  private List<String> names = Tasks.names();

  @Option(
      names = "--threads",
      split = ",",
      description = "How many threads each may use; 1 and all cores unless given.")
  private List<Integer> threads = List.of(1, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--rounds",
      defaultValue = "21",
      description = "How often each time is taken. Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--warm-up",
      defaultValue = "3000",
      description = "Milliseconds that each runs before. Default: ${DEFAULT-VALUE}")
  private double warmUp;

  @Option(
      names = "--sample",
      defaultValue = "50",
      description = "Milliseconds that each runs in a round, at least. Default: ${DEFAULT-VALUE}")
  private double sample;

  @Override
  public Integer call() {
    if (rounds < 1) {
      throw misread("--rounds must be at least 1");
    }
    if (threads.stream().anyMatch(count -> count < 1)) {
      throw misread("--threads must be at least 1");
    }
    List<Task> tasks = tasks();
    if (!Torch.isThere()) {
      throw misread(
          "PyTorch's library is not in this jar: build it with mvn package -Ppytorch -DskipTests");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    String peer = Torch.load();
    Effort effort = new Effort(rounds, warmUp, sample);
    out.println(Machine.describe());
    out.println(peer + "; our matrix products: " + products());
    out.println();
    TrainingTable.head().forEach(out::println);
    for (Task task : tasks) {
      Agreement agreement = Agreement.of(task);
      err.printf(
          "%s: gradients agree to %.0e, losses to %.0e%n",
          task.name(), agreement.gradientNorm(), agreement.loss());
      for (int count : threads.stream().distinct().toList()) {
        out.println(TrainingTable.row(Duel.of(task, count, effort)));
        out.flush();
      }
    }
    return 0;
  }

  private static String products() {
    return Kernels.FLOAT.products().getClass().getSimpleName();
  }

  private List<Task> tasks() {
    try {
      return names.stream().map(Tasks::named).toList();
    } catch (IllegalArgumentException e) {
      throw misread(e.getMessage());
    }
  }

  private ParameterException misread(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
