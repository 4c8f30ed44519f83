package io.github.cotangent.processor.ir;

import java.util.List;

/**
 * Checks the rules of the core form, which the analyses and transforms rely on: no surface nodes;
 * calls and {@code new} only as whole values; array and record bases reached from a variable; loop
 * headers of simple statements.
 */
final class CoreRules extends Walker {

  private static void check(boolean holds, String rule, Expr at) {
    if (!holds) {
      throw Verifier.broken(rule, at);
    }
  }

  private static void check(boolean holds, String rule, Stmt at) {
    if (!holds) {
      throw Verifier.broken(rule, at);
    }
  }

  private static boolean standsAlone(Expr.Call c) {
    return switch (c.callee().kind()) {
      case LOCAL, LINKED, RULED, ARRAY -> true;
      case MATH, CONSTANT, SINK, FOREIGN, GENERATED -> false;
    };
  }

  /** Walks a value that may be a call, {@code new}, or a record out of an array, as a whole. */
  private void whole(Expr e, boolean toVariable) {
    if (e instanceof Expr.Call c && standsAlone(c)) {
      check(toVariable, "call not assigned to a variable", e);
      references(c.arguments(), e);
      super.visit(c);
    } else if (e instanceof Expr.NewRecord r) {
      references(r.arguments(), e);
      super.visit(r);
    } else if (e instanceof Expr.NewArray a) {
      super.visit(a);
    } else if (e instanceof Expr.ArrayLiteral a) {
      references(a.elements(), e);
      super.visit(a);
    } else if (e instanceof Expr.Element element) {
      base(element.array(), e);
      super.visit(element);
    } else {
      walk(e);
    }
  }

  private static void references(List<Expr> es, Expr of) {
    for (Expr e : es) {
      boolean storage =
          e.type() instanceof Type.Array || e.type() instanceof Type.Record || e.type().isValue();
      boolean named = e instanceof Expr.Read || e instanceof Expr.Literal;
      check(!storage || named, "reference that is not a variable", of);
    }
  }

  private static void base(Expr e, Expr of) {
    Expr at = e;
    while (!(at instanceof Expr.Read)) {
      check(
          at instanceof Expr.Component
              || at instanceof Expr.Element && !(at.type() instanceof Type.Record),
          "not reached from a variable",
          of);
      at = at instanceof Expr.Component c ? c.record() : ((Expr.Element) at).array();
    }
  }

  @Override
  protected void place(Place p) {
    if (p instanceof Place.Slot s) {
      base(s.array(), p.read());
    }
    super.place(p);
  }

  @Override
  public Void visit(Expr.Call e) {
    check(!standsAlone(e), "call inside an expression", e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.NewRecord e) {
    throw Verifier.broken("new inside an expression", e);
  }

  @Override
  public Void visit(Expr.NewArray e) {
    throw Verifier.broken("new inside an expression", e);
  }

  @Override
  public Void visit(Expr.ArrayLiteral e) {
    throw Verifier.broken("array inside an expression", e);
  }

  @Override
  public Void visit(Expr.Conditional e) {
    check(!e.type().isDifferentiable(), "?: of a differentiable type", e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Element e) {
    check(!(e.type() instanceof Type.Record), "record read inside an expression", e);
    base(e.array(), e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Component e) {
    base(e.record(), e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Assigning e) {
    throw Verifier.broken("surface", e);
  }

  @Override
  public Void visit(Expr.Stepping e) {
    throw Verifier.broken("surface", e);
  }

  @Override
  public Void visit(Expr.Choosing e) {
    throw Verifier.broken("surface", e);
  }

  @Override
  public Void visit(Stmt.Local s) {
    s.init().ifPresent(e -> whole(e, true));
    return null;
  }

  @Override
  public Void visit(Stmt.Assign s) {
    whole(s.value(), s.target() instanceof Place.Variable);
    place(s.target());
    return null;
  }

  @Override
  public Void visit(Stmt.Evaluate s) {
    whole(s.expr(), true);
    return null;
  }

  @Override
  public Void visit(Stmt.For s) {
    s.init().forEach(i -> header(i, s));
    s.update().forEach(u -> header(u, s));
    return super.visit(s);
  }

  private static void header(Stmt part, Stmt.For s) {
    Expr value =
        part instanceof Stmt.Local l && l.init().isPresent()
            ? l.init().get()
            : part instanceof Stmt.Assign a ? a.value() : null;
    check(value != null || part instanceof Stmt.Local, "not a simple statement in a loop", s);
    boolean simple =
        value == null || !(value instanceof Expr.Call c && standsAlone(c) || isNew(value));
    check(simple, "call or new in the header of a loop", s);
  }

  private static boolean isNew(Expr e) {
    return e instanceof Expr.NewArray
        || e instanceof Expr.NewRecord
        || e instanceof Expr.ArrayLiteral;
  }

  @Override
  public Void visit(Stmt.Return s) {
    s.value()
        .ifPresent(
            e -> {
              boolean named = e instanceof Expr.Read || e instanceof Expr.Literal;
              check(named || !e.type().isReference(), "returns what is not a variable", s);
              new NoUnknownCalls(s).walk(e);
            });
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.ForEach s) {
    throw Verifier.broken("surface", s);
  }

  @Override
  public Void visit(Stmt.OldSwitch s) {
    throw Verifier.broken("surface", s);
  }

  @Override
  public Void visit(Stmt.Yield s) {
    throw Verifier.broken("surface", s);
  }

  /** What is returned is free of calls but those of the calculus. */
  private static final class NoUnknownCalls extends Walker {
    private final Stmt.Return in;

    NoUnknownCalls(Stmt.Return in) {
      this.in = in;
    }

    @Override
    public Void visit(Expr.Call e) {
      check(e.callee().kind() == Callee.Kind.MATH, "returns a call", in);
      return super.visit(e);
    }
  }
}
