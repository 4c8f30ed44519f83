package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables whose arrays, or rows of them, code outside of a method may keep: they are
 * returned, stored, or given to what is neither generated nor of the runtime.
 */
final class HandedOn extends Walker {

  private final Set<Var> handedOn = new HashSet<>();

  /** By variable, those whose arrays, or rows of them, it may name. */
  private final Map<Var, Set<Var>> names = new HashMap<>();

  private HandedOn() {}

  /** The variables of a method's body. */
  static Set<Var> of(List<Stmt> body) {
    HandedOn found = new HandedOn();
    found.walk(body);
    found.spread();
    return found.handedOn;
  }

  private void spread() {
    for (int size = -1; size != handedOn.size(); ) {
      size = handedOn.size();
      for (Map.Entry<Var, Set<Var>> e : names.entrySet()) {
        if (handedOn.contains(e.getKey())) {
          handedOn.addAll(e.getValue());
        }
      }
    }
  }

  @Override
  protected void read(Var v) {
    if (v.type().isReference()) {
      handedOn.add(v);
    }
  }

  @Override
  public Void visit(Expr.Element e) {
    if (e.type().isReference()) {
      return super.visit(e);
    }
    array(e.array());
    walk(e.index());
    return null;
  }

  @Override
  public Void visit(Expr.Length e) {
    array(e.array());
    return null;
  }

  @Override
  protected void place(Place p) {
    if (p instanceof Place.Slot s) {
      array(s.array());
      walk(s.index());
    }
  }

  /** What nothing is kept of but its elements, which are no references, or rows. */
  private void array(Expr e) {
    if (e instanceof Expr.Element row) {
      array(row.array());
      walk(row.index());
    } else if (e instanceof Expr.Call c && isKnown(c)) {
      operands(c);
    } else if (!(e instanceof Expr.Read)) {
      walk(e);
    }
  }

  private void operands(Expr.Call e) {
    if (e.receiver() != null) {
      array(e.receiver());
    }
    e.arguments().forEach(this::array);
  }

  @Override
  public Void visit(Stmt.Local s) {
    s.init().ifPresent(init -> flow(init, s.var()));
    return null;
  }

  @Override
  public Void visit(Stmt.Assign s) {
    place(s.target());
    Optional<Var> holder =
        s.target() instanceof Place.Slot slot
            ? root(slot.array())
            : Optional.of(((Place.Variable) s.target()).var());
    if (holder.isPresent()) {
      flow(s.value(), holder.get());
    } else {
      walk(s.value());
    }
    return null;
  }

  /** The variable that an array is read from, or the matrix that it is a row of. */
  private static Optional<Var> root(Expr array) {
    Expr root = array;
    while (root instanceof Expr.Element row) {
      root = row.array();
    }
    return root instanceof Expr.Read r ? Optional.of(r.var()) : Optional.empty();
  }

  /** A value goes into a variable, or into an array there: what it names, the variable does. */
  private void flow(Expr value, Var holder) {
    if (!value.type().isReference()) {
      walk(value);
    } else if (value instanceof Expr.Element row) {
      walk(row.index());
      flow(row.array(), holder);
    } else if (value instanceof Expr.Read r) {
      names.computeIfAbsent(holder, k -> new HashSet<>()).add(r.var());
    } else if (value instanceof Expr.Call c && isKnown(c)) {
      if (c.receiver() != null) {
        flow(c.receiver(), holder);
      }
      c.arguments().forEach(a -> flow(a, holder));
    } else {
      walk(value);
    }
  }

  @Override
  public Void visit(Stmt.Evaluate s) {
    array(s.expr());
    return null;
  }

  @Override
  public Void visit(Expr.Call e) {
    if (!isKnown(e) || e.type().isReference()) {
      return super.visit(e);
    }
    operands(e);
    return null;
  }

  /** True for a call that keeps nothing but in what it returns. */
  private static boolean isKnown(Expr.Call e) {
    return switch (e.callee().kind()) {
      case GENERATED, ARRAY -> true;
      case MATH, LOCAL, LINKED, RULED, CONSTANT, SINK, FOREIGN -> false;
    };
  }
}
