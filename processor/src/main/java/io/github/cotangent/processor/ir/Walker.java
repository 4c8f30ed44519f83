package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * Visits every node of a tree in the order of evaluation, changing nothing. Subclasses override the
 * visits that interest them and call {@code super} to go on downward.
 */
public class Walker implements Expr.Visitor<Void>, Stmt.Visitor<Void> {

  /** Walks an expression. */
  public final void walk(Expr e) {
    e.accept(this);
  }

  /** Walks a statement. */
  public final void walk(Stmt s) {
    s.accept(this);
  }

  /** Walks statements in order. */
  public final void walk(List<? extends Stmt> ss) {
    for (Stmt s : ss) {
      s.accept(this);
    }
  }

  /** A variable is read. */
  protected void read(Var v) {}

  /** A variable is assigned, other than by its declaration. */
  protected void write(Var v) {}

  /** A variable is declared, with or without an initial value. */
  protected void declare(Var v) {}

  /** The operands of a place, then the write. */
  protected void place(Place p) {
    if (p instanceof Place.Variable v) {
      write(v.var());
    } else if (p instanceof Place.Slot s) {
      walk(s.array());
      walk(s.index());
    }
  }

  /**
   * A loop of any kind.
   *
   * @param inside goes on downward: to the body, and to all that the loop's header has
   */
  protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    inside.run();
  }

  private void walkAny(Optional<Expr> e) {
    if (e.isPresent()) {
      e.get().accept(this);
    }
  }

  private void walkAll(List<Expr> es) {
    for (Expr e : es) {
      e.accept(this);
    }
  }

  private void code(Code c) {
    c.reads().forEach(this::read);
    // Carried text may assign on some paths only, or compound: the old value counts as read.
    c.writes().forEach(this::read);
    c.writes().forEach(this::write);
  }

  private void arms(List<Stmt.Arm> arms) {
    for (Stmt.Arm a : arms) {
      walk(a.body());
    }
  }

  @Override
  public Void visit(Expr.Literal e) {
    return null;
  }

  @Override
  public Void visit(Expr.Read e) {
    read(e.var());
    return null;
  }

  @Override
  public Void visit(Expr.Unary e) {
    walk(e.operand());
    return null;
  }

  @Override
  public Void visit(Expr.Binary e) {
    walk(e.left());
    walk(e.right());
    return null;
  }

  @Override
  public Void visit(Expr.Cast e) {
    walk(e.operand());
    return null;
  }

  @Override
  public Void visit(Expr.Conditional e) {
    walk(e.test());
    walk(e.ifTrue());
    walk(e.ifFalse());
    return null;
  }

  @Override
  public Void visit(Expr.Element e) {
    walk(e.array());
    walk(e.index());
    return null;
  }

  @Override
  public Void visit(Expr.Length e) {
    walk(e.array());
    return null;
  }

  @Override
  public Void visit(Expr.Field e) {
    if (e.receiver() != null) {
      walk(e.receiver());
    }
    return null;
  }

  @Override
  public Void visit(Expr.Component e) {
    walk(e.record());
    return null;
  }

  @Override
  public Void visit(Expr.Call e) {
    if (e.receiver() != null) {
      walk(e.receiver());
    }
    walkAll(e.arguments());
    return null;
  }

  @Override
  public Void visit(Expr.NewRecord e) {
    walkAll(e.arguments());
    return null;
  }

  @Override
  public Void visit(Expr.NewArray e) {
    walkAll(e.sizes());
    return null;
  }

  @Override
  public Void visit(Expr.ArrayLiteral e) {
    walkAll(e.elements());
    return null;
  }

  @Override
  public Void visit(Expr.Opaque e) {
    code(e.code());
    return null;
  }

  @Override
  public Void visit(Expr.Assigning e) {
    if (e.op() != null) {
      walk(e.target().read());
    }
    walk(e.value());
    place(e.target());
    return null;
  }

  @Override
  public Void visit(Expr.Stepping e) {
    walk(e.target().read());
    place(e.target());
    return null;
  }

  @Override
  public Void visit(Expr.Choosing e) {
    walk(e.selector());
    arms(e.arms());
    return null;
  }

  @Override
  public Void visit(Stmt.Local s) {
    walkAny(s.init());
    declare(s.var());
    return null;
  }

  @Override
  public Void visit(Stmt.Assign s) {
    walk(s.value());
    place(s.target());
    return null;
  }

  @Override
  public Void visit(Stmt.Evaluate s) {
    walk(s.expr());
    return null;
  }

  @Override
  public Void visit(Stmt.If s) {
    walk(s.test());
    walk(s.then());
    walk(s.otherwise());
    return null;
  }

  @Override
  public Void visit(Stmt.For s) {
    loop(
        s,
        s.body(),
        () -> {
          walk(s.init());
          walk(s.test());
          walk(s.body());
          walk(s.update());
        });
    return null;
  }

  @Override
  public Void visit(Stmt.While s) {
    loop(
        s,
        s.body(),
        () -> {
          walk(s.test());
          walk(s.body());
        });
    return null;
  }

  @Override
  public Void visit(Stmt.DoWhile s) {
    loop(
        s,
        s.body(),
        () -> {
          walk(s.body());
          walk(s.test());
        });
    return null;
  }

  @Override
  public Void visit(Stmt.Switch s) {
    walk(s.selector());
    arms(s.arms());
    return null;
  }

  @Override
  public Void visit(Stmt.Block s) {
    walk(s.statements());
    return null;
  }

  @Override
  public Void visit(Stmt.Labeled s) {
    walk(s.body());
    return null;
  }

  @Override
  public Void visit(Stmt.Break s) {
    return null;
  }

  @Override
  public Void visit(Stmt.Continue s) {
    return null;
  }

  @Override
  public Void visit(Stmt.Return s) {
    walkAny(s.value());
    return null;
  }

  @Override
  public Void visit(Stmt.Throw s) {
    walk(s.exception());
    return null;
  }

  @Override
  public Void visit(Stmt.Assert s) {
    walk(s.test());
    walkAny(s.message());
    return null;
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    code(s.code());
    return null;
  }

  @Override
  public Void visit(Stmt.Surgery s) {
    walk(s.target());
    for (Var v : s.code().reads()) {
      if (!v.equals(s.parameter())) {
        read(v);
      }
    }
    return null;
  }

  @Override
  public Void visit(Stmt.Checkpoint s) {
    walkAny(s.snapshots());
    return null;
  }

  @Override
  public Void visit(Stmt.Comment s) {
    return null;
  }

  @Override
  public Void visit(Stmt.ForEach s) {
    loop(
        s,
        s.body(),
        () -> {
          walk(s.iterable());
          declare(s.var());
          walk(s.body());
        });
    return null;
  }

  @Override
  public Void visit(Stmt.OldSwitch s) {
    walk(s.selector());
    arms(s.groups());
    return null;
  }

  @Override
  public Void visit(Stmt.Yield s) {
    walk(s.value());
    return null;
  }
}
