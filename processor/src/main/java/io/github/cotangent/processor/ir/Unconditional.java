package io.github.cotangent.processor.ir;

/**
 * Visits of each expression only what is evaluated whenever the expression is: the test of {@code
 * ?:} and the selector of {@code switch}, but none of their branches, and the left side of {@code
 * &&} and {@code ||}.
 */
public class Unconditional extends Walker {

  @Override
  public Void visit(Expr.Conditional e) {
    walk(e.test());
    return null;
  }

  @Override
  public Void visit(Expr.Choosing e) {
    walk(e.selector());
    return null;
  }

  @Override
  public Void visit(Expr.Binary e) {
    if (e.op().isShortCircuit()) {
      walk(e.left());
      return null;
    }
    return super.visit(e);
  }
}
