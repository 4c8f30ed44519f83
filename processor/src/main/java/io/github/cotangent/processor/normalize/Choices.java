package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns expressions that choose into statements that do: {@code ?:}, {@code &&}, {@code ||} and
 * switch expressions. An operand that Java does not evaluate is not evaluated after either.
 *
 * <p>Before: {@code double y = x > 0 ? f(x) : 0;}. After: {@code double y; if (x > 0) y = f(x);
 * else y = 0;}
 */
final class Choices {

  private final Lowering lowering;
  private final Lines lines;

  Choices(Lowering lowering, Lines lines) {
    this.lowering = lowering;
    this.lines = lines;
  }

  /** The value of {@code e} in a new variable. */
  Expr inVariable(Expr e, String part, boolean strict) {
    Temporaries temporaries = lines.temporaries();
    Var v = splits(e, strict) ? temporaries.chosen(e, part) : temporaries.holding(e, part);
    declare(v, e, strict);
    return new Expr.Read(v);
  }

  /** Declares {@code v} with the value of {@code e}. */
  void declare(Var v, Expr e, boolean strict) {
    if (e instanceof Expr.Binary b
        && b.op().isShortCircuit()
        && !Nesting.canStay(b.right(), strict)) {
      shortCircuit(v, b, strict);
    } else if (splits(e, strict)) {
      List<Stmt> written =
          lines.collect(() -> deliver(e, strict, v.type(), leaf -> assign(v, leaf, strict)));
      int last = written.size() - 1;
      written.subList(0, last).forEach(lines::add);
      lines.add(new Stmt.Local(v, Optional.empty(), lines.origin()));
      lines.add(written.get(last));
    } else if (e instanceof Expr.Stepping s && !s.prefix()) {
      lowering.assignments().step(s, old -> lines.declare(v, old));
    } else {
      lines.declare(v, lowering.expressions().whole(e, strict, true));
    }
  }

  /** {@code v = left; if (v) v = right;} and for {@code ||}: {@code if (!v) v = right;}. */
  private void shortCircuit(Var v, Expr.Binary b, boolean strict) {
    declare(v, b.left(), strict);
    lowering.assignedSometimes(Effects.of(List.of(b.right())).written());
    Expr read = new Expr.Read(v);
    Expr test =
        b.op() == Expr.Binary.Op.AND ? read : new Expr.Unary(Expr.Unary.Op.NOT, read, Type.BOOLEAN);
    Stmt.Block then =
        lines.block(
            () -> deliver(b.right(), strict, Type.BOOLEAN, leaf -> assign(v, leaf, strict)));
    lines.add(new Stmt.If(test, then, Stmt.Block.EMPTY, lines.origin()));
  }

  private void assign(Var v, Expr leaf, boolean strict) {
    Expr value = lowering.expressions().whole(leaf, strict, true);
    lines.add(new Stmt.Assign(new Place.Variable(v), value, false, lines.origin()));
  }

  /** True where the expression becomes a statement with the use of its value in each branch. */
  static boolean splits(Expr e, boolean strict) {
    if (e instanceof Expr.Conditional c) {
      return c.type().isDifferentiable()
          || !Nesting.canStay(List.of(c.ifTrue(), c.ifFalse()), strict);
    }
    return e instanceof Expr.Choosing;
  }

  /**
   * Uses the value of {@code e}: in each of its branches, where it splits.
   *
   * @param target the type that the value is converted to
   * @param leaf writes the statements that use a value; the expression that it gets is not lowered
   */
  void deliver(Expr e, boolean strict, Type target, Consumer<Expr> leaf) {
    if (!splits(e, strict)) {
      leaf.accept(e);
    } else if (e instanceof Expr.Conditional c) {
      lowering.assignedSometimes(Effects.of(List.of(c.ifTrue(), c.ifFalse())).written());
      Expr test = lowering.expressions().value(c.test(), "condition", false);
      Stmt.Block then = branch(c.ifTrue(), c.type(), strict, target, leaf);
      Stmt.Block otherwise = branch(c.ifFalse(), c.type(), strict, target, leaf);
      lines.add(new Stmt.If(test, then, otherwise, lines.origin()));
    } else {
      choose((Expr.Choosing) e, strict, target, leaf);
    }
  }

  private Stmt.Block branch(Expr e, Type whole, boolean strict, Type target, Consumer<Expr> leaf) {
    Expr converted = Conversions.branch(e, whole, target);
    return lines.block(() -> deliver(converted, strict, target, leaf));
  }

  private void choose(Expr.Choosing e, boolean strict, Type target, Consumer<Expr> leaf) {
    lowering.assignedSometimes(Effects.of(List.of(e)).written());
    Expr selector = lowering.expressions().value(e.selector(), "selector", false);
    YieldTarget yields =
        new YieldTarget(
            lines.temporaries().label("choice"),
            value -> deliver(Conversions.branch(value, e.type(), target), strict, target, leaf));
    List<Stmt.Arm> arms = new ArrayList<>();
    for (Stmt.Arm arm : e.arms()) {
      Stmt.Block body = lowering.statements().yielding(arm.body(), yields, isOnlyDefault(e));
      arms.add(new Stmt.Arm(arm.labels(), arm.isDefault(), yields.withoutLastJumps(body)));
    }
    if (arms.stream().noneMatch(Stmt.Arm::isDefault)) {
      arms.add(new Stmt.Arm(List.of(), true, unexpected()));
    }
    Stmt chosen =
        isOnlyDefault(e)
            ? arms.get(0).body().unwrapped()
            : new Stmt.Switch(selector, arms, lines.origin());
    boolean labeled = Completion.hasBreak(chosen, Optional.of(yields.label()));
    lines.add(labeled ? new Stmt.Labeled(yields.label(), chosen, lines.origin()) : chosen);
  }

  /** A switch that decides nothing: its arm is a block. */
  private static boolean isOnlyDefault(Expr.Choosing e) {
    return e.arms().size() == 1 && e.arms().get(0).isDefault();
  }

  /** What an exhaustive switch expression does with a constant that is new since compilation. */
  private Stmt.Block unexpected() {
    Type.ClassType error =
        new Type.ClassType("java.lang", List.of("IncompatibleClassChangeError"), List.of(), true);
    Code code =
        new Code(List.of(new Code.Text("new "), new Code.Names(error), new Code.Text("()")));
    Expr thrown = new Expr.Opaque(code, error, ErrorId.ACTIVE_ESCAPES.id(), lines.origin());
    return lines.block(() -> lines.add(new Stmt.Throw(thrown, lines.origin())));
  }
}
