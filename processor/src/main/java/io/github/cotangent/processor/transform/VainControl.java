package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Negation;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out branches and loops of a way back in which nothing is done:
 *
 * <pre>{@code
 * if (x[0] < 0) {
 *   // adjoint of: y = x
 * }
 * }</pre>
 *
 * <p>What they ask has been asked on the way forward: it does not fail, and leaving it out is not
 * seen.
 */
final class VainControl extends Rewriter {

  private VainControl() {}

  /** The code of a way back without them. */
  static List<Stmt> remove(List<Stmt> backward) {
    return new VainControl().stmts(backward);
  }

  private static boolean isVain(Stmt.Block b) {
    return b.statements().stream().allMatch(s -> s instanceof Stmt.Comment);
  }

  @Override
  public List<Stmt> visit(Stmt.If s) {
    Stmt.Block then = block(s.then());
    Stmt.Block otherwise = block(s.otherwise());
    if (isVain(otherwise)) {
      return isVain(then)
          ? List.of()
          : List.of(new Stmt.If(s.test(), then, Stmt.Block.EMPTY, s.origin()));
    }
    return isVain(then)
        ? List.of(new Stmt.If(Negation.of(s.test()), otherwise, Stmt.Block.EMPTY, s.origin()))
        : List.of(new Stmt.If(s.test(), then, otherwise, s.origin()));
  }

  /** A loop that only counts, by variables of its own. */
  @Override
  public List<Stmt> visit(Stmt.For s) {
    Stmt.Block body = block(s.body());
    Set<Var> own = new HashSet<>();
    boolean isOwn = true;
    for (Stmt x : s.init()) {
      isOwn &= x instanceof Stmt.Local l && own.add(l.var());
    }
    boolean isVain = isOwn && isVain(body) && own.containsAll(Mentions.written(s.update()));
    return isVain
        ? List.of()
        : List.of(new Stmt.For(s.init(), s.test(), s.update(), body, s.origin()));
  }
}
