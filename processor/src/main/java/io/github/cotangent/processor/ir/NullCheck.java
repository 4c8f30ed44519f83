package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;

/** {@code Objects.requireNonNull(v)} as a statement: throws where the variable holds null. */
public final class NullCheck {

  private static final Type.ClassType OBJECTS =
      new Type.ClassType("java.util", List.of("Objects"), List.of(), true);

  private static final Type OBJECT =
      new Type.ClassType("java.lang", List.of("Object"), List.of(), true);

  private NullCheck() {}

  /** The statement for a variable. */
  public static Stmt of(Var v, Origin origin) {
    Callee callee =
        new Callee(Callee.Kind.SINK, OBJECTS, "requireNonNull", List.of(OBJECT), v.type(), true);
    return new Stmt.Evaluate(
        new Expr.Call(callee, null, List.of(new Expr.Read(v)), origin), origin);
  }

  /** The variable that a statement of this kind looks at. */
  public static Optional<Var> checked(Stmt.Evaluate s) {
    return s.expr() instanceof Expr.Call c
            && c.callee().owner().equals(OBJECTS)
            && c.callee().name().equals("requireNonNull")
            && c.arguments().get(0) instanceof Expr.Read r
        ? Optional.of(r.var())
        : Optional.empty();
  }
}
