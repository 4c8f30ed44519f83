package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks for what may fail in derivative code: elements, components and lengths. Where the code
 * evaluates the same as a part of the primal that is to be left out, or the element of its shadow
 * or tangent, it fails as that part would have failed.
 */
final class Evaluated extends Search {

  private final Predicate<Expr> isSame;

  private Evaluated(Predicate<Expr> isSame) {
    this.isSame = isSame;
  }

  /** True if the code evaluates, or assigns, what is meant. */
  static boolean in(List<Stmt> code, Predicate<Expr> isSame) {
    return new Evaluated(isSame).in(code);
  }

  /** True if evaluating the expression evaluates what is meant. */
  static boolean in(Expr e, Predicate<Expr> isSame) {
    return new Evaluated(isSame).in(e);
  }

  @Override
  public Void visit(Expr.Element e) {
    foundIf(isSame.test(e));
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Component e) {
    foundIf(isSame.test(e));
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Length e) {
    foundIf(isSame.test(e));
    return super.visit(e);
  }

  @Override
  protected void place(Place p) {
    foundIf(isSame.test(p.read()));
    super.place(p);
  }
}
