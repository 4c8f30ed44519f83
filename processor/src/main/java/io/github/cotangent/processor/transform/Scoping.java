package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps declarations where all their uses can see them, and names apart where scopes overlap. */
final class Scoping {

  private Scoping() {}

  /** The variables that some code uses and does not itself declare around the use. */
  static Set<Var> free(List<Stmt> code) {
    FreeVariables finder = new FreeVariables();
    finder.walk(code);
    return finder.free;
  }

  /**
   * Moves the declarations of some variables out of the blocks that they stand in, to the front:
   * the backward pass reads them after the block has ended.
   */
  static List<Stmt> hoist(List<Stmt> code, Set<Var> needed) {
    Hoister hoister = new Hoister(needed);
    List<Stmt> body = new ArrayList<>();
    for (Stmt s : code) {
      if (s instanceof Stmt.Local) {
        body.add(s);
      } else {
        body.addAll(s.accept(hoister));
      }
    }
    List<Stmt> out = new ArrayList<>();
    hoister.hoisted.forEach(v -> out.add(Make.local(v, Make.zero(v.type()))));
    out.addAll(body);
    return out;
  }

  /**
   * Leaves out second declarations of variables that are still in scope: where a block of the
   * forward pass has lost its braces, what the backward pass would make known again is known.
   */
  static List<Stmt> declaredOnce(List<Stmt> code) {
    return new Repeats(Mentions.written(code)).stmts(code);
  }

  /** Renames variables whose name is taken by another one that is in scope. */
  static List<Stmt> distinguish(List<Var> parameters, List<Stmt> code, Names names) {
    Clashes clashes = new Clashes();
    clashes.enter();
    parameters.forEach(clashes::add);
    clashes.walk(code);
    if (clashes.found.isEmpty()) {
      return code;
    }
    Map<Var, Var> renamed = new HashMap<>();
    for (Var v : Mentions.declared(code)) {
      if (clashes.found.contains(v)) {
        renamed.put(v, new Var(v.id(), names.freshName(v.name()), v.type()));
      }
    }
    return new Rewriter() {
      @Override
      protected Var var(Var v) {
        return renamed.getOrDefault(v, v);
      }
    }.stmts(code);
  }

  /** A walker that knows which scopes are open. */
  abstract static class ScopedWalker extends Walker {

    abstract void enter();

    abstract void leave();

    private Void scoped(Runnable visit) {
      enter();
      visit.run();
      leave();
      return null;
    }

    @Override
    public Void visit(Stmt.Block s) {
      return scoped(() -> super.visit(s));
    }

    @Override
    public Void visit(Stmt.For s) {
      return scoped(() -> super.visit(s));
    }
  }

  private static final class FreeVariables extends ScopedWalker {
    private final Set<Var> declared = new HashSet<>();
    private final Deque<List<Var>> scopes = new ArrayDeque<>(List.of(new ArrayList<>()));
    private final Set<Var> free = new LinkedHashSet<>();

    @Override
    void enter() {
      scopes.push(new ArrayList<>());
    }

    @Override
    void leave() {
      scopes.pop().forEach(declared::remove);
    }

    private void use(Var v) {
      if (!declared.contains(v)) {
        free.add(v);
      }
    }

    @Override
    protected void read(Var v) {
      use(v);
    }

    @Override
    protected void write(Var v) {
      use(v);
    }

    @Override
    protected void declare(Var v) {
      if (declared.add(v)) {
        scopes.element().add(v);
      }
    }
  }

  private static final class Clashes extends ScopedWalker {
    private final Deque<Map<String, Var>> scopes = new ArrayDeque<>();
    private final Set<Var> found = new LinkedHashSet<>();

    @Override
    void enter() {
      scopes.push(new HashMap<>());
    }

    @Override
    void leave() {
      scopes.pop();
    }

    void add(Var v) {
      for (Map<String, Var> scope : scopes) {
        Var other = scope.get(v.name());
        if (other != null && !other.equals(v)) {
          found.add(v);
        }
      }
      scopes.element().put(v.name(), v);
    }

    @Override
    protected void declare(Var v) {
      add(v);
    }
  }

  private static final class Repeats extends Rewriter {
    private final Set<Var> assigned;
    private Set<Var> inScope = new HashSet<>();

    Repeats(Set<Var> assigned) {
      this.assigned = assigned;
    }

    @Override
    public List<Stmt> stmts(List<Stmt> statements) {
      Set<Var> outside = new HashSet<>(inScope);
      List<Stmt> out = super.stmts(statements);
      inScope = outside;
      return out;
    }

    @Override
    public List<Stmt> visit(Stmt.Local s) {
      if (inScope.add(s.var())) {
        return List.of(s);
      }
      return assigned.contains(s.var()) ? Hoister.assignment(s) : List.of();
    }
  }

  private static final class Hoister extends Rewriter {
    private final Set<Var> needed;
    private final Set<Var> hoisted = new LinkedHashSet<>();

    Hoister(Set<Var> needed) {
      this.needed = needed;
    }

    @Override
    public List<Stmt> visit(Stmt.Local s) {
      if (!needed.contains(s.var())) {
        return super.visit(s);
      }
      return toAssignment(s);
    }

    private List<Stmt> toAssignment(Stmt.Local s) {
      hoisted.add(s.var());
      return assignment(s);
    }

    static List<Stmt> assignment(Stmt.Local s) {
      return s.init()
          .<List<Stmt>>map(
              e -> List.of(new Stmt.Assign(new Place.Variable(s.var()), e, false, s.origin())))
          .orElse(List.of());
    }

    /** A header declares all of its variables or none. */
    @Override
    public List<Stmt> visit(Stmt.For s) {
      boolean any =
          s.init().stream().anyMatch(x -> x instanceof Stmt.Local l && needed.contains(l.var()));
      if (!any) {
        return super.visit(s);
      }
      List<Stmt> init = new ArrayList<>();
      for (Stmt x : s.init()) {
        init.addAll(x instanceof Stmt.Local l ? toAssignment(l) : List.of(x));
      }
      return List.of(new Stmt.For(init, s.test(), s.update(), block(s.body()), s.origin()));
    }
  }
}
