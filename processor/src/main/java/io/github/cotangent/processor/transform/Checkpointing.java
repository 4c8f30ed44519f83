package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Effects;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.NullVariables;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The loops of a function that are run again instead of being recorded: what each changes, and what
 * {@link LoopReversal} has to know to run it backward.
 *
 * @param originals the loops as they were before their calls were linked
 * @param shadowsVar the variable of the runtime's shadows
 */
record Checkpointing(
    Map<Stmt, Stmt> originals,
    Jumps jumps,
    Regions regions,
    Summaries summaries,
    NullVariables nulls,
    Assignments assignments,
    Activity activity,
    AdjointVars adjoints,
    ShadowPlan shadows,
    Var shadowsVar,
    Labels labels,
    Map<Stmt, LoopState> states) {

  static final Type.ClassType CHECKPOINTS = Make.runtime("Checkpoints");

  /** The labels that loops run again may need: no two of them are ever nested. */
  record Labels(String step, String body, String advance) {
    static Labels of(Names names) {
      return new Labels(
          names.freshName("step"), names.freshName("body"), names.freshName("advance"));
    }
  }

  Checkpointing(
      CallLinking linking,
      Jumps jumps,
      Primal primal,
      AdjointVars adjoints,
      ShadowPlan shadows,
      Var shadowsVar,
      Names names) {
    this(
        linking.originals(),
        jumps,
        primal.regions(),
        primal.summaries(),
        NullVariables.of(primal.function(), primal.dereferences(), primal.summaries()),
        primal.assignments(),
        primal.activity(),
        adjoints,
        shadows,
        shadowsVar,
        linking.originals().isEmpty() ? new Labels("", "", "") : Labels.of(names),
        states(linking.originals(), primal.regions(), primal.summaries()));
  }

  private static Map<Stmt, LoopState> states(
      Map<Stmt, Stmt> originals, Regions regions, Summaries summaries) {
    Problems problems = new Problems();
    Map<Stmt, LoopState> states = new IdentityHashMap<>();
    originals.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> e.getValue().origin().start()))
        .forEach(
            e -> states.put(e.getKey(), LoopState.of(e.getValue(), regions, summaries, problems)));
    Refusal.of(problems);
    return states;
  }

  /** True for a loop that is run again. */
  boolean contains(Stmt loop) {
    return originals.containsKey(loop);
  }

  /** True for a loop whose rounds share nothing but sums. */
  boolean isIndependent(Stmt loop) {
    return contains(loop) && mark(loop).isIndependent();
  }

  /** True for a loop whose sums are added up in the backward pass. */
  boolean isAdding(Stmt loop) {
    return contains(loop) && mark(loop).kind() == Stmt.Checkpoint.Kind.ADDING;
  }

  private Stmt.Checkpoint mark(Stmt loop) {
    return Stmt.Checkpoint.of(Bodies.ofLoop(originals.get(loop))).orElseThrow();
  }

  /** The sums of a loop whose rounds share nothing else. */
  Set<Var> sums(Stmt loop) {
    return state(loop).assigned();
  }

  /** True for a loop that may reach a {@code throw}. */
  boolean mayThrow(Stmt loop) {
    return new Effects(summaries::body, true).mayThrow(originals.get(loop));
  }

  /** What a loop changes. */
  LoopState state(Stmt loop) {
    return states.get(loop);
  }
}
