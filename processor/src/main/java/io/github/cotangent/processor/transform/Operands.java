package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import java.util.ArrayList;
import java.util.List;

/** Rebuilds a scalar formula with one operand replaced, by the numbering of {@code Calculus}. */
final class Operands {

  private Operands() {}

  /** The node with its operand {@code k} replaced. */
  static Expr replace(Expr node, int k, Expr operand) {
    if (node instanceof Expr.Unary u) {
      return new Expr.Unary(u.op(), operand, u.type());
    }
    if (node instanceof Expr.Cast c) {
      return new Expr.Cast(c.type(), operand, c.origin());
    }
    if (node instanceof Expr.Binary b) {
      return k == 0
          ? new Expr.Binary(b.op(), operand, b.right(), b.type())
          : new Expr.Binary(b.op(), b.left(), operand, b.type());
    }
    Expr.Call c = (Expr.Call) node;
    List<Expr> arguments = new ArrayList<>(c.arguments());
    arguments.set(k, operand);
    return new Expr.Call(c.callee(), c.receiver(), arguments, c.origin());
  }
}
