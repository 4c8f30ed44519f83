package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps that can wait until the statement around them is done, so that no variable is needed for
 * the old value: {@code a[next++] = x;} is {@code a[next] = x; next++;}.
 *
 * <p>So it is where nothing else in the statement mentions the variable, and the step is taken in
 * any case. That an exception would leave the variable as it was is seen by nobody.
 */
final class LateSteps extends Rewriter {

  private final Stmt around;
  private final List<Expr.Stepping> late = new ArrayList<>();

  private LateSteps(Stmt around) {
    this.around = around;
  }

  /**
   * A statement without the steps that can wait, and these.
   *
   * @param steps to be taken behind it
   */
  record Split(Stmt statement, List<Expr.Stepping> steps) {}

  /**
   * Takes a statement apart; all but declarations and assignments of numbers stay as they are. A
   * reference that is read at an index which stays the same need not be looked up: {@code row =
   * rows[next++]} keeps its index.
   */
  static Split of(Stmt s) {
    if (!(assigned(s) instanceof Type.Primitive)) {
      return new Split(s, List.of());
    }
    LateSteps steps = new LateSteps(s);
    List<Stmt> rest = steps.stmts(List.of(s));
    return steps.late.isEmpty() ? new Split(s, List.of()) : new Split(rest.get(0), steps.late);
  }

  /** The type of what a statement gives a value; null if it is none that does. */
  private static Type assigned(Stmt s) {
    if (s instanceof Stmt.Local l) {
      return l.var().type();
    }
    if (s instanceof Stmt.Assign a) {
      return a.target().type();
    }
    return s instanceof Stmt.Evaluate e && e.expr() instanceof Expr.Assigning a ? a.type() : null;
  }

  @Override
  public Expr visit(Expr.Stepping e) {
    if (!e.prefix() && e.target() instanceof Place.Variable v && canWait(v.var())) {
      late.add(e);
      return v.read();
    }
    return e;
  }

  private boolean canWait(Var v) {
    int[] mentions = new int[1];
    new Walker() {
      @Override
      protected void read(Var read) {
        mentions[0] += read.equals(v) ? 1 : 0;
      }

      @Override
      protected void write(Var written) {
        mentions[0] += written.equals(v) ? 1 : 0;
      }
    }.walk(around);
    // The step reads and writes; in a[next++] += x it does so twice, as the element is read, too.
    boolean isOnlyStep = mentions[0] == 2;
    return isOnlyStep && v.type() instanceof Type.Primitive && !v.type().isDifferentiable();
  }

  @Override
  public Expr visit(Expr.Binary e) {
    return e.op().isShortCircuit()
        ? new Expr.Binary(e.op(), expr(e.left()), e.right(), e.type())
        : super.visit(e);
  }

  @Override
  public Expr visit(Expr.Conditional e) {
    return new Expr.Conditional(expr(e.test()), e.ifTrue(), e.ifFalse(), e.type());
  }

  @Override
  public Expr visit(Expr.Choosing e) {
    return e;
  }
}
