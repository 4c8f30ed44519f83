package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Walker;

/**
 * Visits what may do something else when code runs again, or something that can be seen from
 * outside: calls that are not known to be free of effects, fields that change, and whatever is
 * carried over unread.
 *
 * <p>Left out are what throws, since it does not come to a second time, and operations on
 * gradients, which run in the backward pass only.
 */
public abstract class Unrepeatable extends Walker {

  /** What cannot be repeated: a call, a field, or what is carried over unread. */
  protected abstract void found(Expr e);

  /** A statement that is carried over unread. */
  protected abstract void found(Stmt.Verbatim s);

  /** True if a call can be repeated. */
  protected abstract boolean isRepeatable(Expr.Call e);

  @Override
  public Void visit(Stmt.Throw s) {
    return null;
  }

  @Override
  public Void visit(Stmt.Assert s) {
    walk(s.test());
    return null;
  }

  @Override
  public Void visit(Stmt.Surgery s) {
    return null;
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    found(s);
    return null;
  }

  @Override
  public Void visit(Expr.Opaque e) {
    found(e);
    return null;
  }

  @Override
  public Void visit(Expr.Field e) {
    if (!e.isFinal()) {
      found(e);
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Call e) {
    if (!isRepeatable(e)) {
      found(e);
    }
    return super.visit(e);
  }
}
