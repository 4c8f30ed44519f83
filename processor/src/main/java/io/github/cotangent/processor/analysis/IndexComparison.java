package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.analysis.IndexSums.Side;
import io.github.cotangent.processor.analysis.IndexSums.Unknown;
import io.github.cotangent.processor.ir.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private final IndexSums sums;
  private final int same;
  private final boolean earlier;

  /** Sums that are not negative, by what was tested on the way. */
  private final List<Linear> naturals = new ArrayList<>();

  private IndexComparison(IndexSums sums, int same, boolean earlier) {
    this.sums = sums;
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
    IndexComparison comparison =
        new IndexComparison(new IndexSums(nests, assignments, regions, same), same, earlier);
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
    Optional<Linear> left = sums.exact(b.left(), side);
    Optional<Linear> right = sums.exact(b.right(), side);
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
    Optional<Linear> left = sums.linear(atRead, Side.READ).filter(this::isExactIndex);
    Optional<Linear> right = sums.linear(atWritten, Side.WRITTEN).filter(this::isExactIndex);
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
    return sums.range(e).isExactIndex();
  }

  /**
   * True if a sum is surely at least 1.
   *
   * @param isOrdered true if the order of rounds has been made use of
   */
  private boolean isPositive(Linear sum, boolean isOrdered) {
    Optional<Unknown> innermost = sums.innermost(sum);
    if (innermost.isEmpty()) {
      return sums.range(sum).low() >= 1;
    }
    Unknown index = innermost.get();
    LoopNests.Loop loop = sums.loop(index).orElseThrow();
    if (earlier && !isOrdered && loop.depth() == same) {
      for (Side side : List.of(Side.READ, Side.WRITTEN)) {
        Unknown one = new Unknown(index.e(), side);
        Optional<Linear> bound = ordered(one, loop.counted().orElseThrow(), sum);
        if (bound.isPresent() && isPositive(sum.with(one, bound.get()), true)) {
          return true;
        }
      }
    }
    Optional<Linear> bound = sums.bound(index, loop.counted().orElseThrow(), isLow(sum, index));
    return bound.isPresent() && isPositive(sum.with(index, bound.get()), isOrdered);
  }

  /** True if the sum is smallest where the unknown is. */
  private static boolean isLow(Linear sum, Unknown u) {
    return sum.factors().get(u) > 0;
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
}
