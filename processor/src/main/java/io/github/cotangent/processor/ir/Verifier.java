package io.github.cotangent.processor.ir;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that a function is well formed: every variable declared once, before its use and in scope;
 * every label there; types in agreement ({@link TypeRules}); and, on demand, the rules of the core
 * form ({@link CoreRules}). A pass that breaks them has a bug: run this after each one in tests.
 */
public final class Verifier extends Walker {

  private final Set<Integer> declared = new HashSet<>();
  private final Deque<Var> scope = new ArrayDeque<>();
  private final Deque<String> labels = new ArrayDeque<>();
  private final Deque<String> loopLabels = new ArrayDeque<>();
  private int loops;
  private int switches;
  private int choices;

  private Verifier() {}

  /**
   * Checks a function that may hold surface nodes.
   *
   * @throws IllegalStateException naming the first broken rule and showing the node
   */
  public static void verify(Function f) {
    verify(f, List.of());
  }

  /**
   * As {@link #verify(Function)}, for a method that sees fields beside its own variables.
   *
   * @throws IllegalStateException naming the first broken rule and showing the node
   */
  public static void verify(Function f, List<Var> fields) {
    Verifier verifier = new Verifier();
    fields.forEach(verifier::enter);
    f.parameters().forEach(verifier::enter);
    verifier.walk(f.body());
    new TypeRules(f.result()).walk(f.body());
  }

  /**
   * Checks a function and the rules of the core form.
   *
   * @throws IllegalStateException naming the first broken rule and showing the node
   */
  public static void verifyCore(Function f) {
    verify(f);
    new CoreRules().walk(f.body());
  }

  static IllegalStateException broken(String rule, Stmt at) {
    return new IllegalStateException(rule + ": " + Printer.print(at));
  }

  static IllegalStateException broken(String rule, Expr at) {
    return new IllegalStateException(rule + ": " + Printer.print(at));
  }

  private void enter(Var v) {
    if (!declared.add(v.id())) {
      throw new IllegalStateException("declared twice: " + v + " with id " + v.id());
    }
    scope.push(v);
  }

  /** Runs {@code inside}; what it declares is gone afterwards. */
  private Void scoped(Runnable inside) {
    int size = scope.size();
    inside.run();
    while (scope.size() > size) {
      scope.pop();
    }
    return null;
  }

  @Override
  protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    loops++;
    scoped(inside);
    loops--;
  }

  @Override
  protected void declare(Var v) {
    if (scope.stream().anyMatch(o -> o.name().equals(v.name()))) {
      throw new IllegalStateException("hides another variable of this name: " + v);
    }
    enter(v);
  }

  @Override
  protected void read(Var v) {
    if (!scope.contains(v)) {
      throw new IllegalStateException("not in scope: " + v + " with id " + v.id());
    }
  }

  @Override
  protected void write(Var v) {
    read(v);
  }

  @Override
  public Void visit(Stmt.Block s) {
    return scoped(() -> super.visit(s));
  }

  @Override
  public Void visit(Stmt.Switch s) {
    return inSwitch(s.arms(), s, () -> super.visit(s));
  }

  @Override
  public Void visit(Stmt.OldSwitch s) {
    // The groups share one scope, which the bodies of the arms would close: one by one.
    return inSwitch(
        s.groups(),
        s,
        () -> {
          walk(s.selector());
          s.groups().forEach(g -> walk(g.body().statements()));
        });
  }

  private Void inSwitch(List<Stmt.Arm> arms, Stmt s, Runnable inside) {
    if (arms.stream().filter(Stmt.Arm::isDefault).count() > 1) {
      throw broken("two defaults", s);
    }
    switches++;
    scoped(inside);
    switches--;
    return null;
  }

  @Override
  public Void visit(Expr.Choosing e) {
    int outerLoops = loops;
    int outerSwitches = switches;
    loops = 0;
    switches = 0;
    choices++;
    super.visit(e);
    choices--;
    loops = outerLoops;
    switches = outerSwitches;
    return null;
  }

  @Override
  public Void visit(Stmt.Labeled s) {
    if (labels.contains(s.label())) {
      throw broken("label inside itself", s);
    }
    Stmt body = s.body();
    while (body instanceof Stmt.Labeled inner) {
      body = inner.body();
    }
    boolean ofLoop = body.isLoop() || body instanceof Stmt.ForEach;
    labels.push(s.label());
    loopLabels.push(ofLoop ? s.label() : "");
    super.visit(s);
    loopLabels.pop();
    labels.pop();
    return null;
  }

  @Override
  public Void visit(Stmt.Break s) {
    return jump(s, s.label(), labels, loops + switches > 0);
  }

  @Override
  public Void visit(Stmt.Continue s) {
    return jump(s, s.label(), loopLabels, loops > 0);
  }

  private static Void jump(
      Stmt s, Optional<String> label, Deque<String> targets, boolean unlabelled) {
    if (!label.map(targets::contains).orElse(unlabelled)) {
      throw broken("jumps nowhere", s);
    }
    return null;
  }

  @Override
  public Void visit(Stmt.Yield s) {
    if (choices == 0) {
      throw broken("yield outside a switch expression", s);
    }
    return super.visit(s);
  }
}
