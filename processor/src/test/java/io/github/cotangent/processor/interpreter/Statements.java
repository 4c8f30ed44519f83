package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Runs statements of one frame. */
final class Statements implements Stmt.Visitor<Completion> {
  private final Frame frame;
  private final Expressions expressions;

  Statements(Frame frame) {
    this.frame = frame;
    this.expressions = new Expressions(frame, this);
  }

  Completion run(Stmt s) {
    frame.interpreter().step();
    return s.accept(this);
  }

  private Completion runAll(List<Stmt> statements) {
    for (Stmt s : statements) {
      Completion end = run(s);
      if (end != Completion.NORMAL) {
        return end;
      }
    }
    return Completion.NORMAL;
  }

  private boolean test(Expr e) {
    return (Boolean) expressions.value(e);
  }

  @Override
  public Completion visit(Stmt.Local s) {
    if (s.init().isPresent()) {
      frame.declare(s.var(), expressions.value(s.init().get()));
    } else {
      frame.declare(s.var());
    }
    return Completion.NORMAL;
  }

  @Override
  public Completion visit(Stmt.Assign s) {
    expressions.assign(s.target(), s.value());
    return Completion.NORMAL;
  }

  @Override
  public Completion visit(Stmt.Evaluate s) {
    expressions.value(s.expr());
    return Completion.NORMAL;
  }

  @Override
  public Completion visit(Stmt.If s) {
    return run(test(s.test()) ? s.then() : s.otherwise());
  }

  @Override
  public Completion visit(Stmt.For s) {
    return loop(s, null);
  }

  @Override
  public Completion visit(Stmt.While s) {
    return loop(s, null);
  }

  @Override
  public Completion visit(Stmt.DoWhile s) {
    return loop(s, null);
  }

  @Override
  public Completion visit(Stmt.ForEach s) {
    return loop(s, null);
  }

  @Override
  public Completion visit(Stmt.Labeled s) {
    Completion end = isLoop(s.body()) ? loop(s.body(), s.label()) : run(s.body());
    return end.equals(new Completion.Break(Optional.of(s.label()))) ? Completion.NORMAL : end;
  }

  private static boolean isLoop(Stmt s) {
    return s instanceof Stmt.For
        || s instanceof Stmt.While
        || s instanceof Stmt.DoWhile
        || s instanceof Stmt.ForEach;
  }

  private Completion loop(Stmt s, String label) {
    if (s instanceof Stmt.For f) {
      Completion end = runAll(f.init());
      return end != Completion.NORMAL
          ? end
          : iterate(() -> test(f.test()), f.body(), () -> runAll(f.update()), label);
    }
    if (s instanceof Stmt.While w) {
      return iterate(() -> test(w.test()), w.body(), () -> {}, label);
    }
    if (s instanceof Stmt.DoWhile d) {
      boolean[] first = {true};
      return iterate(() -> first[0] || test(d.test()), d.body(), () -> first[0] = false, label);
    }
    return forEach((Stmt.ForEach) s, label);
  }

  private Completion forEach(Stmt.ForEach s, String label) {
    for (Object item : items(expressions.value(s.iterable()))) {
      frame.interpreter().step();
      frame.declare(s.var(), item instanceof Supplier<?> slot ? slot.get() : item);
      Completion end = run(s.body());
      if (leaves(end, label)) {
        return outside(end, label);
      }
    }
    return Completion.NORMAL;
  }

  /** The elements; those of an array are read when their turn comes. */
  private static List<Object> items(Object iterable) {
    List<Object> items = new ArrayList<>();
    if (iterable instanceof ArrayValue a) {
      for (int i = 0; i < a.cells.length; i++) {
        int at = i;
        items.add((Supplier<Object>) () -> a.get(at));
      }
    } else if (iterable instanceof Iterable<?> i) {
      i.forEach(items::add);
    } else {
      throw new NullPointerException("for over " + iterable);
    }
    return items;
  }

  private Completion iterate(BooleanSupplier test, Stmt body, Runnable update, String label) {
    while (test.getAsBoolean()) {
      frame.interpreter().step();
      Completion end = run(body);
      if (leaves(end, label)) {
        return outside(end, label);
      }
      update.run();
    }
    return Completion.NORMAL;
  }

  private static boolean leaves(Completion end, String label) {
    return end != Completion.NORMAL
        && !(end instanceof Completion.Continue c
            && (c.label().isEmpty() || c.label().get().equals(label)));
  }

  private static Completion outside(Completion end, String label) {
    return end instanceof Completion.Break b
            && (b.label().isEmpty() || b.label().get().equals(label))
        ? Completion.NORMAL
        : end;
  }

  @Override
  public Completion visit(Stmt.Switch s) {
    Optional<Stmt.Arm> arm = Selection.arm(s.arms(), expressions.value(s.selector()));
    return outside(arm.map(a -> run(a.body())).orElse(Completion.NORMAL), null);
  }

  @Override
  public Completion visit(Stmt.OldSwitch s) {
    Optional<Stmt.Arm> first = Selection.arm(s.groups(), expressions.value(s.selector()));
    if (first.isEmpty()) {
      return Completion.NORMAL;
    }
    for (int i = s.groups().indexOf(first.get()); i < s.groups().size(); i++) {
      Completion end = run(s.groups().get(i).body());
      if (end != Completion.NORMAL) {
        return outside(end, null);
      }
    }
    return Completion.NORMAL;
  }

  @Override
  public Completion visit(Stmt.Block s) {
    return runAll(s.statements());
  }

  @Override
  public Completion visit(Stmt.Break s) {
    return new Completion.Break(s.label());
  }

  @Override
  public Completion visit(Stmt.Continue s) {
    return new Completion.Continue(s.label());
  }

  @Override
  public Completion visit(Stmt.Return s) {
    return new Completion.Return(s.value().map(expressions::value).orElse(null));
  }

  @Override
  public Completion visit(Stmt.Yield s) {
    return new Completion.Yield(expressions.value(s.value()));
  }

  @Override
  public Completion visit(Stmt.Throw s) {
    throw new UserException(s.exception().toString());
  }

  @Override
  public Completion visit(Stmt.Assert s) {
    if (!test(s.test())) {
      throw new AssertionError(s.origin().text());
    }
    return Completion.NORMAL;
  }

  @Override
  public Completion visit(Stmt.Verbatim s) {
    throw new UnsupportedOperationException("verbatim: " + s.code());
  }

  /** Forward mode knows no surgery. */
  @Override
  public Completion visit(Stmt.Surgery s) {
    return Completion.NORMAL;
  }

  @Override
  public Completion visit(Stmt.Checkpoint s) {
    return Completion.NORMAL;
  }

  @Override
  public Completion visit(Stmt.Comment s) {
    return Completion.NORMAL;
  }
}
