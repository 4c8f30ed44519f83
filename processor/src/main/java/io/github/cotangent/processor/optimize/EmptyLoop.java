package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Unconditional;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a loop that has nothing to do may go: it surely ends, and does not fail, or what follows
 * fails as it would have.
 *
 * @param assigned the variables that are assigned anywhere
 * @param following statements behind the loop, which are executed if it is
 */
record EmptyLoop(Set<Var> assigned, List<Stmt> following) {

  /** True for a loop that only counts. */
  boolean mayGo(Stmt.For s) {
    boolean declares =
        s.init().size() == 1
            && s.init().get(0) instanceof Stmt.Local l
            && l.init().isPresent()
            && Purity.isDroppable(l.init().get(), this::isAskedAgain);
    boolean steps =
        declares
            && s.update().size() == 1
            && s.update().get(0) instanceof Stmt.Assign a
            && a.target() instanceof Place.Variable v
            && s.init().get(0) instanceof Stmt.Local l
            && v.var().equals(l.var());
    boolean compares =
        s.test() instanceof Expr.Binary b
            && b.op() != Expr.Binary.Op.NE
            && Purity.isDroppable(b.right(), this::isAskedAgain);
    return declares && steps && compares;
  }

  /** True for a length that is asked for further down as well. */
  private boolean isAskedAgain(Expr part) {
    return part instanceof Expr.Length l
        && l.array() instanceof Expr.Read r
        && !assigned.contains(r.var())
        && following.stream().flatMap(EmptyLoop::evaluated).anyMatch(e -> asks(e, part));
  }

  /** Expressions that a statement evaluates, whatever happens in it. */
  private static Stream<Expr> evaluated(Stmt s) {
    return s instanceof Stmt.For f
        ? Stream.concat(f.init().stream().flatMap(EmptyLoop::evaluated), Stream.of(f.test()))
        : DeadCode.value(s).stream();
  }

  private static boolean asks(Expr e, Expr part) {
    boolean[] found = new boolean[1];
    new Unconditional() {
      @Override
      public Void visit(Expr.Length x) {
        found[0] |= x.equals(part);
        return super.visit(x);
      }
    }.walk(e);
    return found[0];
  }
}
