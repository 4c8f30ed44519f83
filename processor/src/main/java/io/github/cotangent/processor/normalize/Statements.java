package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Negation;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Writes each statement in its core form, behind the statements that its expressions need. */
final class Statements implements Stmt.Visitor<Void> {

  private final Lowering lowering;
  private final Lines lines;
  private final Deque<YieldTarget> yields = new ArrayDeque<>();

  Statements(Lowering lowering, Lines lines) {
    this.lowering = lowering;
    this.lines = lines;
  }

  /** The block with its statements lowered. */
  Stmt.Block block(Stmt.Block b) {
    return new Stmt.Block(lines.collect(() -> b.statements().forEach(this::lower)), b.origin());
  }

  /**
   * The arm of a switch expression, lowered, with its yields turned.
   *
   * @param plain true where no switch stands around the arm: only a label can be left
   */
  Stmt.Block yielding(Stmt.Block arm, YieldTarget target, boolean plain) {
    yields.push(target);
    Stmt.Block out = plain ? breakable(arm) : block(arm);
    yields.pop();
    return out;
  }

  private void lower(Stmt s) {
    LateSteps.Split split = LateSteps.of(s);
    lines.from(
        s.origin(),
        () -> {
          split.statement().accept(this);
          split.steps().forEach(step -> lowering.assignments().step(step, old -> {}));
        });
  }

  private Expr value(Expr e, String part, boolean strict) {
    return lowering.expressions().value(e, part, strict);
  }

  /** The body of a loop or switch, which an unlabelled break leaves. */
  private Stmt.Block breakable(Stmt.Block b) {
    if (yields.isEmpty()) {
      return block(b);
    }
    Stmt.Block[] out = new Stmt.Block[1];
    yields.peek().inside(() -> out[0] = block(b));
    return out[0];
  }

  private Void write(Stmt s) {
    lines.add(s);
    return null;
  }

  @Override
  public Void visit(Stmt.Local s) {
    if (s.init().isEmpty()) {
      return write(s);
    }
    Expr init = s.init().get();
    boolean strict = s.var().type().isDifferentiable() && Nesting.mayBeActive(init);
    lowering.choices().declare(s.var(), init, strict);
    return null;
  }

  @Override
  public Void visit(Stmt.Assign s) {
    boolean compound = s.compound() && s.value() instanceof Expr.Binary;
    Expr.Binary.Op op = compound ? ((Expr.Binary) s.value()).op() : null;
    Expr value = compound ? ((Expr.Binary) s.value()).right() : s.value();
    lowering.assignments().statement(new Expr.Assigning(s.target(), op, value, s.origin()));
    return null;
  }

  @Override
  public Void visit(Stmt.Evaluate s) {
    if (s.expr() instanceof Expr.Assigning a) {
      lowering.assignments().statement(a);
    } else if (s.expr() instanceof Expr.Stepping step) {
      lowering.assignments().step(step, old -> {});
    } else if (s.expr() instanceof Expr.Call) {
      Expr whole = lowering.expressions().whole(s.expr(), false, true);
      write(new Stmt.Evaluate(lowering.expressions().settled(whole), s.origin()));
    } else if (s.expr() instanceof Expr.Opaque) {
      write(s);
    } else {
      // `new Point(f(x), y);` is legal: only what its operands do is left of it.
      value(s.expr(), "value", false);
    }
    return null;
  }

  @Override
  public Void visit(Stmt.If s) {
    Expr test = value(s.test(), "condition", false);
    return write(new Stmt.If(test, block(s.then()), block(s.otherwise()), s.origin()));
  }

  @Override
  public Void visit(Stmt.For s) {
    // LoopHeaders has left nothing in the header that would become statements.
    List<Stmt> init = lines.collect(() -> s.init().forEach(this::lower));
    List<Stmt> update = lines.collect(() -> s.update().forEach(this::lower));
    return write(new Stmt.For(init, s.test(), update, breakable(s.body()), s.origin()));
  }

  @Override
  public Void visit(Stmt.While s) {
    return write(new Stmt.While(s.test(), breakable(s.body()), s.origin()));
  }

  @Override
  public Void visit(Stmt.DoWhile s) {
    return write(new Stmt.DoWhile(breakable(s.body()), s.test(), s.origin()));
  }

  @Override
  public Void visit(Stmt.Switch s) {
    Expr selector = value(s.selector(), "selector", false);
    List<Stmt.Arm> arms = new ArrayList<>();
    for (Stmt.Arm arm : s.arms()) {
      arms.add(new Stmt.Arm(arm.labels(), arm.isDefault(), breakable(arm.body())));
    }
    return write(new Stmt.Switch(selector, arms, s.origin()));
  }

  @Override
  public Void visit(Stmt.Block s) {
    return write(block(s));
  }

  @Override
  public Void visit(Stmt.Labeled s) {
    List<Stmt> written = lines.collect(() -> lower(s.body()));
    int last = written.size() - 1;
    written.subList(0, last).forEach(lines::add);
    return write(new Stmt.Labeled(s.label(), written.get(last), s.origin()));
  }

  @Override
  public Void visit(Stmt.Break s) {
    return write(s);
  }

  @Override
  public Void visit(Stmt.Continue s) {
    return write(s);
  }

  @Override
  public Void visit(Stmt.Return s) {
    if (s.value().isEmpty()) {
      return write(s);
    }
    lowering.choices().deliver(s.value().get(), true, lowering.result(), this::returned);
    return null;
  }

  private void returned(Expr e) {
    Expr value = value(e, "result", true);
    boolean named = value instanceof Expr.Read || value instanceof Expr.Literal;
    Expr out = named || !value.type().isReference() ? value : lines.save(value, "result");
    write(new Stmt.Return(Optional.of(out), lines.origin()));
  }

  @Override
  public Void visit(Stmt.Throw s) {
    return write(new Stmt.Throw(value(s.exception(), "exception", false), s.origin()));
  }

  @Override
  public Void visit(Stmt.Assert s) {
    List<Expr> all = new ArrayList<>(List.of(s.test()));
    s.message().ifPresent(all::add);
    return Nesting.canStay(all, false) ? write(s) : checkedAssert(s);
  }

  /** An assertion is only evaluated where assertions are enabled, and so are its statements. */
  private Void checkedAssert(Stmt.Assert s) {
    lowering.assignedSometimes(Effects.of(List.of(s.test())).written());
    Type.ClassType owner = lowering.owner();
    Type.ClassType outermost =
        new Type.ClassType(owner.packageName(), owner.simpleNames().subList(0, 1), List.of(), true);
    Code enabled =
        new Code(
            List.of(new Code.Names(outermost), new Code.Text(".class.desiredAssertionStatus()")));
    Stmt.Block body =
        lines.block(
            () -> {
              Expr test = Negation.of(value(s.test(), "condition", false));
              Stmt.Block fail = lines.block(() -> fail(s.message()));
              write(new Stmt.If(test, fail, Stmt.Block.EMPTY, s.origin()));
            });
    return write(new Stmt.If(opaque(enabled, Type.BOOLEAN), body, Stmt.Block.EMPTY, s.origin()));
  }

  private void fail(Optional<Expr> message) {
    Type.ClassType error =
        new Type.ClassType("java.lang", List.of("AssertionError"), List.of(), true);
    List<Code.Part> parts = new ArrayList<>();
    parts.add(new Code.Text("new "));
    parts.add(new Code.Names(error));
    parts.add(new Code.Text("("));
    message.ifPresent(
        m -> parts.add(new Code.Reads(lines.save(value(m, "message", false), "message").var())));
    parts.add(new Code.Text(")"));
    write(new Stmt.Throw(opaque(new Code(parts), error), lines.origin()));
  }

  private Expr opaque(Code code, Type type) {
    return new Expr.Opaque(code, type, ErrorId.ACTIVE_ESCAPES.id(), lines.origin());
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    return write(s);
  }

  @Override
  public Void visit(Stmt.Surgery s) {
    return write(s);
  }

  @Override
  public Void visit(Stmt.Checkpoint s) {
    return write(s);
  }

  @Override
  public Void visit(Stmt.Comment s) {
    return write(s);
  }

  @Override
  public Void visit(Stmt.ForEach s) {
    throw new IllegalStateException("ForEachLoops comes first");
  }

  @Override
  public Void visit(Stmt.OldSwitch s) {
    throw new IllegalStateException("OldSwitches comes first");
  }

  @Override
  public Void visit(Stmt.Yield s) {
    YieldTarget target = yields.pop();
    // The value belongs outside the switch expression: a yield in it is not one of these.
    target.yield(s.value(), lines);
    yields.push(target);
    return null;
  }
}
