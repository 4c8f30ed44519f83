package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which independent loops had better not be recorded: those that keep something, and need not run
 * in the forward pass then. Others run twice, which costs more than to keep some numbers, and less
 * than to keep arrays and tapes of calls.
 *
 * @param body the function's body with its calls linked and all loops recorded
 * @param storage what they keep
 * @param needed the variables that the backward pass reads
 * @param needsValue true if the function's result is computed, and so the sums that it is made of
 */
record LoopChoice(
    ReverseMode.Request request,
    Primal primal,
    Stmt.Block body,
    Storage storage,
    Droppable droppable,
    Set<Var> needed,
    boolean needsValue) {

  /** The positions of those loops, among all that are independent; the others are remarked on. */
  Set<Integer> of(Choices choices) {
    Optional<Reason> all = recordsAll();
    if (all.isPresent()) {
      for (Stmt s : primal.function().body().statements()) {
        if (s.isLoop()) {
          choices.remark(s.origin(), Reason.of(Why.NOT_STRAIGHT_BACK, all.get()));
        }
      }
      return Set.of();
    }
    IndependentLoops.Found found =
        IndependentLoops.of(
            primal.function(), primal.regions(), primal.assignments(), primal.summaries());
    found
        .others()
        .forEach((loop, why) -> choices.remark(loop, Reason.of(Why.NOT_STRAIGHT_BACK, why)));
    return among(found.independent(), choices);
  }

  /** Why every loop is recorded, whatever it does; nothing where that is chosen for each. */
  private Optional<Reason> recordsAll() {
    if (!request.enabled().contains(Optimization.INDEPENDENT_LOOPS)) {
      return Optional.of(Reason.of(Why.SWITCHED_OFF));
    }
    boolean mayThrow =
        request.purpose().sharesArrays() // The backward half of a pair does not.
            && !primal.function().thrown().isEmpty();
    return mayThrow ? Optional.of(Reason.of(Why.CHECKED_EXCEPTIONS)) : Optional.empty();
  }

  private Set<Integer> among(Map<Integer, IndependentLoops.Loop> independent, Choices choices) {
    Map<Var, Stmt.For> recorded = new HashMap<>();
    for (Stmt s : body.statements()) {
      if (s instanceof Stmt.For f) {
        primal.assignments().counted(f).ifPresent(c -> recorded.put(c.index(), f));
      }
    }
    Set<Integer> chosen = new TreeSet<>();
    independent.forEach(
        (position, loop) -> {
          Stmt.For recordedLoop = recorded.get(loop.index());
          Optional<Reason> twice = twice(loop, recordedLoop);
          boolean saves =
              twice.isEmpty() && storage.recordsIn(loop.index())
                  || storage.recordsObjectsIn(loop.index());
          if (saves) {
            chosen.add(position);
          }
          remark(saves, twice).ifPresent(r -> choices.remark(recordedLoop.origin(), r));
        });
    return chosen;
  }

  private static Optional<Reason> remark(boolean saves, Optional<Reason> twice) {
    if (!saves) {
      // Where nothing is recorded there is nothing to say.
      return twice.map(r -> Reason.of(Why.BETTER_RECORDED, r));
    }
    return Optional.of(
        twice.map(r -> Reason.of(Why.FORWARD_TOO, r)).orElse(Reason.of(Why.NOT_FORWARD)));
  }

  /** Why a loop would have to run in the forward pass, too, if so. */
  private Optional<Reason> twice(IndependentLoops.Loop loop, Stmt.For recorded) {
    if (needsValue) {
      return Optional.of(Reason.of(Why.RESULT_IS_NEEDED));
    }
    if (loop.mayThrow()) {
      return Optional.of(Reason.of(Why.MAY_THROW));
    }
    Optional<Var> read = loop.sums().stream().filter(needed::contains).findFirst();
    if (read.isPresent()) {
      return Optional.of(Reason.of(Why.SUM_IS_READ, read.get()));
    }
    return droppable.contains(recorded, loop.sums())
        ? Optional.empty()
        : Optional.of(Reason.of(Why.MAY_FAIL));
  }
}
