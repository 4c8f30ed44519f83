package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import io.github.cotangent.processor.optimize.DeadCode;
import io.github.cotangent.processor.optimize.Purity;
import java.util.Optional;
import java.util.Set;

/**
 * Which statements of the primal can be left out of the forward pass where nobody needs what they
 * compute: those that throw nothing which the backward pass does not throw as well.
 */
final class Droppable {

  private final Primal primal;
  private final Jumps jumps;
  private final AdjointPlaces places;
  private final Fragments fragments;
  private final StillElements still;
  private final boolean throwsFirst;

  /**
   * The droppable statements of one function.
   *
   * @param body the function's statements, where calls are replaced by their forward halves
   * @param throwsFirst true if what the primal throws must be thrown by the forward sweep
   */
  Droppable(
      Stmt.Block body,
      Primal primal,
      Jumps jumps,
      AdjointPlaces places,
      Fragments fragments,
      boolean throwsFirst) {
    this(StillElements.of(body), primal, jumps, places, fragments, throwsFirst);
  }

  private Droppable(
      StillElements still,
      Primal primal,
      Jumps jumps,
      AdjointPlaces places,
      Fragments fragments,
      boolean throwsFirst) {
    this.primal = primal;
    this.jumps = jumps;
    this.places = places;
    this.fragments = fragments;
    this.still = still;
    this.throwsFirst = throwsFirst;
  }

  /** The droppable statements where all of them have run before: no index fails any more. */
  Droppable again() {
    return new Droppable(StillElements.NONE, primal, jumps, places, fragments, throwsFirst);
  }

  /** True if nothing gets lost when the value that a statement computes is not needed. */
  boolean contains(Stmt s) {
    Optional<CallSite> site = fragments.site(s);
    if (site.isPresent() && DeadCode.value(s).filter(site.get().value()::equals).isPresent()) {
      return true; // It takes its call's value from the tape, where it surely is.
    }
    return DeadCode.value(s).stream()
        .allMatch(e -> Purity.isDroppable(e, x -> !throwsFirst && covers(s, x)));
  }

  /**
   * True if the statement's adjoint reads the same element, or the element of its shadow: then an
   * index that does not exist fails there as it would have failed in the primal. So do a component
   * and a length that it reads: any component, where a record is null. The shadow of a {@linkplain
   * StillElements still} element may be left alone.
   */
  private boolean covers(Stmt s, Expr part) {
    Expr shadow =
        part instanceof Expr.Element x
                && x.type().isScalar()
                && primal.activity().isActive(primal.regions().of(x.array()))
                && !still.contains(s, x)
            ? places.adjoint(x)
            : part;
    boolean moves =
        DeadCode.value(s)
            .filter(e -> e instanceof Expr.Element x && still.contains(s, x))
            .isEmpty();
    return Evaluated.in(
        fragments.of(s).code(),
        e -> e.equals(part) || e.equals(shadow) || moves && ofOneRecord(e, part));
  }

  private static boolean ofOneRecord(Expr a, Expr b) {
    return a instanceof Expr.Component x
        && b instanceof Expr.Component y
        && x.record().equals(y.record());
  }

  /**
   * True if nothing gets lost with the header of a loop that has nothing to do any more: its
   * backward pass asks for the same start and bound.
   */
  boolean containsHeader(Stmt.For loop) {
    return !throwsFirst
        && primal
            .assignments()
            .counted(loop)
            .filter(c -> c.length() != CountedLoop.Length.UNKNOWN)
            .isPresent()
        && !jumps.leavesEarly(loop, loop.body())
        && fragments.anyIn(loop.body());
  }

  /** True if nothing gets lost when a loop is not run that does nothing but add to these sums. */
  boolean contains(Stmt.For loop, Set<Var> sums) {
    boolean[] all = {!throwsFirst};
    new Walker() {
      @Override
      public Void visit(Stmt.Assign s) {
        boolean isSum = s.target() instanceof Place.Variable v && sums.contains(v.var());
        all[0] &= !isSum || contains(s);
        return null;
      }
    }.walk(loop);
    return all[0];
  }

  /** True if all values that are returned are droppable. */
  boolean containsReturns(Stmt.Block body) {
    return !new Search() {
      @Override
      public Void visit(Stmt.Return s) {
        foundIf(!contains(s));
        return null;
      }
    }.in(body);
  }
}
