package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the variables of a function are declared, and what else than its own statements may read or
 * assign them. The body of a loop that is run again is a step of its own.
 */
final class Scopes extends Walker {

  /** The loop around each declaration that is run again; null where there is none. */
  private final Map<Var, Stmt> steps = new LinkedHashMap<>();

  private final Map<Var, List<Stmt>> blocks = new HashMap<>();
  private final Set<Var> once = new LinkedHashSet<>();
  private final Set<Var> inStep = new HashSet<>();
  private final Set<Var> unread = new HashSet<>();
  private Stmt step;
  private Stmt.Block whole;
  private List<Stmt> block = List.of();
  private boolean hasSurgery;

  private Scopes(Stmt.Block body) {
    this.whole = body;
  }

  /** Those in a function's body. */
  static Scopes of(Stmt.Block body) {
    Scopes scopes = new Scopes(body);
    scopes.walk(body);
    return scopes;
  }

  /** The local variables, in the order of their declarations. */
  Set<Var> variables() {
    return steps.keySet();
  }

  /** Those declared by a statement of the body itself, or of a step itself. */
  Set<Var> once() {
    return once;
  }

  /** The statements of the block that declares a variable. */
  List<Stmt> block(Var v) {
    return blocks.get(v);
  }

  /** True if both variables are declared in the same step, or both in none. */
  boolean shareStep(Var a, Var b) {
    return steps.get(a) == steps.get(b);
  }

  /** True if a step assigns the variable that was declared outside of it. */
  boolean isAssignedInStep(Var v) {
    return inStep.contains(v);
  }

  /** True if code that is carried over unread uses the variable. */
  boolean isUnread(Var v) {
    return unread.contains(v);
  }

  /** True if there are operations on gradients: they may name any adjoint. */
  boolean hasSurgery() {
    return hasSurgery;
  }

  @Override
  public Void visit(Stmt.Block s) {
    List<Stmt> around = block;
    block = s.statements();
    super.visit(s);
    block = around;
    return null;
  }

  @Override
  protected void declare(Var v) {
    steps.put(v, step);
    blocks.put(v, block);
    if (block == whole.statements()) {
      once.add(v);
    }
  }

  @Override
  protected void write(Var v) {
    if (steps.containsKey(v) && steps.get(v) != step) {
      inStep.add(v);
    }
  }

  @Override
  public Void visit(Stmt.Surgery s) {
    hasSurgery = true;
    return super.visit(s);
  }

  @Override
  public Void visit(Expr.Opaque e) {
    unread(e.code());
    return super.visit(e);
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    unread(s.code());
    return super.visit(s);
  }

  private void unread(Code code) {
    unread.addAll(code.reads());
    unread.addAll(code.writes());
  }

  @Override
  protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    Stmt outer = step;
    Stmt.Block around = whole;
    if (Stmt.Checkpoint.of(body).isPresent()) {
      step = loop;
      whole = body;
    }
    inside.run();
    step = outer;
    whole = around;
  }
}
