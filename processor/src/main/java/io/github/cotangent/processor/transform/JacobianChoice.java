package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses how the Jacobian of an array is made: by columns, by the pullback, or in one method. */
final class JacobianChoice {

  private static final int MAX_ROWS = 8;

  private JacobianChoice() {}

  /**
   * The rows in one method, where that is possible. A number has none: its Jacobian is its
   * gradient.
   *
   * @param notes is told what was chosen, and why
   */
  static Optional<JacobianRows> of(
      Derivative derivative,
      Summaries summaries,
      Links links,
      Set<Optimization> enabled,
      MemberNotes notes) {
    Function f = derivative.function();
    if (f.result().rank() == 0) {
      return Optional.empty();
    }
    List<Type> types =
        derivative.withRespectTo().stream().map(i -> f.parameters().get(i).type()).toList();
    if (JacobianMembers.isByColumns(f.result(), types)) {
      notes.tellOfJacobian(Reason.of(Why.BY_COLUMNS));
      return Optional.empty();
    }
    Optional<Reason> hindrance = hindrance(f, summaries, enabled);
    Optional<JacobianRows> rows =
        hindrance.isPresent()
            ? Optional.empty()
            : JacobianRows.of(derivative, summaries, links, enabled);
    Reason other = hindrance.orElse(Reason.of(Why.KEEPS_TAPES));
    notes.tellOfJacobian(
        rows.map(JacobianRows::told).orElse(Reason.of(Why.ROWS_BY_PULLBACK, other)));
    return rows;
  }

  private static Optional<Reason> hindrance(
      Function f, Summaries summaries, Set<Optimization> enabled) {
    int count = WrittenResult.elements(f).size();
    if (!enabled.contains(Optimization.SMALL_ARRAYS)) {
      return Optional.of(Reason.of(Why.ARRAYS_STAY));
    }
    if (count == 0) {
      return Optional.of(Reason.of(Why.RESULT_NOT_WRITTEN));
    }
    if (count > MAX_ROWS) {
      return Optional.of(Reason.of(Why.TOO_MANY_ROWS, MAX_ROWS));
    }
    if (summaries.mutates(f)) {
      return Optional.of(Reason.of(Why.WRITES_INTO_ARRAYS));
    }
    return WrittenResult.callsOthers(f)
        ? Optional.of(Reason.of(Why.CALLS_REMAIN))
        : Optional.empty();
  }
}
