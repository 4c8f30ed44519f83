package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The variables whose arrays, or rows of them, code outside of a method may keep: they are
 * returned, or given to what is neither generated nor of the runtime. What is stored into an
 * argument is not outside: a body that overwrites its arguments works on copies.
 */
final class HandedOn extends Walker {

  private final Set<Var> handedOn = new HashSet<>();

  /** By variable, those whose arrays, or rows of them, it may name. */
  private final Map<Var, Set<Var>> names = new HashMap<>();

  /** True for generated methods of the class that keep nothing of what they are given. */
  private final Predicate<Callee> keepsNothing;

  private HandedOn(Predicate<Callee> keepsNothing) {
    this.keepsNothing = keepsNothing;
  }

  /**
   * The variables of a generated method's body.
   *
   * @param keepsNothing true for generated methods of the class that keep nothing of what they are
   *     given
   */
  static Set<Var> of(List<Stmt> body, Predicate<Callee> keepsNothing) {
    HandedOn found = new HandedOn(keepsNothing);
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
      exchanging(c).forEach(this::array);
    } else if (!(e instanceof Expr.Read)) {
      walk(e);
    }
  }

  /** The operands of a known call, which may store any of them into one that can hold it. */
  private List<Expr> exchanging(Expr.Call e) {
    List<Expr> operands = operands(e);
    Set<Var> stored = named(e);
    for (Expr holder : operands) {
      for (Var v : named(holder)) {
        stored.stream().filter(s -> holds(v.type(), s.type())).forEach(s -> name(v, s));
      }
    }
    return operands;
  }

  private static List<Expr> operands(Expr.Call e) {
    List<Expr> operands = new ArrayList<>(e.arguments());
    if (e.receiver() != null) {
      operands.add(e.receiver());
    }
    return operands;
  }

  /** False where one cannot hold the other, or a row of it: arrays of numbers hold only rows. */
  private static boolean holds(Type holder, Type held) {
    return !(holder.leaf() instanceof Type.Primitive)
        || holder.rank() > 1 && holder.leaf().equals(held.leaf());
  }

  private void name(Var holder, Var named) {
    names.computeIfAbsent(holder, k -> new HashSet<>()).add(named);
  }

  @Override
  public Void visit(Stmt.Local s) {
    s.init().ifPresent(init -> flow(init, s.var()));
    return null;
  }

  @Override
  public Void visit(Stmt.Assign s) {
    place(s.target());
    Set<Var> holders =
        s.target() instanceof Place.Slot slot
            ? named(slot.array())
            : Set.of(((Place.Variable) s.target()).var());
    if (holders.isEmpty()) {
      walk(s.value());
    }
    holders.forEach(holder -> flow(s.value(), holder));
    return null;
  }

  /** The variables whose arrays, or rows of them, a value may be. */
  private Set<Var> named(Expr value) {
    Set<Var> named = new HashSet<>();
    if (value instanceof Expr.Element row) {
      named.addAll(named(row.array()));
    } else if (value instanceof Expr.Read r && r.type().isReference()) {
      named.add(r.var());
    } else if (value instanceof Expr.Call c && isKnown(c)) {
      operands(c).forEach(o -> named.addAll(named(o)));
    }
    return named;
  }

  /** A value goes into a variable, or into an array there: what it names, the variable does. */
  private void flow(Expr value, Var holder) {
    if (!value.type().isReference()) {
      walk(value);
    } else if (value instanceof Expr.Element row) {
      walk(row.index());
      flow(row.array(), holder);
    } else if (value instanceof Expr.Read r) {
      name(holder, r.var());
    } else if (value instanceof Expr.Call c && isKnown(c)) {
      exchanging(c).forEach(o -> flow(o, holder));
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
    exchanging(e).forEach(this::array);
    return null;
  }

  /** True for a call that keeps nothing but in its operands, and in what it returns. */
  private boolean isKnown(Expr.Call e) {
    Callee callee = e.callee();
    return switch (callee.kind()) {
      case GENERATED ->
          callee.isOfRuntime()
              || keepsNothing.test(callee)
              || e.arguments().stream().noneMatch(a -> a.type().isReference());
      case ARRAY -> true;
      case MATH, LOCAL, LINKED, RULED, CONSTANT, SINK, FOREIGN -> false;
    };
  }
}
