package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What was chosen for the sweeps of one function, left here by those who chose, for {@code
 * -Acotangent.explain}. What later passes remove again is not told.
 */
final class Choices {

  /**
   * A value that was recorded.
   *
   * @param loops the loops around it
   */
  private record Kept(Var in, List<Stmt> loops, Supplier<Explanation> explanation) {}

  /**
   * How a loop is reversed.
   *
   * @param recording what is said where values are recorded in it
   * @param idle what is said where none is
   * @param cause why its number of rounds is not known before it, if it is not
   * @param isStraight true if each round runs forward and straight back
   */
  private record Reversed(
      Stmt loop, Reason recording, Reason idle, Optional<Reason> cause, boolean isStraight) {}

  private final List<Explanation> plain = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final List<Reversed> reversed = new ArrayList<>();

  /** What is to be added about loops: what prevents a better choice. */
  private final Map<Origin, Reason> remarks = new HashMap<>();

  /** Tells of a choice that holds in any case. */
  void add(Explanation explanation) {
    plain.add(explanation);
  }

  /** Tells of a recorded value, which is kept in a variable of the derivative. */
  void kept(Var in, List<Stmt> loops, Supplier<Explanation> explanation) {
    kept.add(new Kept(in, List.copyOf(loops), explanation));
  }

  /** Tells how a loop is reversed. */
  void reversed(Stmt loop, Reason recording, Reason idle, Optional<Reason> cause) {
    reversed.add(new Reversed(loop, recording, idle, cause, false));
  }

  /** Tells how a loop is reversed, whatever is recorded in it. */
  void reversed(Stmt loop, Reason reason, boolean isStraight) {
    reversed.add(new Reversed(loop, reason, reason, Optional.empty(), isStraight));
  }

  /** Adds a remark about a loop in which something is recorded, or which is not recorded. */
  void remark(Origin loop, Reason remark) {
    remarks.put(loop, remark);
  }

  /** Adds the remarks that were made when the sweeps were tried before. */
  void remarks(Choices earlier) {
    remarks.putAll(earlier.remarks);
  }

  /** All that holds of the finished derivative, which mentions some variables. */
  List<Explanation> told(Set<Var> mentioned) {
    List<Explanation> told = new ArrayList<>(toldOfLoops(mentioned));
    told.addAll(plain);
    lasting(mentioned).forEach(k -> told.add(k.explanation().get()));
    return told;
  }

  /**
   * What is to be added where other members choose otherwise.
   *
   * @param members their names
   * @param first what was told before, of another member
   */
  List<Explanation> toldOfOthers(String members, Set<Var> mentioned, List<Explanation> first) {
    List<Explanation> told = new ArrayList<>();
    for (Explanation loop : toldOfLoops(mentioned)) {
      Reason how = loop.reasons().get(0);
      List<Explanation> same = first.stream().filter(e -> e.isAboutSame(loop)).toList();
      if (!same.isEmpty() && same.stream().noneMatch(e -> e.reasons().contains(how))) {
        List<Reason> reasons = new ArrayList<>(loop.reasons());
        reasons.set(0, Reason.of(Why.ELSEWHERE, members, how));
        told.add(new Explanation(loop.origin(), loop.about(), reasons));
      }
    }
    return told;
  }

  private List<Kept> lasting(Set<Var> mentioned) {
    List<Kept> lasting = new ArrayList<>(kept);
    lasting.removeIf(k -> !mentioned.contains(k.in()));
    Collections.reverse(lasting); // The backward sweep comes to the last first.
    return lasting;
  }

  private List<Explanation> toldOfLoops(Set<Var> mentioned) {
    Set<Stmt> recording = Collections.newSetFromMap(new IdentityHashMap<>());
    lasting(mentioned).forEach(k -> recording.addAll(k.loops()));
    List<Explanation> told = new ArrayList<>();
    for (Reversed r : reversed) {
      if (isWritten(r.loop())) {
        List<Reason> reasons = told(r, recording.contains(r.loop()));
        told.add(new Explanation(r.loop().origin(), r.loop().origin().text(), reasons));
      }
    }
    return told;
  }

  /** False for a loop that stands for something else, such as the copying of records. */
  private static boolean isWritten(Stmt loop) {
    return loop.origin().text().matches("(?s)(for|while|do)\\b.*");
  }

  private List<Reason> told(Reversed r, boolean isRecording) {
    List<Reason> reasons = new ArrayList<>(List.of(isRecording ? r.recording() : r.idle()));
    Reason remark = remarks.get(r.loop().origin());
    boolean isSaid = remark != null && r.cause().filter(remark.arguments()::contains).isPresent();
    if (isRecording) {
      r.cause().ifPresent(c -> reasons.add(Reason.of(Why.TAPES_GROW, c)));
    }
    boolean isCounted = !r.recording().equals(r.idle());
    if (remark != null && !isSaid && (isCounted ? isRecording : r.isStraight())) {
      reasons.add(remark);
    }
    return reasons;
  }
}
