package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Unconditional;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.List;
import java.util.Optional;

/**
 * What a call of an instance method does first: it throws where the receiver is null. A method that
 * was put in place does so by itself if it begins with a component of its receiver; before all
 * others stands {@code Objects.requireNonNull(v)}.
 */
final class NullCheck {

  private static final Type.ClassType OBJECTS =
      new Type.ClassType("java.util", List.of("Objects"), List.of(), true);

  private static final Type OBJECT =
      new Type.ClassType("java.lang", List.of("Object"), List.of(), true);

  private NullCheck() {}

  /** The statement that throws where the variable holds null. */
  static Stmt of(Var v, Origin origin) {
    Callee callee =
        new Callee(Callee.Kind.SINK, OBJECTS, "requireNonNull", List.of(OBJECT), v.type(), true);
    return new Stmt.Evaluate(
        new Expr.Call(callee, null, List.of(new Expr.Read(v)), origin), origin);
  }

  /** The variable that a statement of this kind looks at. */
  static Optional<Var> checked(Stmt.Evaluate s) {
    return s.expr() instanceof Expr.Call c
            && c.callee().owner().equals(OBJECTS)
            && c.callee().name().equals("requireNonNull")
            && c.arguments().get(0) instanceof Expr.Read r
        ? Optional.of(r.var())
        : Optional.empty();
  }

  /** True for a method of a receiver that may end, or do something, before it reads any of it. */
  static boolean isNeeded(Callee callee, Function method) {
    return callee.takesSelf() && !beginsWith(method.parameters().get(0), method.body());
  }

  private static boolean beginsWith(Var self, Stmt.Block body) {
    if (body.statements().isEmpty()) {
      return false;
    }
    boolean[] found = new boolean[1];
    Walker first =
        new Unconditional() {
          private boolean isSelf(Expr e) {
            return e instanceof Expr.Read r && r.var().equals(self);
          }

          @Override
          public Void visit(Expr.Component e) {
            found[0] |= isSelf(e.record());
            return super.visit(e);
          }

          @Override
          public Void visit(Expr.Call e) {
            found[0] |= e.callee().takesSelf() && isSelf(e.arguments().get(0));
            return super.visit(e);
          }
        };
    Stmt s = body.statements().get(0);
    if (s instanceof Stmt.Local l) {
      l.init().ifPresent(first::walk);
    } else if (s instanceof Stmt.Return r) {
      r.value().ifPresent(first::walk);
    } else if (s instanceof Stmt.If i) {
      first.walk(i.test());
    } else if (s instanceof Stmt.Assign || s instanceof Stmt.Evaluate) {
      first.walk(s);
    }
    return found[0];
  }
}
