package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A loop over an {@code int} index that only the loop itself changes, by a constant step, up or
 * down to a bound: {@code for (int i = start; i < bound; i += step)}. Such a loop can be run
 * backward by its index.
 *
 * @param index the loop's variable
 * @param start its first value, stable
 * @param bound what it is compared with: {@code n - 1} for {@code i + 1 < n}, {@code n - w.length}
 *     for {@code i + w.length < n}
 * @param inclusive true for {@code <=} and {@code >=}
 * @param step never zero; negative for a descending loop
 * @param length how much is known of the number of iterations
 */
public record CountedLoop(
    Var index, Expr start, Expr bound, boolean inclusive, int step, Length length) {

  /** What is known of the number of iterations of a loop that is not left early. */
  public enum Length {
    /** It follows from the start and the bound, which never change. */
    EXACT,
    /**
     * It follows from the start and the bound, which does not change while the loop runs. Before
     * the backward pass can use the bound, it has to be what it was.
     */
    INVARIANT,
    /** The loop runs backward from the index that it was seen to reach. */
    UNKNOWN
  }

  /** True if the start and the bound tell the number of iterations anywhere. */
  public boolean isExact() {
    return length == Length.EXACT;
  }

  /** The largest step of an index that is looked at. */
  private static final int MAX_STEP = 1_000_000;

  /** The largest offset of an index in a test that is looked at. */
  private static final int MAX_OFFSET = 1_000_000;

  /** A comparison of the index with a bound. */
  private record Test(Expr.Binary.Op op, Offset offset, Expr bound, boolean isWhole) {}

  /** What is added to the index before it is compared: a small number, or what takes its place. */
  private record Offset(int number, Optional<Expr> width) {}

  /**
   * The counted form of a loop, if it has one, and what hinders that its number of rounds is
   * exactly known, if it is not.
   */
  record Counting(Optional<CountedLoop> loop, Optional<Reason> hindrance) {
    static Counting not(Why why, Object... arguments) {
      return new Counting(Optional.empty(), Optional.of(Reason.of(why, arguments)));
    }
  }

  /**
   * The counted form of a loop; an early exit does not prevent it.
   *
   * @param facts the function's assignments
   * @param within the assignments in the loop's body and update
   */
  static Counting of(Stmt.For loop, Assignments facts, Assignments within, Regions regions) {
    Optional<Expr> walked = loop.init().stream().findFirst().flatMap(CountedLoop::iterated);
    if (walked.isPresent()) {
      return Counting.not(Why.NO_ARRAY, walked.get());
    }
    if (loop.init().size() != 1
        || !(loop.init().get(0) instanceof Stmt.Local l)
        || !l.var().type().equals(Type.INT)
        || l.init().isEmpty()) {
      return Counting.not(Why.ODD_START);
    }
    Var index = l.var();
    Expr start = l.init().get();
    int step = loop.update().size() == 1 ? step(loop.update().get(0), index) : 0;
    if (step == 0) {
      return Counting.not(Why.ODD_STEP);
    }
    Optional<Test> found = test(loop.test(), index, step > 0);
    if (found.isEmpty()) {
      return Counting.not(Why.ODD_TEST);
    }
    Optional<Reason> moving = facts.instability(start, regions);
    if (moving.isPresent()) {
      return new Counting(
          Optional.empty(), Optional.of(unsteady("start", Why.START_CHANGES, start, moving.get())));
    }
    if (Mentions.writes(loop.body(), index)) {
      return Counting.not(Why.INDEX_CHANGES, index);
    }
    Test test = found.get();
    boolean inclusive = test.op() == Expr.Binary.Op.LE || test.op() == Expr.Binary.Op.GE;
    Expr bound = moved(test.bound(), test.offset());
    Optional<Reason> inexact = inexact(test, start, facts, loop.test());
    Optional<Reason> changing = inexact.isPresent() ? inexact : changing(bound, facts, regions);
    Length length =
        changing.isEmpty()
            ? Length.EXACT
            : inexact.isEmpty() && within.isStable(bound, regions)
                ? Length.INVARIANT
                : Length.UNKNOWN;
    return new Counting(
        Optional.of(new CountedLoop(index, start, bound, inclusive, step, length)), changing);
  }

  /** What is walked over by an iterator that is declared here. */
  static Optional<Expr> iterated(Stmt declaration) {
    return declaration instanceof Stmt.Local l
            && l.var().type() instanceof Type.ClassType t
            && t.canonicalName().equals("java.util.Iterator")
            && l.init().orElse(null) instanceof Expr.Call c
        ? Optional.ofNullable(c.receiver())
        : Optional.empty();
  }

  private static Optional<Reason> inexact(Test test, Expr start, Assignments facts, Expr whole) {
    if (!test.isWhole()) {
      return Optional.of(Reason.of(Why.SECOND_TEST));
    }
    if (!isInt(test.bound())) {
      return Optional.of(Reason.of(Why.LONG_BOUND, test.bound()));
    }
    return canMove(test, start, facts)
        ? Optional.empty()
        : Optional.of(Reason.of(Why.OFFSET_OVERFLOWS, whole));
  }

  private static Optional<Reason> changing(Expr bound, Assignments facts, Regions regions) {
    return facts
        .instability(bound, regions)
        .map(reason -> unsteady("bound", Why.BOUND_CHANGES, bound, reason));
  }

  /** Why an end of a loop may be another one later. */
  private static Reason unsteady(String end, Why why, Expr e, Reason reason) {
    return reason.why() == Why.IS_CALL ? Reason.of(Why.CALLED, end, e) : Reason.of(why, e, reason);
  }

  /**
   * The comparison in a test that ends the loop: {@code i + 1 < n}, {@code n > i}, and the first
   * part of {@code i < n && more}.
   */
  private static Optional<Test> test(Expr e, Var index, boolean up) {
    if (!(e instanceof Expr.Binary b)) {
      return Optional.empty();
    }
    if (b.op() == Expr.Binary.Op.AND) {
      Optional<Test> first = test(b.left(), index, up);
      first = first.isPresent() ? first : test(b.right(), index, up);
      return first.map(t -> new Test(t.op(), t.offset(), t.bound(), false));
    }
    Optional<Offset> left = offset(b.left(), index);
    Optional<Offset> right = offset(b.right(), index);
    if (left.isPresent() == right.isPresent()) {
      return Optional.empty();
    }
    Expr.Binary.Op op = left.isPresent() ? b.op() : mirrored(b.op());
    boolean ends =
        up
            ? op == Expr.Binary.Op.LT || op == Expr.Binary.Op.LE
            : op == Expr.Binary.Op.GT || op == Expr.Binary.Op.GE;
    return !ends
        ? Optional.empty()
        : Optional.of(
            left.isPresent()
                ? new Test(op, left.get(), b.right(), true)
                : new Test(op, right.get(), b.left(), true));
  }

  /** {@code c} for {@code i + c}, {@code c + i} and {@code i - -c}. */
  private static Optional<Offset> offset(Expr e, Var index) {
    if (e instanceof Expr.Read r) {
      return r.var().equals(index) ? Optional.of(offset(0)) : Optional.empty();
    }
    if (!(e instanceof Expr.Binary b) || !b.type().equals(Type.INT)) {
      return Optional.empty();
    }
    boolean adds = b.op() == Expr.Binary.Op.ADD;
    boolean onLeft = b.left() instanceof Expr.Read r && r.var().equals(index);
    boolean onRight = b.right() instanceof Expr.Read r && r.var().equals(index);
    boolean isOffset = adds ? onLeft != onRight : onLeft && b.op() == Expr.Binary.Op.SUB;
    Expr by = onLeft ? b.right() : b.left();
    OptionalInt number = Signs.value(by);
    if (!isOffset || number.isPresent() && Math.abs(number.getAsInt()) > MAX_OFFSET) {
      return Optional.empty();
    }
    if (number.isPresent()) {
      return Optional.of(offset(adds ? number.getAsInt() : -number.getAsInt()));
    }
    boolean isWidth = adds && !Mentions.reads(new Stmt.Evaluate(by, Origin.NONE), index);
    return isWidth ? Optional.of(new Offset(0, Optional.of(by))) : Optional.empty();
  }

  private static Offset offset(int number) {
    return new Offset(number, Optional.empty());
  }

  private static Expr.Binary.Op mirrored(Expr.Binary.Op op) {
    return switch (op) {
      case LT -> Expr.Binary.Op.GT;
      case LE -> Expr.Binary.Op.GE;
      case GT -> Expr.Binary.Op.LT;
      case GE -> Expr.Binary.Op.LE;
      default -> op;
    };
  }

  /**
   * True if {@code i + c < n} may be read as {@code i < n - c}. Neither side may overflow: {@code n
   * - c} does not where {@code n} is not negative and {@code c} is small, and {@code i + c} does
   * not where {@code i} starts from a small literal and stops at {@code n - c}. The same holds of
   * any {@code c} that is not negative where {@code i} starts from 0. (A loop that goes beyond does
   * so after 2^31 iterations or by a step over the largest int, which no loop over {@code i < n} is
   * protected from either.)
   */
  private static boolean canMove(Test test, Expr start, Assignments facts) {
    OptionalInt first = Signs.value(start);
    Signs signs = new Signs(facts);
    boolean isFarFromLimits =
        signs.isNonNegative(test.bound()) || Signs.value(test.bound()).isPresent();
    Optional<Expr> width = test.offset().width();
    if (width.isPresent()) {
      boolean isFromZero = first.isPresent() && first.getAsInt() == 0;
      return isFromZero && signs.isNonNegative(width.get()) && isFarFromLimits;
    }
    int number = test.offset().number();
    boolean isSmallStart = Math.abs(first.orElse(Integer.MAX_VALUE)) <= MAX_OFFSET;
    return number == 0 || number > 0 && isSmallStart && isFarFromLimits;
  }

  /** The bound without what is added to the index. */
  private static Expr moved(Expr bound, Offset offset) {
    if (offset.width().isPresent()) {
      return difference(bound, offset.width().get());
    }
    int by = -offset.number();
    if (by == 0) {
      return bound;
    }
    OptionalInt known = Signs.value(bound);
    if (known.isPresent()) {
      int sum = known.getAsInt() + by;
      Expr.Literal size = new Expr.Literal(Type.INT, Integer.toString(Math.abs(sum)));
      return sum < 0 ? new Expr.Unary(Expr.Unary.Op.MINUS, size, Type.INT) : size;
    }
    Expr.Literal size = new Expr.Literal(Type.INT, Integer.toString(Math.abs(by)));
    return by < 0
        ? difference(bound, size)
        : new Expr.Binary(Expr.Binary.Op.ADD, bound, size, Type.promote(bound.type(), Type.INT));
  }

  private static Expr difference(Expr left, Expr right) {
    Type type = Type.promote(left.type(), right.type());
    return new Expr.Binary(Expr.Binary.Op.SUB, left, right, type);
  }

  /** A bound of a wider type than int could hold a count that no int index reaches. */
  private static boolean isInt(Expr bound) {
    return bound.type().isIntegral() && !bound.type().equals(Type.LONG);
  }

  private static int step(Stmt update, Var index) {
    Optional<Expr.Binary> next = next(update, index);
    int size = next.map(b -> Signs.value(b.right()).orElse(0)).orElse(0);
    if (size <= 0 || size > MAX_STEP) {
      return 0;
    }
    return switch (next.get().op()) {
      case ADD -> size;
      case SUB -> -size;
      default -> 0;
    };
  }

  /** What a statement makes of a variable by an operator: {@code i + 2} in {@code i += 2}. */
  public static Optional<Expr.Binary> next(Stmt update, Var index) {
    return update instanceof Stmt.Assign a
            && a.target() instanceof Place.Variable v
            && v.var().equals(index)
            && a.value() instanceof Expr.Binary b
            && b.left() instanceof Expr.Read r
            && r.var().equals(index)
        ? Optional.of(b)
        : Optional.empty();
  }
}
