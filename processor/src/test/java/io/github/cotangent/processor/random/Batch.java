package io.github.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;

/** Compiles programs in one run of javac and checks each with a few arguments. */
final class Batch {
  private static final int RUNS = 2;
  private static final int SECONDS = 60;

  /** Not every loop can be run again, and the generator does not look at that. */
  private static final Pattern REFUSED_LOOP =
      Pattern.compile("Cotangent/(UnsupportedCheckpoint|UnrepeatableLoop)");

  private final boolean derive;
  private final Supplier<Processor> compiler;
  private final String[] options;

  /**
   * A way to check programs.
   *
   * @param compiler the processor that makes the derivatives, null to check without
   * @param options for the processor
   */
  Batch(Supplier<Processor> compiler, String... options) {
    this.compiler = compiler;
    this.options = options;
    this.derive = compiler != null;
  }

  /** Checks the programs; the tally counts them. */
  List<Failure> check(List<Program> programs, Tally tally) {
    if (programs.isEmpty()) {
      return List.of();
    }
    IrOracle oracle = new IrOracle();
    List<Processor> processors = new ArrayList<>(List.of(oracle));
    if (derive) {
      processors.add(compiler.get());
    }
    Compilation compilation = new Compilation(programs, processors, options);
    return compilation.successful()
        ? checkAll(programs, compilation, oracle, tally)
        : refused(programs, compilation, tally);
  }

  /** Reports the programs that do not compile, and goes on without them. */
  private List<Failure> refused(List<Program> programs, Compilation compilation, Tally tally) {
    List<Failure> failures = new ArrayList<>();
    List<Program> rest = new ArrayList<>();
    boolean isOther = false;
    for (Program p : programs) {
      List<String> errors = compilation.errorsOf(p);
      if (errors.isEmpty()) {
        rest.add(p);
      } else if (errors.stream().allMatch(e -> REFUSED_LOOP.matcher(e).find())) {
        rest.add(p.withoutCheckpoints());
        isOther = true;
      } else {
        tally.program();
        failures.add(
            new Failure(p, "not compiled: " + String.join("\n", errors), compilation.generated(p)));
      }
    }
    if (failures.isEmpty() && !isOther) {
      return programs.size() == 1
          ? List.of(new Failure(programs.get(0), "not compiled: " + compilation.errors(), ""))
          : programs.stream().flatMap(p -> check(List.of(p), tally).stream()).toList();
    }
    failures.addAll(check(rest, tally));
    return failures;
  }

  private List<Failure> checkAll(
      List<Program> programs, Compilation compilation, IrOracle oracle, Tally tally) {
    ClassLoader loader = compilation.loader();
    List<Failure> failures = new ArrayList<>();
    for (Program p : programs) {
      tally.program();
      String failure = oracle.trouble(p).orElse("");
      for (int run = 0; run < RUNS && failure.isEmpty(); run++) {
        long seed = p.seed() * 31 + run;
        Verdict v = timed(() -> Checker.check(new Subject(p, loader, derive), oracle, seed));
        tally.add(v);
        failure = v.failure();
      }
      if (!failure.isEmpty()) {
        failures.add(new Failure(p, failure, compilation.generated(p)));
      }
    }
    return failures;
  }

  private static Verdict timed(java.util.concurrent.Callable<Verdict> check) {
    ExecutorService one =
        Executors.newSingleThreadExecutor(
            r -> {
              Thread t = new Thread(null, r, "check", 1L << 26);
              t.setDaemon(true);
              return t;
            });
    Future<Verdict> future = one.submit(check);
    one.shutdown();
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return Verdict.bad(
          "runs for more than " + SECONDS + " seconds",
          java.util.EnumSet.noneOf(Verdict.Fact.class));
    } catch (InterruptedException | ExecutionException e) {
      return Verdict.bad(
          "the check broke: " + e.getCause(), java.util.EnumSet.noneOf(Verdict.Fact.class));
    }
  }
}
