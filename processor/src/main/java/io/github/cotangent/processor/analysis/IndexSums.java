package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Integers at the two places that {@link IndexComparison} compares, as sums of what is not looked
 * into further, and the bounds that types and loops set them.
 */
final class IndexSums {

  /** At which of the places. */
  enum Side {
    BOTH,
    READ,
    WRITTEN
  }

  /** An integer that is not looked into, at one of the places. */
  record Unknown(Expr e, Side side) {}

  /** The smallest and the largest value. */
  record Range(long low, long high) {
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

  /**
   * The integers of one function.
   *
   * @param same the number of loops, outermost first, whose rounds are the same at both places
   */
  IndexSums(LoopNests nests, Assignments assignments, Regions regions, int same) {
    this.nests = nests;
    this.assignments = assignments;
    this.regions = regions;
    this.same = same;
  }

  /** An expression as a sum; overflow aside, as it is only asked modulo 2^32. */
  Optional<Linear> linear(Expr e, Side side) {
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

  /** The loop whose index it is, if it is one. */
  Optional<LoopNests.Loop> loop(Unknown u) {
    return u.e() instanceof Expr.Read r ? nests.loop(r.var()) : Optional.empty();
  }

  /** Of the indices in a sum, that of the innermost loop. */
  Optional<Unknown> innermost(Linear sum) {
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

  /** The least or greatest value of a loop's index in the loop's body, by its start or its end. */
  Optional<Linear> bound(Unknown index, CountedLoop loop, boolean least) {
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
  Optional<Linear> exact(Expr e, Side side) {
    return linear(e, side).filter(x -> range(x).isInt());
  }

  /** The bounds of a sum, each of its unknowns taken by itself. */
  Range range(Linear sum) {
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
