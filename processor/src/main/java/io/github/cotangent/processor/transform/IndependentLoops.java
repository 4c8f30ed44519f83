package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.analysis.Effects;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.Refilled;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.analysis.Sums;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Loops whose rounds share nothing but sums:
 *
 * <pre>{@code
 * for (int i = 0; i < n; i++) {
 *   double r = predict(w, x[i]) - y[i];
 *   loss += r * r;
 * }
 * }</pre>
 *
 * <p>What each round adds to a sum has the same adjoint, which is known when the backward pass
 * comes to the loop. So nothing of the rounds need be recorded: in the backward pass each runs
 * again, forward and straight back ({@link IndependentReversal}). This is the {@code II-LOOP} that
 * Tapenade's users assert (Hascoët, Fidanova and Held 2001, "Adjoining independent computations");
 * here it is proven. A loop qualifies that
 *
 * <ul>
 *   <li>stands directly in the function's body, is counted and never left early;
 *   <li>assigns variables from outside only to add to them ({@link Sums});
 *   <li>overwrites arrays from outside only where each round fills them before it reads them, and
 *       nobody reads them but the loop ({@link Refilled});
 *   <li>does the same when it runs again ({@link Effects}), and so does what follows it: the
 *       forward pass may leave the loop to the backward pass.
 * </ul>
 */
final class IndependentLoops {

  /**
   * One of them.
   *
   * @param index the variable that counts its rounds
   * @param mayThrow true if a {@code throw} may be reached: then the forward pass has to run the
   *     loop, so that the first round that throws is the one that does
   */
  record Loop(Var index, Set<Var> sums, boolean mayThrow) {}

  private final Function function;
  private final Regions regions;
  private final Assignments assignments;
  private final Summaries summaries;
  private final Jumps jumps;
  private final Effects effects;

  private IndependentLoops(
      Function function, Regions regions, Assignments assignments, Summaries summaries) {
    this.function = function;
    this.regions = regions;
    this.assignments = assignments;
    this.summaries = summaries;
    this.jumps = Jumps.of(function.body());
    this.effects = new Effects(summaries::body, false);
  }

  /** The loops, by their positions in the function's body. */
  static Map<Integer, Loop> of(
      Function function, Regions regions, Assignments assignments, Summaries summaries) {
    IndependentLoops loops = new IndependentLoops(function, regions, assignments, summaries);
    Map<Integer, Loop> found = new TreeMap<>();
    List<Stmt> body = function.body().statements();
    for (int i = body.size() - 1;
        i >= 0 && loops.effects.isRepeatable(body.subList(i, i + 1));
        i--) {
      if (body.get(i) instanceof Stmt.For f) {
        int at = i;
        loops.find(f).ifPresent(loop -> found.put(at, loop));
      }
    }
    return found;
  }

  /**
   * The function with marks in some of its loops.
   *
   * @param add true if their sums are added up in the backward pass
   */
  static Function mark(Function function, Set<Integer> positions, boolean add) {
    List<Stmt> marked = new ArrayList<>(function.body().statements());
    for (int i : positions) {
      Stmt.For f = (Stmt.For) marked.get(i);
      List<Stmt> body = new ArrayList<>(List.of(Stmt.Checkpoint.independent(add)));
      body.addAll(f.body().statements());
      Stmt.Block block = new Stmt.Block(body, f.body().origin());
      marked.set(i, new Stmt.For(f.init(), f.test(), f.update(), block, f.origin()));
    }
    return function.withBody(new Stmt.Block(marked, function.body().origin()));
  }

  private Optional<Loop> find(Stmt.For loop) {
    Optional<CountedLoop> counted = assignments.counted(loop).filter(CountedLoop::isExact);
    if (counted.isEmpty() || jumps.leavesEarly(loop, loop.body()) || holdsMarks(loop)) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    LoopState state = LoopState.of(loop, regions, summaries, problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    Set<Var> sums = state.assigned();
    Refilled refilled = new Refilled(function, regions, assignments, jumps);
    boolean holds =
        sums.stream().allMatch(v -> Sums.isSum(v, loop.body()))
            && state.arrays().stream().allMatch(a -> isRefilled(refilled, a, loop));
    return holds
        ? Optional.of(new Loop(counted.get().index(), sums, effects.mayThrow(loop)))
        : Optional.empty();
  }

  private static boolean isRefilled(Refilled refilled, Expr array, Stmt.For loop) {
    return array instanceof Expr.Read r && refilled.holds(r.var(), loop);
  }

  /** Operations on gradients show the order of rounds; loops with checkpoints have their own. */
  private static boolean holdsMarks(Stmt.For loop) {
    boolean[] found = new boolean[1];
    new Walker() {
      @Override
      public Void visit(Stmt.Surgery s) {
        found[0] = true;
        return null;
      }

      @Override
      public Void visit(Stmt.Checkpoint s) {
        found[0] = true;
        return null;
      }
    }.walk(loop);
    return found[0];
  }
}
