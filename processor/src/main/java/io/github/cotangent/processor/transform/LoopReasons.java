package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said of the way in which the backward sweep reverses a loop. */
final class LoopReasons {

  private final Jumps jumps;
  private final Assignments assignments;
  private final Checkpointing checkpointing;

  LoopReasons(Jumps jumps, Assignments assignments, Checkpointing checkpointing) {
    this.jumps = jumps;
    this.assignments = assignments;
    this.checkpointing = checkpointing;
  }

  /**
   * Tells of a loop that runs backward by its index.
   *
   * @param fromLast true if it starts from the index that it reached
   */
  void counted(Stmt.For loop, boolean isEmpty, boolean fromLast, Storage storage) {
    if (isEmpty) {
      storage.choices().reversed(loop, Reason.of(Why.NO_DERIVATIVE), false);
    } else if (fromLast) {
      tell(loop, Why.FROM_LAST_ON_TAPES, Why.FROM_LAST, storage);
    } else {
      Why recording = storage.isOnTapes() ? Why.BY_INDEX_ON_TAPES : Why.BY_INDEX_IN_ARRAYS;
      storage
          .choices()
          .reversed(loop, Reason.of(recording), Reason.of(Why.BY_INDEX), Optional.empty());
    }
  }

  /** Tells of a loop whose rounds are counted as it runs. */
  void other(Stmt loop, boolean isEmpty, Storage storage) {
    if (isEmpty) {
      storage.choices().reversed(loop, Reason.of(Why.NO_DERIVATIVE), false);
    } else {
      tell(loop, Why.BY_COUNT_ON_TAPES, Why.BY_COUNT, storage);
    }
  }

  /** Tells of a loop that is run again. */
  void again(Stmt loop, boolean hasAdjoint, Storage storage) {
    boolean isStraight = checkpointing.isIndependent(loop);
    Reason reason =
        isStraight
            ? Reason.of(Why.STRAIGHT_BACK, shared(checkpointing.sums(loop)))
            : Reason.of(hasAdjoint ? Why.AGAIN : Why.NO_DERIVATIVE);
    storage.choices().reversed(loop, reason, isStraight);
  }

  private static Reason shared(Set<Var> sums) {
    String names = sums.stream().map(Var::name).collect(Collectors.joining(", "));
    return sums.isEmpty() ? Reason.of(Why.NOTHING) : Reason.of(Why.ONLY_SUMS, names);
  }

  private void tell(Stmt loop, Why recording, Why idle, Storage storage) {
    storage
        .choices()
        .reversed(loop, Reason.of(recording), Reason.of(idle), Optional.of(uncounted(loop)));
  }

  /** Says which statement may leave a loop early. */
  static Reason leftEarly(Jumps jumps, Stmt loop) {
    Stmt exit = jumps.exit(loop, Bodies.ofLoop(loop));
    return Reason.at(exit.origin(), Why.LEFT_EARLY, exit.origin().text());
  }

  /** Why the number of a loop's rounds is not known before it. */
  private Reason uncounted(Stmt loop) {
    Optional<Reason> header =
        loop instanceof Stmt.For f
            ? assignments.uncounted(f)
            : Optional.of(Reason.of(Why.IS_WHILE));
    return header.orElseGet(() -> leftEarly(jumps, loop));
  }
}
