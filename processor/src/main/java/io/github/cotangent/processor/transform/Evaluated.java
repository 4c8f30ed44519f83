package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Walker;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks for what may fail in derivative code: elements, components and lengths. Where the code
 * evaluates the same as a part of the primal that is to be left out, or the element of its shadow
 * or tangent, it fails as that part would have failed.
 */
final class Evaluated extends Walker {

  private final Predicate<Expr> isSame;
  private boolean found;

  private Evaluated(Predicate<Expr> isSame) {
    this.isSame = isSame;
  }

  /** True if the code evaluates, or assigns, what is meant. */
  static boolean in(List<Stmt> code, Predicate<Expr> isSame) {
    Evaluated evaluated = new Evaluated(isSame);
    evaluated.walk(code);
    return evaluated.found;
  }

  /** True if evaluating the expression evaluates what is meant. */
  static boolean in(Expr e, Predicate<Expr> isSame) {
    Evaluated evaluated = new Evaluated(isSame);
    evaluated.walk(e);
    return evaluated.found;
  }

  @Override
  public Void visit(Expr.Element e) {
    found |= isSame.test(e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Component e) {
    found |= isSame.test(e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Length e) {
    found |= isSame.test(e);
    return super.visit(e);
  }

  @Override
  protected void place(Place p) {
    found |= isSame.test(p.read());
    super.place(p);
  }
}
