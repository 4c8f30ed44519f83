package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Dereferences;
import io.github.cotangent.processor.analysis.ElementOrder;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The primal in the form in which reverse mode sweeps it, and what the analyses know of it: what is
 * active, what may share storage, what is assigned once, what is surely not null.
 *
 * @param function long formulas have names for their parts; constants that become active are
 *     copies; loops that are not recorded are marked
 * @param neededIf variables that are of use under a condition only, which can be asked again where
 *     they are declared
 * @param explained what is to be said of how it was made
 */
record Primal(
    Function function,
    Regions regions,
    Activity activity,
    Assignments assignments,
    Dereferences dereferences,
    Summaries summaries,
    Map<Var, Expr> neededIf,
    List<Explanation> explained) {

  /**
   * Makes a function ready to be swept.
   *
   * @param independent the positions in the body of the loops that are not recorded
   * @param names gives names to what is added
   */
  static Primal of(ReverseMode.Request request, Set<Integer> independent, Names names) {
    Set<Var> independents = request.independents();
    Summaries summaries = request.summaries();
    Function whole = ParameterCopies.of(request.function(), independents, names);
    Active first = Active.of(whole, request);
    Function own = DistinctConstants.of(whole, independents, first.activity(), names);
    Active apart = own == whole ? first : Active.of(own, request);
    Stmt.Block flat = Flattening.flatten(own.body(), apart.activity(), apart.regions(), names);
    Set<Var> parts = new HashSet<>();
    if (request.enabled().contains(Optimization.INVARIANT_READS)) {
      parts.addAll(Mentions.declared(List.of(flat)));
      parts.removeAll(Mentions.declared(List.of(own.body())));
    }
    InvariantParts.Moved moved = InvariantParts.of(flat, parts);
    Function marked =
        IndependentLoops.mark(
            own.withBody(moved.body()), independent, request.purpose().mayMakeValueLate());

    Active known = Active.of(marked, request);
    Regions regions = known.regions();
    return new Primal(
        marked,
        regions,
        known.activity(),
        Assignments.of(marked, regions, summaries),
        Dereferences.of(marked, summaries),
        summaries,
        moved.needed(),
        moved.explained());
  }

  /**
   * In which order elements are read and overwritten.
   *
   * @param body the function's statements, where calls are replaced by their forward halves
   * @param isEnabled false if indices are not to be compared
   */
  ElementOrder order(Stmt.Block body, boolean isEnabled) {
    return new ElementOrder(function, body, assignments, regions, summaries, isEnabled);
  }

  /** What may share storage in a function, and so what is active. */
  private record Active(Regions regions, Activity activity) {
    static Active of(Function f, ReverseMode.Request request) {
      Set<Var> independents = request.independents();
      Summaries summaries = request.summaries();
      Regions regions = Regions.of(f, independents, summaries);
      boolean sharesArrays = request.purpose().sharesArrays();
      return new Active(regions, Activity.of(f, regions, summaries, independents, sharesArrays));
    }
  }
}
