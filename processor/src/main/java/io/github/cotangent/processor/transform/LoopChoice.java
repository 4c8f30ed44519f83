package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which independent loops had better not be recorded: those that keep something, and need not run
 * in the forward pass then. Others run twice, which costs more than to keep some numbers, and less
 * than to keep arrays and tapes of calls.
 *
 * @param body the function's body, with all loops recorded
 * @param storage what they keep
 * @param needed the variables that the backward pass reads
 * @param needsValue true if the function's result is computed, and so the sums that it is made of
 */
record LoopChoice(
    Stmt.Block body,
    Assignments assignments,
    Storage storage,
    Restoring restoring,
    Set<Var> needed,
    boolean needsValue) {

  /** The positions of those loops, among all that are independent. */
  Set<Integer> of(Map<Integer, IndependentLoops.Loop> independent) {
    Map<Var, Stmt.For> recorded = new HashMap<>();
    for (Stmt s : body.statements()) {
      if (s instanceof Stmt.For f) {
        assignments.counted(f).ifPresent(c -> recorded.put(c.index(), f));
      }
    }
    Set<Integer> chosen = new TreeSet<>();
    independent.forEach(
        (position, loop) -> {
          boolean runsOnce = runsOnce(loop, recorded.get(loop.index()));
          if (runsOnce && storage.recordsIn(loop.index())
              || storage.recordsObjectsIn(loop.index())) {
            chosen.add(position);
          }
        });
    return chosen;
  }

  private boolean runsOnce(IndependentLoops.Loop loop, Stmt.For recorded) {
    return !needsValue
        && !loop.mayThrow()
        && Collections.disjoint(loop.sums(), needed)
        && restoring.canDrop(recorded, loop.sums());
  }
}
