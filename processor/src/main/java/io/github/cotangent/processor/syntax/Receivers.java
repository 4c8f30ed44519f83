package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.NullCheck;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Unconditional;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call of an instance method does first: it throws where the receiver is null. A derivative
 * is a static method, and its receiver an argument, so that it has to say so. A method does by
 * itself if it begins with a component of its receiver; in all others {@code
 * Objects.requireNonNull(self)} comes first.
 */
final class Receivers {

  private final Var self;
  private boolean isRead;

  private Receivers(Var self) {
    this.self = self;
  }

  /** The body of an instance method, which throws first where its receiver is null. */
  static Stmt.Block checked(Var self, Stmt.Block body, Origin name) {
    if (new Receivers(self).isReadFirst(body.statements())) {
      return body;
    }
    List<Stmt> out = new ArrayList<>();
    out.add(NullCheck.of(self, name));
    out.addAll(body.statements());
    return new Stmt.Block(out, body.origin());
  }

  /** True if the receiver is read before the method may end, throw, or do anything else. */
  private boolean isReadFirst(List<Stmt> body) {
    for (Stmt s : body) {
      lookAt(s);
      if (isRead || !isSilent(s)) {
        return isRead;
      }
    }
    return false;
  }

  /** {@code double sum = 0}: nothing happens that a caller could tell. */
  private static boolean isSilent(Stmt s) {
    return s instanceof Stmt.Local l
        && l.init().map(e -> e instanceof Expr.Literal || e instanceof Expr.Read).orElse(true);
  }

  private void lookAt(Stmt s) {
    FirstReads first = new FirstReads();
    if (s instanceof Stmt.If i) {
      first.walk(i.test());
    } else if (s instanceof Stmt.For f) {
      lookAt(f);
    } else if (s instanceof Stmt.While w) {
      first.walk(w.test());
    } else if (s instanceof Stmt.ForEach f) {
      first.walk(f.iterable());
    } else if (s instanceof Stmt.OldSwitch w) {
      isRead |= isSelf(w.selector());
      first.walk(w.selector());
    } else if (s instanceof Stmt.Switch w) {
      isRead |= isSelf(w.selector());
      first.walk(w.selector());
    } else if (s instanceof Stmt.Local
        || s instanceof Stmt.Return
        || s instanceof Stmt.Assign
        || s instanceof Stmt.Evaluate) {
      first.walk(s);
    }
  }

  private void lookAt(Stmt.For s) {
    isReadFirst(s.init());
    if (s.init().stream().allMatch(Receivers::isSilent)) {
      new FirstReads().walk(s.test());
    }
  }

  private boolean isSelf(Expr e) {
    return e instanceof Expr.Read r && r.var().equals(self);
  }

  /** Finds what is read of the receiver whenever an expression is evaluated. */
  private final class FirstReads extends Unconditional {

    @Override
    public Void visit(Expr.Component e) {
      isRead |= isSelf(e.record());
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Field e) {
      isRead |= isSelf(e.receiver());
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Call e) {
      isRead |= isSelf(e.receiver()) || e.callee().takesSelf() && isSelf(e.arguments().get(0));
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Choosing e) {
      isRead |= isSelf(e.selector());
      return super.visit(e);
    }
  }
}
