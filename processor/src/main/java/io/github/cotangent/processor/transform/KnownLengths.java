package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Signs;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Arrays of which the backward half of a pair reads nothing but the length: it reads what they were
 * sized by, and the tape need not carry them.
 *
 * <pre>{@code
 * double[] out = new double[x.length];
 * for (int i = 0; i < out.length; i++) { … }      // goes back from x.length - 1
 * }</pre>
 */
final class KnownLengths extends Rewriter {

  private final Map<Var, Expr> sizes = new HashMap<>();

  private KnownLengths() {}

  /**
   * The backward half without such arrays.
   *
   * @param body the function's statements
   */
  static List<Stmt> replaced(
      List<Stmt> backward, Stmt.Block body, Assignments assignments, Regions regions) {
    KnownLengths lengths = new KnownLengths();
    for (Stmt s : body.statements()) {
      if (s instanceof Stmt.Local l
          && l.init().isPresent()
          && l.init().get() instanceof Expr.NewArray made
          && assignments.isSingle(l.var())
          && assignments.isStable(made.sizes().get(0), regions)) {
        lengths.sizes.put(l.var(), made.sizes().get(0));
      }
    }
    lengths.new OtherReads().walk(backward);
    return lengths.sizes.isEmpty() ? backward : lengths.stmts(backward);
  }

  @Override
  public Expr visit(Expr.Length e) {
    Expr size = e.array() instanceof Expr.Read r ? sizes.get(r.var()) : null;
    return size == null ? super.visit(e) : size;
  }

  @Override
  public Expr visit(Expr.Binary e) {
    OptionalInt number = Signs.value(e.right());
    boolean endsLoop =
        e.left() instanceof Expr.Length && e.op() == Expr.Binary.Op.SUB && number.isPresent();
    return endsLoop ? LoopBounds.plus(expr(e.left()), -number.getAsInt()) : super.visit(e);
  }

  /** Strikes out the arrays that are read for something else. */
  private final class OtherReads extends Walker {
    @Override
    protected void read(Var v) {
      sizes.remove(v);
    }

    @Override
    public Void visit(Expr.Length e) {
      return e.array() instanceof Expr.Read ? null : super.visit(e);
    }
  }
}
