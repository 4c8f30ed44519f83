package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.Set;

/**
 * Walks through a function in the order in which it runs, and through each loop twice: what stands
 * further up in a loop's body runs behind the rest of it, too, in the next round. The first time
 * only finds out what the rounds before have done, and reports nothing.
 */
abstract class LoopsTwice extends Walker {

  private boolean isFirstTime;

  /** In how many loops the walk is. */
  private int depth;

  /** The variables that are given new arrays in each round of the loop walked through first. */
  private Set<Var> madeInRound = Set.of();

  /** True while a loop is walked through for the first time: nothing is to be reported. */
  final boolean isFirstTime() {
    return isFirstTime;
  }

  /** True in a loop: what is here may have run before. */
  final boolean isInLoop() {
    return depth > 0;
  }

  /** True for an array of the round before, which this one knows nothing of: it makes its own. */
  final boolean isOfRoundBefore(Expr e) {
    return e instanceof Expr.Read r && madeInRound.contains(r.var());
  }

  @Override
  protected final void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    depth++;
    if (!isFirstTime) {
      isFirstTime = true;
      madeInRound = ArrayCall.madeIn(loop);
      inside.run();
      madeInRound = Set.of();
      isFirstTime = false;
    }
    inside.run();
    depth--;
  }
}
