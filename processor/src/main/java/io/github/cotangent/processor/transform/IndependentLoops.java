package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Effects;
import io.github.cotangent.processor.analysis.Innermost;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.Refilled;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.analysis.Sums;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
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

  /**
   * The loops of a function.
   *
   * @param independent those whose rounds share nothing but sums, by their positions in the body
   * @param others what makes the rounds of the others depend on each other
   */
  record Found(Map<Integer, Loop> independent, Map<Origin, Reason> others) {}

  /** The loops of a function. */
  static Found of(
      Function function, Regions regions, Assignments assignments, Summaries summaries) {
    return new IndependentLoops(function, regions, assignments, summaries).find();
  }

  private Found find() {
    Map<Integer, Loop> independent = new TreeMap<>();
    Map<Origin, Reason> others = new HashMap<>();
    List<Stmt> body = function.body().statements();
    Optional<Reason> behind = Optional.empty();
    for (int i = body.size() - 1; i >= 0; i--) {
      Stmt s = body.get(i);
      if (s instanceof Stmt.For f) {
        Optional<Reason> after = behind;
        Optional<Reason> hindrance =
            hindrance(f).or(() -> effect(f, Why.NOT_REPEATABLE)).or(() -> after);
        if (hindrance.isPresent()) {
          others.put(f.origin(), hindrance.get());
        } else {
          independent.put(i, loop(f));
        }
      } else {
        others.putAll(inside(s));
      }
      behind = behind.isPresent() ? behind : effect(s, Why.NOT_REPEATABLE_BEHIND);
    }
    return new Found(independent, others);
  }

  private Optional<Reason> effect(Stmt s, Why why) {
    if (isRepeatable(s)) {
      return Optional.empty();
    }
    Stmt effect = Innermost.of(s, x -> !isRepeatable(x));
    return Optional.of(Reason.at(effect.origin(), why, effect.origin().text()));
  }

  private boolean isRepeatable(Stmt s) {
    return effects.isRepeatable(List.of(s));
  }

  /** The loops in another statement of the body, which are no candidates. */
  private static Map<Origin, Reason> inside(Stmt s) {
    Map<Origin, Reason> found = new HashMap<>();
    new Walker() {
      @Override
      protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
        if (loop instanceof Stmt.For) {
          found.put(loop.origin(), Reason.of(Why.INSIDE_OTHER));
        }
      }
    }.walk(s);
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

  /**
   * What keeps a loop from being one of them, if anything does: first what the rounds share, which
   * no other way of writing the loop would change.
   */
  private Optional<Reason> hindrance(Stmt.For loop) {
    if (assignments.counted(loop).isEmpty()) {
      return assignments.uncounted(loop);
    }
    LoopState state = LoopState.of(loop, regions, summaries, new Problems());
    Optional<Reason> shared = shared(loop, state).or(() -> assignments.uncounted(loop));
    if (shared.isPresent()) {
      return shared;
    }
    if (jumps.leavesEarly(loop, loop.body())) {
      return Optional.of(LoopReasons.leftEarly(jumps, loop));
    }
    if (holdsMarks(loop)) {
      return Optional.of(Reason.of(Why.HOLDS_MARKS));
    }
    return state.unkept();
  }

  /** The first thing from outside, but sums, that makes the rounds depend on each other. */
  private Optional<Reason> shared(Stmt.For loop, LoopState state) {
    for (Var v : state.assigned()) {
      Optional<Reason> more = Sums.hindrance(v, loop.body());
      if (more.isPresent()) {
        return more;
      }
    }
    Refilled refilled = new Refilled(function, regions, assignments, jumps);
    List<Reason> found = new ArrayList<>();
    for (Expr array : state.arrays()) {
      Optional<Reason> shared =
          array instanceof Expr.Read r
              ? refilled.hindrance(r.var(), loop)
              : Optional.of(Reason.of(Why.OWN_SPACE));
      shared.ifPresent(r -> found.add(Reason.of(Why.NOT_REFILLED, array, r)));
    }
    return found.stream()
        .filter(IndependentLoops::isUsedOutside)
        .findFirst()
        .or(() -> first(found));
  }

  private static boolean isUsedOutside(Reason reason) {
    return reason.arguments().get(1) instanceof Reason r && r.why() == Why.USED_OUTSIDE;
  }

  private static Optional<Reason> first(List<Reason> reasons) {
    return reasons.stream().findFirst();
  }

  /** A loop that nothing hinders. */
  private Loop loop(Stmt.For loop) {
    LoopState state = LoopState.of(loop, regions, summaries, new Problems());
    Var index = assignments.counted(loop).orElseThrow().index();
    return new Loop(index, state.assigned(), effects.mayThrow(loop));
  }

  /** Operations on gradients show the order of rounds; loops with checkpoints have their own. */
  private static boolean holdsMarks(Stmt.For loop) {
    return new Search() {
      @Override
      public Void visit(Stmt.Surgery s) {
        return found();
      }

      @Override
      public Void visit(Stmt.Checkpoint s) {
        return found();
      }
    }.in(loop);
  }
}
