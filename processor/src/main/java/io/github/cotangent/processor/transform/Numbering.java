package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers the variables that the transform made in the order in which a reader meets them, and only
 * where two of one name are in scope:
 *
 * <pre>{@code
 * ySaved1[i] = y;              ySaved[i] = y;
 * y = y * y;                   y = y * y;
 * ySaved[i] = y;               ySaved1[i] = y;
 * }</pre>
 *
 * <p>The sweep makes them last to first.
 */
final class Numbering extends Scoping.ScopedWalker {

  private final AdjointVars adjoints;
  private final Set<Var> fixed;
  private final Deque<Set<String>> scopes = new ArrayDeque<>();
  private final Map<Var, String> given = new HashMap<>();

  private Numbering(AdjointVars adjoints, Set<Var> fixed) {
    this.adjoints = adjoints;
    this.fixed = fixed;
  }

  /**
   * The new names of the variables that some code declares.
   *
   * @param fixed variables that keep their names, whether or not the code declares them
   */
  static Map<Var, String> of(List<Stmt> code, Set<Var> fixed, AdjointVars adjoints) {
    Numbering numbering = new Numbering(adjoints, fixed);
    numbering.enter();
    fixed.forEach(v -> numbering.scopes.element().add(v.name()));
    numbering.walk(code);
    return numbering.given;
  }

  /** The code with new names. */
  static List<Stmt> rename(List<Stmt> code, Map<Var, String> names) {
    return new Rewriter() {
      @Override
      protected Var var(Var v) {
        String name = names.get(v);
        return name == null || name.equals(v.name()) ? v : new Var(v.id(), name, v.type());
      }
    }.stmts(code);
  }

  @Override
  void enter() {
    scopes.push(new HashSet<>());
  }

  @Override
  void leave() {
    scopes.pop();
  }

  @Override
  protected void declare(Var v) {
    String wish = adjoints.wish(v);
    if (wish == null || fixed.contains(v)) {
      scopes.element().add(v.name());
      return;
    }
    String name = wish;
    for (int i = 1; isInScope(name) || !adjoints.claims(name); i++) {
      name = wish + i;
    }
    scopes.element().add(name);
    given.put(v, name);
  }

  private boolean isInScope(String name) {
    return scopes.stream().anyMatch(s -> s.contains(name));
  }
}
