package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells variables apart that are declared more than once, such as the index of a loop and of its
 * mirror: each declaration makes another variable of the same name.
 */
final class SeparateVariables extends Rewriter {

  private final Deque<Map<Var, Var>> scopes = new ArrayDeque<>();
  private final Set<Var> declared = new HashSet<>();
  private final Map<Var, Var> originals = new HashMap<>();
  private int nextId;

  private SeparateVariables() {
    scopes.push(new HashMap<>());
  }

  /**
   * A function with as many variables as declarations.
   *
   * @param originals what the further variables were; they never live at the same time
   */
  record Separated(Function function, Map<Var, Var> originals) {
    Separated {
      originals = Map.copyOf(originals);
    }
  }

  /** The function with each variable declared once. */
  static Separated apply(Function f) {
    SeparateVariables pass = new SeparateVariables();
    pass.declared.addAll(f.parameters());
    f.parameters().forEach(v -> pass.nextId = Math.max(pass.nextId, v.id() + 1));
    new Walker() {
      @Override
      protected void declare(Var v) {
        pass.nextId = Math.max(pass.nextId, v.id() + 1);
      }
    }.walk(f.body());
    return new Separated(f.withBody(pass.block(f.body())), pass.originals);
  }

  @Override
  protected Var var(Var v) {
    for (Map<Var, Var> scope : scopes) {
      Var now = scope.get(v);
      if (now != null) {
        return now;
      }
    }
    return v;
  }

  @Override
  public Stmt.Block block(Stmt.Block b) {
    scopes.push(new HashMap<>());
    Stmt.Block now = super.block(b);
    scopes.pop();
    return now;
  }

  @Override
  public List<Stmt> visit(Stmt.For s) {
    scopes.push(new HashMap<>());
    List<Stmt> now = super.visit(s);
    scopes.pop();
    return now;
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    Optional<Expr> init = s.init().map(this::expr);
    Var v = s.var();
    Var now = v;
    if (!declared.add(v)) {
      now = new Var(nextId++, v.name(), v.type());
      originals.put(now, v);
    }
    scopes.element().put(v, now);
    return List.of(new Stmt.Local(now, init, s.origin()));
  }
}
