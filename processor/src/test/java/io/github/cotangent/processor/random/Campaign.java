package io.github.cotangent.processor.random;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Checks many programs, and reduces the failures. */
final class Campaign {
  private static final int AT_ONCE = 100;

  private final Batch batch;
  private final PrintStream log;
  private final int mostReduced;
  private final int tries;

  /**
   * A campaign.
   *
   * @param mostReduced how many failures to reduce, one of each kind
   * @param tries how many programs a reduction may try
   */
  Campaign(Batch batch, PrintStream log, int mostReduced, int tries) {
    this.batch = batch;
    this.log = log;
    this.mostReduced = mostReduced;
    this.tries = tries;
  }

  /** Checks the programs of {@code count} seeds; gives the failures, reduced. */
  List<Failure> run(long firstSeed, int count, Tally tally) {
    List<Failure> failures = new ArrayList<>();
    for (int done = 0; done < count; done += AT_ONCE) {
      long from = firstSeed + done;
      long to = from + Math.min(AT_ONCE, count - done);
      List<Program> programs =
          LongStream.range(from, to).mapToObj(ProgramGenerator::generate).toList();
      for (Failure f : batch.check(programs, tally)) {
        log.println(
            "seed " + f.program().seed() + " fails: " + f.message().lines().findFirst().orElse(""));
        boolean isNew = failures.stream().noneMatch(g -> g.kind().equals(f.kind()));
        boolean reduce = isNew && failures.size() < mostReduced;
        failures.add(reduce ? reduced(f) : f);
      }
      if ((done / AT_ONCE) % 10 == 9) {
        log.println(tally + ", " + failures.size() + " failed");
      }
    }
    return failures;
  }

  private Failure reduced(Failure failure) {
    Reducer reducer =
        new Reducer(
            p -> batch.check(List.of(p), new Tally()).stream().findFirst().orElse(null), tries);
    Failure smallest = reducer.reduce(failure);
    log.println(smallest);
    return smallest;
  }
}
