package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The backward pass of a loop whose rounds share nothing but sums ({@link IndependentLoops}): each
 * round runs again, recorded, and straight back.
 *
 * <pre>{@code
 * for (int i = n - 1; i >= 0; i--) {
 *   the round, recorded
 *   the round's adjoint
 * }
 * }</pre>
 *
 * <p>The last round comes first, as in every other loop: so the derivatives have the same bits.
 * Where the sums are added up on the way, the first does: so the sums have the same bits as in the
 * primal.
 *
 * <p>What one round records is read in the same round, so the arrays that it is recorded in are
 * made once, before the loop.
 */
final class IndependentReversal {

  private final Stmt.For loop;
  private final CountedLoop counted;
  private final LoopBounds bounds;
  private final KeptState kept;
  private final boolean isAdding;

  IndependentReversal(
      Checkpointing facts, Stmt.For loop, Storage storage, LoopBounds bounds, Plan plan) {
    this.loop = loop;
    this.counted = facts.assignments().counted(loop).orElseThrow();
    this.bounds = bounds;
    this.isAdding = facts.isAdding(loop);
    this.kept = new KeptState(facts, loop, storage, plan, Set.of());
  }

  /**
   * The backward code.
   *
   * @param round the code of a round that is recorded, and of its adjoint
   * @param own where the round is recorded
   */
  List<Stmt> code(List<Stmt> round, Storage own, Restoring restoring) {
    List<Stmt> before = new ArrayList<>();
    List<Stmt> body = new ArrayList<>();
    Set<Var> changing = changing(round);
    for (Stmt s : round) {
      Optional<Stmt> once =
          isMadeOnce(s, own, changing) ? madeOnce((Stmt.Local) s) : Optional.empty();
      once.ifPresentOrElse(before::add, () -> body.add(s));
    }
    List<Stmt> code = new ArrayList<>();
    code.add(new Stmt.Comment(""));
    String text = "adjoint of: " + loop.origin().text();
    code.add(new Stmt.Comment(text + ", each round forward and straight back", loop.origin()));
    code.addAll(before);
    code.add(
        isAdding ? inOrder(body) : bounds.reversed(counted, Stmt.Block.of(body), loop.origin()));
    code.addAll(kept.restoreStart(restoring.neededAtStart(loop), false));
    return List.of(Stmt.Block.of(code));
  }

  private Stmt inOrder(List<Stmt> body) {
    return new Stmt.For(
        loop.init(), loop.test(), loop.update(), Stmt.Block.of(body), loop.origin());
  }

  private Set<Var> changing(List<Stmt> round) {
    List<Stmt> all = ReverseMode.concat(loop.init(), round);
    Set<Var> found = Mentions.declared(all);
    found.addAll(Mentions.written(all));
    return found;
  }

  /** True for an array of the record, or a tape, that is the same size in each round. */
  private static boolean isMadeOnce(Stmt s, Storage own, Set<Var> changing) {
    if (!(s instanceof Stmt.Local l) || l.init().isEmpty() || !own.canBeUsedAgain(l.var())) {
      return false;
    }
    return !Mentions.reads(l.init().get(), changing) && !(l.init().get() instanceof Expr.Literal);
  }

  /** The array, made before the loop: a size may have to be asked for only where that runs. */
  private Optional<Stmt> madeOnce(Stmt.Local made) {
    Expr init = made.init().orElseThrow();
    if (LoopBounds.existsAhead(init)) {
      return Optional.of(made);
    }
    Optional<Expr> runs = FirstTest.of(loop);
    boolean isReached = !Jumps.of(Stmt.Block.of(List.of(loop))).skipsEnd(loop, loop.body());
    if (runs.isEmpty() || !isReached || !(init instanceof Expr.NewArray array)) {
      return Optional.empty();
    }
    List<Expr> sizes = new ArrayList<>();
    for (Expr size : array.sizes()) {
      Expr guarded = new Expr.Conditional(runs.get(), size, Make.literal(0), Type.INT);
      sizes.add(LoopBounds.existsAhead(size) ? size : guarded);
    }
    return Optional.of(Make.local(made.var(), new Expr.NewArray(array.type(), sizes)));
  }
}
