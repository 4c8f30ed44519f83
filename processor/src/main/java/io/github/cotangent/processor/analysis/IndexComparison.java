package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The values of integers at two places in a function: at a read, and at an assignment that follows
 * it in time. Outside of some loop both are in the same rounds of the same loops; what is declared
 * there is the same for both. All else has two values, of which each loop tells the bounds.
 *
 * <p>A sum is shown to be positive by putting the bounds of loops in the place of their indices,
 * the innermost first, until only a number is left: for {@code i - k}, where {@code i} starts from
 * {@code k + 1}, that is 1. Of what was tested on the way, {@code if (i != j)}, what is not
 * negative may be taken off before.
 */
final class IndexComparison {

  /** As many as are tried, alone and in twos. */
  private static final int MAX_NATURALS = 8;

  /** At which of the places. */
  private enum Side {
    BOTH,
    READ,
    WRITTEN
  }

  /** An integer that is not looked into, at one of the places. */
  private record Unknown(Expr e, Side side) {}

  /** The smallest and the largest value. */
  private record Range(long low, long high) {
    static final Range INT = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

    boolean isInt() {
      return low >= Integer.MIN_VALUE && high <= Integer.MAX_VALUE;
    }

    /**
     * True if a sum that overflows is negative: then it is no index, and what is a valid index has
     * not overflowed.
     */
    boolean isExactIndex() {
      return low >= Integer.MIN_VALUE && high < 1L << 32;
    }
  }

  private final LoopNests nests;
  private final Assignments assignments;
  private final Regions regions;
  private final int same;
  private final boolean earlier;

  /** Sums that are not negative, by what was tested on the way. */
  private final List<Linear> naturals = new ArrayList<>();

  private IndexComparison(
      LoopNests nests, Assignments assignments, Regions regions, int same, boolean earlier) {
    this.nests = nests;
    this.assignments = assignments;
    this.regions = regions;
    this.same = same;
    this.earlier = earlier;
  }

  /**
   * Two places.
   *
   * @param same the number of loops, outermost first, whose rounds are the same
   * @param earlier true if the read is in an earlier round of the next loop
   */
  static IndexComparison of(
      LoopNests nests,
      Assignments assignments,
      Regions regions,
      LoopNests.Position read,
      LoopNests.Position written,
      int same,
      boolean earlier) {
    IndexComparison comparison = new IndexComparison(nests, assignments, regions, same, earlier);
    read.conditions().forEach(c -> comparison.learn(c.test(), c.holds(), Side.READ));
    written.conditions().forEach(c -> comparison.learn(c.test(), c.holds(), Side.WRITTEN));
    return comparison;
  }

  /** One place, at one time. */
  static IndexComparison same(
      LoopNests nests, Assignments assignments, Regions regions, LoopNests.Position at) {
    return of(nests, assignments, regions, at, at, Integer.MAX_VALUE, false);
  }

  /** Takes a condition for granted, as far as it compares sums. */
  private void learn(Expr test, boolean holds, Side side) {
    if (test instanceof Expr.Unary u && u.op() == Expr.Unary.Op.NOT) {
      learn(u.operand(), !holds, side);
    }
    if (!(test instanceof Expr.Binary b)) {
      return;
    }
    if (b.op() == (holds ? Expr.Binary.Op.AND : Expr.Binary.Op.OR)) {
      learn(b.left(), holds, side);
      learn(b.right(), holds, side);
      return;
    }
    Optional<Linear> left = exact(b.left(), side);
    Optional<Linear> right = exact(b.right(), side);
    if (left.isPresent() && right.isPresent()) {
      Linear difference = left.get().plus(right.get(), -1);
      switch (b.op()) {
        case LT -> learn(holds ? below(difference) : difference);
        case GE -> learn(holds ? difference : below(difference));
        case GT -> learn(holds ? below(difference.times(-1)) : difference.times(-1));
        case LE -> learn(holds ? difference.times(-1) : below(difference.times(-1)));
        case EQ -> learnEqual(difference, holds);
        case NE -> learnEqual(difference, !holds);
        default -> {}
      }
    }
  }

  /** What is not negative if a sum is negative. */
  private static Linear below(Linear sum) {
    return sum.plus(Linear.of(1), 1).times(-1);
  }

  /** A sum is zero; or it is not, and the rest tells on which side of zero it is. */
  private void learnEqual(Linear sum, boolean isZero) {
    if (isZero) {
      learn(sum);
      learn(sum.times(-1));
    } else if (isPositive(sum.plus(Linear.of(1), 1), false)) {
      learn(sum.plus(Linear.of(-1), 1));
    } else if (isPositive(sum.times(-1).plus(Linear.of(1), 1), false)) {
      learn(sum.times(-1).plus(Linear.of(-1), 1));
    }
  }

  private void learn(Linear natural) {
    if (naturals.size() < MAX_NATURALS) {
      naturals.add(natural);
    }
  }

  /** True if an index at the read is surely another than one at the assignment. */
  boolean differ(Expr atRead, Expr atWritten) {
    Optional<Linear> left = linear(atRead, Side.READ).filter(this::isExactIndex);
    Optional<Linear> right = linear(atWritten, Side.WRITTEN).filter(this::isExactIndex);
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    Linear difference = right.get().plus(left.get(), -1);
    return difference.isIndivisible()
        || isSurelyPositive(difference)
        || isSurelyPositive(difference.times(-1));
  }

  /** True if a sum is surely at least 1, or these places are not come to like this. */
  private boolean isSurelyPositive(Linear sum) {
    if (isPositive(sum, false)) {
      return true;
    }
    for (int i = 0; i < naturals.size(); i++) {
      Linear less = sum.plus(naturals.get(i), -1);
      if (isPositive(less, false)) {
        return true;
      }
      for (int j = 0; j < i; j++) {
        if (isPositive(less.plus(naturals.get(j), -1), false)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isExactIndex(Linear e) {
    return range(e).isExactIndex();
  }

  /** An expression as a sum; overflow aside, as it is only asked modulo 2^32. */
  private Optional<Linear> linear(Expr e, Side side) {
    return formula(e, side).filter(Linear::isSmall);
  }

  private Optional<Linear> formula(Expr e, Side side) {
    OptionalInt number = Signs.value(e);
    if (number.isPresent()) {
      return Optional.of(Linear.of(number.getAsInt()));
    }
    if (!e.type().equals(Type.INT)) {
      return Optional.empty();
    }
    if (e instanceof Expr.Unary u && u.op() == Expr.Unary.Op.MINUS) {
      return linear(u.operand(), side).map(x -> x.times(-1));
    }
    if (e instanceof Expr.Binary b) {
      Optional<Linear> sum = sum(b, side);
      return sum.isPresent() ? sum : unknown(e, side);
    }
    if (e instanceof Expr.Read r) {
      Stmt.Local declaration = assignments.declaration(r.var());
      boolean hasFormula =
          declaration != null
              && nests.loop(r.var()).isEmpty()
              && assignments.isSingle(r.var())
              && assignments.isStable(declaration.init().get(), regions);
      Optional<Linear> value =
          hasFormula ? linear(declaration.init().get(), side) : Optional.empty();
      return value.isPresent() ? value : unknown(e, side);
    }
    return unknown(e, side);
  }

  private Optional<Linear> sum(Expr.Binary b, Side side) {
    boolean isSum =
        switch (b.op()) {
          case ADD, SUB, MUL -> true;
          default -> false;
        };
    Optional<Linear> left = isSum ? linear(b.left(), side) : Optional.empty();
    Optional<Linear> right = left.isPresent() ? linear(b.right(), side) : Optional.empty();
    if (right.isEmpty()) {
      return Optional.empty();
    }
    Linear l = left.get();
    Linear r = right.get();
    return switch (b.op()) {
      case ADD -> Optional.of(l.plus(r, 1));
      case SUB -> Optional.of(l.plus(r, -1));
      default ->
          l.factors().isEmpty()
              ? Optional.of(r.times(l.constant()))
              : r.factors().isEmpty() ? Optional.of(l.times(r.constant())) : Optional.empty();
    };
  }

  /** What stays the same where its variables are in scope, and is not looked into. */
  private Optional<Linear> unknown(Expr e, Side side) {
    Optional<Integer> depth = nests.depth(e);
    return depth.isPresent() && assignments.isStable(e, regions)
        ? Optional.of(Linear.unknown(new Unknown(e, depth.get() <= same ? Side.BOTH : side)))
        : Optional.empty();
  }

  private Optional<LoopNests.Loop> loop(Unknown u) {
    return u.e() instanceof Expr.Read r ? nests.loop(r.var()) : Optional.empty();
  }

  /**
   * True if a sum is surely at least 1.
   *
   * @param isOrdered true if the order of rounds has been made use of
   */
  private boolean isPositive(Linear sum, boolean isOrdered) {
    Optional<Unknown> innermost = innermost(sum);
    if (innermost.isEmpty()) {
      return range(sum).low() >= 1;
    }
    Unknown index = innermost.get();
    LoopNests.Loop loop = loop(index).orElseThrow();
    if (earlier && !isOrdered && loop.depth() == same) {
      for (Side side : List.of(Side.READ, Side.WRITTEN)) {
        Unknown one = new Unknown(index.e(), side);
        Optional<Linear> bound = ordered(one, loop.counted().orElseThrow(), sum);
        if (bound.isPresent() && isPositive(sum.with(one, bound.get()), true)) {
          return true;
        }
      }
    }
    Optional<Linear> bound = bound(index, loop.counted().orElseThrow(), isLow(sum, index));
    return bound.isPresent() && isPositive(sum.with(index, bound.get()), isOrdered);
  }

  /** True if the sum is smallest where the unknown is. */
  private static boolean isLow(Linear sum, Unknown u) {
    return sum.factors().get(u) > 0;
  }

  private Optional<Unknown> innermost(Linear sum) {
    Unknown found = null;
    for (Object x : sum.factors().keySet()) {
      Unknown u = (Unknown) x;
      if (loop(u).isPresent()
          && (found == null || loop(u).get().depth() > loop(found).get().depth())) {
        found = u;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The bound of a loop's index at one place that follows from its value at the other. */
  private Optional<Linear> ordered(Unknown index, CountedLoop loop, Linear sum) {
    if (!sum.factors().containsKey(index)) {
      return Optional.empty();
    }
    boolean isRead = index.side() == Side.READ;
    boolean isBelow = isRead == loop.step() > 0;
    if (isBelow == isLow(sum, index)) {
      return Optional.empty();
    }
    Unknown other = new Unknown(index.e(), isRead ? Side.WRITTEN : Side.READ);
    return Optional.of(
        Linear.unknown(other).plus(Linear.of(isRead ? -loop.step() : loop.step()), 1));
  }

  /** The least or greatest value of a loop's index in the loop's body, by its start or its end. */
  private Optional<Linear> bound(Unknown index, CountedLoop loop, boolean least) {
    boolean isStart = least == loop.step() > 0;
    if (isStart) {
      return exact(loop.start(), index.side());
    }
    int beyond = loop.inclusive() ? 0 : loop.step() > 0 ? -1 : 1;
    return loop.isExact()
        ? exact(loop.bound(), index.side()).map(b -> b.plus(Linear.of(beyond), 1))
        : Optional.empty();
  }

  /** A sum that does not overflow. */
  private Optional<Linear> exact(Expr e, Side side) {
    return linear(e, side).filter(x -> range(x).isInt());
  }

  private Range range(Linear sum) {
    long low = sum.constant();
    long high = sum.constant();
    for (Object x : sum.factors().keySet()) {
      Range range = range((Unknown) x);
      long factor = sum.factors().get(x);
      low += factor * (factor > 0 ? range.low() : range.high());
      high += factor * (factor > 0 ? range.high() : range.low());
    }
    return new Range(low, high);
  }

  private Range range(Unknown u) {
    Optional<CountedLoop> loop = loop(u).flatMap(LoopNests.Loop::counted);
    if (loop.isPresent()) {
      long low = bound(u, loop.get(), true).map(x -> range(x).low()).orElse(Range.INT.low());
      long high = bound(u, loop.get(), false).map(x -> range(x).high()).orElse(Range.INT.high());
      return new Range(low, high);
    }
    boolean isNatural = new Signs(assignments).isNonNegative(u.e());
    return new Range(isNatural ? 0 : Range.INT.low(), greatest(u.e()));
  }

  private static long greatest(Expr e) {
    boolean isQuotient = e instanceof Expr.Binary b && b.op() == Expr.Binary.Op.DIV;
    int divisor = isQuotient ? Signs.value(((Expr.Binary) e).right()).orElse(1) : 1;
    return divisor > 0 ? Integer.MAX_VALUE / divisor : Integer.MAX_VALUE;
  }
}
