package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.ConstantInts;
import java.util.Optional;

/**
 * Whether a loop runs a round, asked before it: its test with the index's first value. {@code d - 1
 * >= k} for {@code for (int i = d - 1; i >= k; i--)}.
 */
final class FirstTest {

  private static final Expr TRUE = Make.literal(true);

  private FirstTest() {}

  /** The question, if it can be asked twice. */
  static Optional<Expr> of(Stmt.For loop) {
    if (loop.init().size() > 1 || !isRepeatable(loop.test())) {
      return Optional.empty();
    }
    if (loop.init().isEmpty()) {
      return Optional.of(loop.test());
    }
    Stmt start = loop.init().get(0);
    if (start instanceof Stmt.Local l && l.init().isPresent()) {
      return with(l.var(), l.init().get(), loop.test());
    }
    return start instanceof Stmt.Assign a && a.target() instanceof Place.Variable v
        ? with(v.var(), a.value(), loop.test())
        : Optional.empty();
  }

  /** True if the answer is known to be yes. */
  static boolean isYes(Expr question) {
    return question.equals(TRUE);
  }

  private static Optional<Expr> with(Var index, Expr start, Expr test) {
    if (!start.type().equals(index.type()) || !isRepeatable(start)) {
      return Optional.empty();
    }
    return Optional.of(
        new Rewriter() {
          @Override
          public Expr visit(Expr.Read e) {
            return e.var().equals(index) ? start : e;
          }

          @Override
          public Expr visit(Expr.Binary e) {
            return decided((Expr.Binary) super.visit(e));
          }
        }.expr(test));
  }

  /** What is known of it: of literals, of a sum with 0, and of the last index of an array. */
  private static Expr decided(Expr.Binary e) {
    boolean isLast = // No length is so small that the difference overflows.
        e.op() == Expr.Binary.Op.GE
            && e.left() instanceof Expr.Binary b
            && b.op() == Expr.Binary.Op.SUB
            && b.left() instanceof Expr.Length
            && b.right().equals(Make.literal(1))
            && e.right().type().equals(Type.INT);
    if (isLast) {
      return Make.binary(Expr.Binary.Op.GT, ((Expr.Binary) e.left()).left(), e.right());
    }
    boolean isSum = e.op() == Expr.Binary.Op.ADD && e.type().equals(Type.INT);
    if (isSum && e.left().equals(Make.literal(0))) {
      return e.right();
    }
    if (isSum && e.right().equals(Make.literal(0))) {
      return e.left();
    }
    return ConstantInts.folded(e);
  }

  private static boolean isRepeatable(Expr e) {
    return !new Search() {
      @Override
      public Void visit(Expr.Call x) {
        return x.callee().kind() == Callee.Kind.MATH ? super.visit(x) : found();
      }

      @Override
      public Void visit(Expr.Opaque x) {
        return found();
      }

      @Override
      public Void visit(Expr.NewArray x) {
        return found();
      }

      @Override
      public Void visit(Expr.ArrayLiteral x) {
        return found();
      }

      @Override
      public Void visit(Expr.NewRecord x) {
        return found();
      }
    }.in(e);
  }
}
