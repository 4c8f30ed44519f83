package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.analysis.Signs;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.OptionalInt;

/**
 * The arithmetic of counted loops: how many slots they need, which slot an iteration uses, and the
 * header that runs them backward.
 */
final class LoopBounds {

  /** Starts up to this one index the slots directly: a few unused slots for a simpler index. */
  private static final int SMALL_START = 4;

  private final Signs signs;

  LoopBounds(Signs signs) {
    this.signs = signs;
  }

  /** The number of slots that a value recorded once per iteration needs; never negative. */
  Expr size(CountedLoop loop) {
    if (isDirect(loop)) {
      Expr top = loop.step() > 0 ? loop.bound() : loop.start();
      boolean oneMore = loop.step() < 0 || loop.inclusive();
      return atLeastZero(oneMore ? plus(top, 1) : top);
    }
    return trips(loop);
  }

  /** The number of iterations; never negative. */
  Expr trips(CountedLoop loop) {
    return atLeastZero(
        loop.step() > 0
            ? count(loop, loop.bound(), loop.start())
            : count(loop, loop.start(), loop.bound()));
  }

  /** The index when some iterations have run. */
  Expr indexAt(CountedLoop loop, Expr trips) {
    int size = Math.abs(loop.step());
    Expr distance = size == 1 ? trips : Make.binary(Expr.Binary.Op.MUL, trips, Make.literal(size));
    if (loop.step() < 0) {
      return Make.subtract(loop.start(), distance);
    }
    return isZero(loop.start()) ? distance : Make.add(loop.start(), distance);
  }

  /**
   * True if a size has a value also where its loop is never reached, and can be asked for ahead: it
   * reads no element, {@code m[0].length} of a matrix without rows, and divides by numbers only.
   */
  static boolean existsAhead(Expr size) {
    return !new Search() {
      @Override
      public Void visit(Expr.Element e) {
        return found();
      }

      @Override
      public Void visit(Expr.Binary e) {
        boolean divides = e.op() == Expr.Binary.Op.DIV || e.op() == Expr.Binary.Op.REM;
        foundIf(divides && value(e.right()).orElse(0) == 0);
        return super.visit(e);
      }
    }.in(size);
  }

  private static Expr count(CountedLoop loop, Expr high, Expr low) {
    Expr distance = isZero(low) ? high : Make.subtract(high, low);
    int step = Math.abs(loop.step());
    if (step == 1) {
      return loop.inclusive() ? plus(distance, 1) : distance;
    }
    // The way to the last round: a step more could be more than an int holds.
    Expr last = loop.inclusive() ? distance : plus(distance, -1);
    return plus(Make.call(Make.MATH, "floorDiv", Type.INT, last, Make.literal(step)), 1);
  }

  /**
   * A size that is never negative. What is known not to be needs no test, nor does it with
   * something added: if that overflows, the loop that goes up to it does not end.
   */
  private Expr atLeastZero(Expr e) {
    Expr base =
        e instanceof Expr.Binary b
                && b.op() == Expr.Binary.Op.ADD
                && value(b.right()).orElse(-1) >= 0
            ? b.left()
            : e;
    return signs.isNonNegative(base)
        ? e
        : Make.call(Make.MATH, "max", Type.INT, e, Make.literal(0));
  }

  /** The slot of the current iteration. */
  Expr position(CountedLoop loop) {
    Expr index = Make.read(loop.index());
    if (isDirect(loop)) {
      return index;
    }
    Expr distance =
        loop.step() > 0
            ? isZero(loop.start()) ? index : Make.subtract(index, loop.start())
            : Make.subtract(loop.start(), index);
    int step = Math.abs(loop.step());
    return step == 1 ? distance : Make.binary(Expr.Binary.Op.DIV, distance, Make.literal(step));
  }

  /** True if the index itself serves as the slot. */
  private static boolean isDirect(CountedLoop loop) {
    if (loop.step() == 1) {
      int start = value(loop.start()).orElse(-1);
      return start >= 0 && start <= SMALL_START;
    }
    int last = value(loop.bound()).orElse(-2) + (loop.inclusive() ? 0 : 1);
    return loop.step() == -1 && last >= 0 && last <= SMALL_START;
  }

  /** The loop run backward from its last iteration. */
  Stmt reversed(CountedLoop loop, Stmt.Block body, Origin origin) {
    return reversed(loop, last(loop), body, origin);
  }

  /** The loop run backward from a given index. */
  Stmt reversed(CountedLoop loop, Expr from, Stmt.Block body, Origin origin) {
    Var i = loop.index();
    boolean down = loop.step() > 0;
    Expr test = down ? Make.binary(Expr.Binary.Op.GE, Make.read(i), loop.start()) : upTo(loop);
    Stmt step =
        new Stmt.Assign(
            new Place.Variable(i),
            Make.binary(
                down ? Expr.Binary.Op.SUB : Expr.Binary.Op.ADD,
                Make.read(i),
                Make.literal(Math.abs(loop.step()))),
            true,
            origin);
    return new Stmt.For(List.of(Make.local(i, from)), test, List.of(step), body, origin);
  }

  /** {@code i < n} for a loop that came down from {@code n - 1}, where that cannot overflow. */
  private Expr upTo(CountedLoop loop) {
    Expr start = loop.start();
    boolean isBelow =
        start instanceof Expr.Binary b
            && b.op() == Expr.Binary.Op.SUB
            && value(b.right()).orElse(0) == 1
            && signs.isNonNegative(b.left());
    Expr.Binary.Op op = isBelow ? Expr.Binary.Op.LT : Expr.Binary.Op.LE;
    return Make.binary(op, Make.read(loop.index()), isBelow ? plus(start, 1) : start);
  }

  /** The index of the last iteration; one step before the start if there is none. */
  private static Expr last(CountedLoop loop) {
    int step = Math.abs(loop.step());
    boolean up = loop.step() > 0;
    Expr end = loop.inclusive() ? loop.bound() : plus(loop.bound(), up ? -1 : 1);
    if (step == 1) {
      return end;
    }
    Expr distance = up ? minus(end, loop.start()) : minus(loop.start(), end);
    Expr whole =
        Make.binary(
            Expr.Binary.Op.MUL,
            Make.call(Make.MATH, "floorDiv", Type.INT, distance, Make.literal(step)),
            Make.literal(step));
    if (!up) {
      return Make.subtract(loop.start(), whole);
    }
    return isZero(loop.start()) ? whole : Make.add(loop.start(), whole);
  }

  /** The index before the first iteration: what a loop that never ran has reached. */
  Expr beforeStart(CountedLoop loop) {
    return plus(loop.start(), -loop.step());
  }

  private static Expr minus(Expr a, Expr b) {
    return isZero(b) ? a : Make.subtract(a, b);
  }

  /** A sum with a number, which joins one that is there already. */
  static Expr plus(Expr e, int amount) {
    OptionalInt known = value(e);
    if (known.isPresent() && Math.abs(known.getAsInt()) < 1_000_000) {
      return Make.literal(known.getAsInt() + amount);
    }
    if (e instanceof Expr.Binary b
        && (b.op() == Expr.Binary.Op.ADD || b.op() == Expr.Binary.Op.SUB)
        && value(b.right()).isPresent()) {
      int by =
          b.op() == Expr.Binary.Op.ADD ? value(b.right()).getAsInt() : -value(b.right()).getAsInt();
      if (Math.abs((long) by) < 1_000_000) {
        return by + amount == 0 ? b.left() : offset(b.left(), by + amount);
      }
    }
    return offset(e, amount);
  }

  private static Expr offset(Expr e, int amount) {
    return amount < 0 ? Make.subtract(e, Make.literal(-amount)) : Make.add(e, Make.literal(amount));
  }

  private static boolean isZero(Expr e) {
    return value(e).orElse(-1) == 0;
  }

  private static OptionalInt value(Expr e) {
    return Signs.value(e);
  }
}
