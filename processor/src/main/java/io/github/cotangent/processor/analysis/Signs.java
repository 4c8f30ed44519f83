package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Which integers are never negative, as far as the program's text tells: lengths, what is counted
 * up from zero, variables that hold such a value. Sums are left out, because they may overflow.
 */
public final class Signs {

  private static final Pattern SHORT_DECIMAL = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final Assignments assignments;

  /** The signs of the expressions of a function with these assignments. */
  public Signs(Assignments assignments) {
    this.assignments = assignments;
  }

  /** True if the integer is surely at least zero. */
  public boolean isNonNegative(Expr e) {
    if (e instanceof Expr.Length) {
      return true;
    }
    if (value(e).isPresent()) {
      return value(e).getAsInt() >= 0;
    }
    if (e instanceof Expr.Read r) {
      return isNonNegative(r.var());
    }
    if (e instanceof Expr.Binary b && b.op() == Expr.Binary.Op.DIV) {
      return isNonNegative(b.left()) && value(b.right()).orElse(0) > 0;
    }
    if (e instanceof Expr.Conditional c) {
      return isNonNegative(c.ifTrue()) && isNonNegative(c.ifFalse());
    }
    return e instanceof Expr.Binary b
        && b.op() == Expr.Binary.Op.SUB
        && isBelow(b.left(), b.right());
  }

  private boolean isNonNegative(Var v) {
    Optional<CountedLoop> loop = assignments.countedIndex(v);
    if (loop.isPresent()) {
      return loop.get().step() > 0
          ? isNonNegative(loop.get().start())
          : loop.get().length() != CountedLoop.Length.UNKNOWN && isNonNegative(loop.get().bound());
    }
    Stmt.Local declaration = assignments.declaration(v);
    return declaration != null
        && v.type().equals(Type.INT)
        && assignments.isSingle(v)
        && isNonNegative(declaration.init().orElseThrow());
  }

  /** True for {@code n - i} and {@code n - (i + 1)} where {@code i} is counted below {@code n}. */
  private boolean isBelow(Expr high, Expr low) {
    Expr index = low;
    if (low instanceof Expr.Binary b
        && b.op() == Expr.Binary.Op.ADD
        && value(b.right()).orElse(0) == 1) {
      index = b.left();
    }
    if (!(index instanceof Expr.Read r)) {
      return false;
    }
    Optional<CountedLoop> loop = assignments.countedIndex(r.var());
    return loop.isPresent()
        && loop.get().isExact()
        && loop.get().step() > 0
        && !loop.get().inclusive()
        && loop.get().bound().equals(high)
        && isNonNegative(loop.get().start());
  }

  /** The value of a decimal int literal, or of a negated one. */
  public static OptionalInt value(Expr e) {
    if (e instanceof Expr.Literal l
        && l.type().equals(Type.INT)
        && SHORT_DECIMAL.matcher(l.text()).matches()) {
      return OptionalInt.of(Integer.parseInt(l.text()));
    }
    if (e instanceof Expr.Unary u && u.op() == Expr.Unary.Op.MINUS) {
      OptionalInt inner = value(u.operand());
      return inner.isPresent() ? OptionalInt.of(-inner.getAsInt()) : inner;
    }
    return OptionalInt.empty();
  }
}
