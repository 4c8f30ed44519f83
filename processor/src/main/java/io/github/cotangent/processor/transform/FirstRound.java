package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Unconditional;
import java.util.function.BiPredicate;

/**
 * Meets what every round of a loop evaluates, whatever comes: not what stands in a branch, or
 * behind a statement that may end the round.
 */
final class FirstRound extends Unconditional {

  private final Sharing sharing;
  private final BiPredicate<Expr, Boolean> visitor;

  /** True once the round may have done something that the caller could see. */
  private boolean isSeen;

  private boolean hasEnded;

  /** How many branches and inner loops stand around. */
  private int branches;

  private FirstRound(Sharing sharing, BiPredicate<Expr, Boolean> visitor) {
    this.sharing = sharing;
    this.visitor = visitor;
  }

  /**
   * Meets the expressions in the order of evaluation, larger ones before their parts.
   *
   * @param visitor takes an expression, and whether something that the caller could see may have
   *     been done before; true if it need not meet the parts
   */
  static void of(Stmt.Block body, Sharing sharing, BiPredicate<Expr, Boolean> visitor) {
    new FirstRound(sharing, visitor).walk(body);
  }

  private boolean isTaken(Expr e) {
    return hasEnded || branches > 0 || visitor.test(e, isSeen);
  }

  /** Looks only for what may end the round, or be seen. */
  private Void maybe(Runnable visit) {
    branches++;
    visit.run();
    branches--;
    return null;
  }

  private Void end() {
    hasEnded = true;
    return null;
  }

  @Override
  protected void place(Place p) {
    super.place(p);
    isSeen |= p instanceof Place.Slot && sharing.isSeen((Expr.Element) p.read());
  }

  @Override
  public Void visit(Stmt.Assign s) {
    boolean wasSeen = isSeen;
    super.visit(s);
    isSeen = sharing.putsBack(s) ? wasSeen : isSeen;
    return null;
  }

  @Override
  public Void visit(Expr.Element e) {
    return isTaken(e) ? null : super.visit(e);
  }

  @Override
  public Void visit(Expr.Call e) {
    return isTaken(e) ? null : super.visit(e);
  }

  @Override
  public Void visit(Stmt.If s) {
    walk(s.test());
    return maybe(() -> Bodies.of(s).forEach(this::walk));
  }

  @Override
  public Void visit(Stmt.Switch s) {
    walk(s.selector());
    return maybe(() -> Bodies.of(s).forEach(this::walk));
  }

  @Override
  protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    maybe(inside);
  }

  @Override
  public Void visit(Stmt.Labeled s) {
    return maybe(() -> super.visit(s));
  }

  @Override
  public Void visit(Stmt.Break s) {
    return end();
  }

  @Override
  public Void visit(Stmt.Continue s) {
    return end();
  }

  @Override
  public Void visit(Stmt.Return s) {
    return end();
  }

  @Override
  public Void visit(Stmt.Throw s) {
    return end();
  }

  @Override
  public Void visit(Stmt.Assert s) {
    return end();
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    return end();
  }
}
