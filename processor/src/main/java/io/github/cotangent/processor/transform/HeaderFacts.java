package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.analysis.Signs;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the headers of the loops around a place tell there: in the rounds of {@code for (int i = 0;
 * i < x.length; i++)}, {@code x} has an element, and {@code x[i]} is one.
 */
final class HeaderFacts {

  private static final Expr ZERO = Make.literal(0);
  private static final Expr ONE = Make.literal(1);

  private final KnownSizes sizes;
  private final Deque<Header> around = new ArrayDeque<>();

  /**
   * The header of a loop.
   *
   * @param yes what was true before the first round
   * @param counter what it counts, if that is never negative in its rounds
   * @param changed the variables that the loop assigns or declares
   */
  private record Header(List<Expr> yes, Optional<Counter> counter, Set<Var> changed) {

    boolean keeps(Expr e) {
      return !Mentions.reads(e, changed);
    }

    boolean counts(Var v) {
      return counter.filter(c -> c.index().equals(v)).isPresent();
    }
  }

  /**
   * An index that a loop counts by one, and only the loop itself.
   *
   * @param least its least value
   * @param end what it is less than; counted down, only if {@code end - 1} does not overflow
   */
  private record Counter(Var index, Expr least, Expr end, boolean isUp) {

    static Optional<Counter> of(Stmt.For loop) {
      if (loop.init().size() != 1
          || !(loop.init().get(0) instanceof Stmt.Local start)
          || !start.var().type().equals(Type.INT)
          || start.init().isEmpty()
          || loop.update().size() != 1
          || Mentions.writes(loop.body(), start.var())
          || !(loop.test() instanceof Expr.Binary test)
          || !test.left().equals(Make.read(start.var()))) {
        return Optional.empty();
      }
      Var index = start.var();
      Expr first = start.init().get();
      boolean isDown =
          test.op() == Op.GE
              && isStep(loop.update().get(0), index, Op.SUB)
              && first instanceof Expr.Binary b
              && b.op() == Op.SUB
              && b.right().equals(ONE);
      if (isDown) {
        return Optional.of(new Counter(index, test.right(), ((Expr.Binary) first).left(), false));
      }
      return test.op() == Op.LT && isStep(loop.update().get(0), index, Op.ADD)
          ? Optional.of(new Counter(index, first, test.right(), true))
          : Optional.empty();
    }

    private static boolean isStep(Stmt update, Var index, Op op) {
      return CountedLoop.next(update, index)
          .filter(next -> next.op() == op && next.right().equals(ONE))
          .isPresent();
    }
  }

  /** Facts about code in which arrays have some sizes, outside of all its loops. */
  HeaderFacts(KnownSizes sizes) {
    this.sizes = sizes;
  }

  /** Enters the rounds of a loop. */
  void enter(Stmt loop) {
    List<Expr> yes = new ArrayList<>();
    Optional<Counter> counter = Optional.empty();
    if (loop instanceof Stmt.For f) {
      counter =
          Counter.of(f)
              .filter(c -> isNatural(c.least()))
              .map(c -> new Counter(c.index(), c.least(), plain(c.end()), c.isUp()));
      FirstTest.of(f).filter(HeaderFacts::isOfNumbers).map(this::plain).ifPresent(yes::add);
      counter
          .filter(HeaderFacts::isExact)
          .ifPresent(c -> yes.add(Make.binary(Op.LT, ZERO, c.end())));
    }
    Set<Var> changed = new HashSet<>(Mentions.written(List.of(loop)));
    changed.addAll(Mentions.declared(List.of(loop)));
    around.push(new Header(yes, counter, changed));
  }

  /** Leaves the loop entered last. */
  void leave() {
    around.pop();
  }

  /** True if the index surely is below the end: {@code n - 1} is the largest int for the least. */
  private static boolean isExact(Counter c) {
    return c.isUp() || KnownSizes.isLength(c.end());
  }

  /** True if a question is surely answered yes. */
  boolean holds(Expr question) {
    Expr plain = plain(question);
    return FirstTest.isYes(question)
        || around.stream().anyMatch(h -> h.keeps(plain) && h.yes().contains(plain));
  }

  /** True if an element surely exists, where its array does. */
  boolean exists(Expr e) {
    List<Expr> indices = new ArrayList<>();
    Expr array = e;
    while (array instanceof Expr.Element x) {
      indices.add(0, x.index());
      array = x.array();
    }
    if (!(array instanceof Expr.Read r) || indices.isEmpty()) {
      return false;
    }
    List<Expr> known = sizes.of(r);
    for (int i = 0; i < indices.size(); i++) {
      if (i >= known.size() || !isBelow(indices.get(i), known.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** True for an index of an array with that many elements. */
  private boolean isBelow(Expr index, Expr size) {
    if (Signs.value(index).isPresent()) {
      int at = Signs.value(index).getAsInt();
      return 0 <= at && at < Signs.value(size).orElse(0);
    }
    return index instanceof Expr.Read r
        && around.stream()
            .anyMatch(
                h -> h.counts(r.var()) && isAtMost(h.counter().get().end(), size) && h.keeps(size));
  }

  private static boolean isAtMost(Expr end, Expr size) {
    OptionalInt number = Signs.value(end);
    return end.equals(size)
        || number.isPresent() && number.getAsInt() <= Signs.value(size).orElse(-1);
  }

  /** True if an integer is surely not negative: one more than an index that has an end, too. */
  private boolean isNatural(Expr e) {
    if (Signs.value(e).isPresent()) {
      return Signs.value(e).getAsInt() >= 0;
    }
    if (e instanceof Expr.Binary b && b.op() == Op.ADD && b.right().equals(ONE)) {
      return around.stream()
          .anyMatch(
              h ->
                  b.left() instanceof Expr.Read r
                      && h.counts(r.var())
                      && isExact(h.counter().get()));
    }
    return e instanceof Expr.Read r && around.stream().anyMatch(h -> h.counts(r.var()));
  }

  /** True if nothing but variables, numbers and lengths of variables decide. */
  private static boolean isOfNumbers(Expr question) {
    return !new Search() {
      @Override
      public Void visit(Expr.Element e) {
        return found();
      }

      @Override
      public Void visit(Expr.Component e) {
        return found();
      }

      @Override
      public Void visit(Expr.Field e) {
        return found();
      }

      @Override
      public Void visit(Expr.Call e) {
        return found();
      }
    }.in(Make.evaluate(question));
  }

  /** The same in one of its forms: by {@code <} or {@code <=}, and of lengths where it can be. */
  private Expr plain(Expr e) {
    return new Rewriter() {
      @Override
      public Expr visit(Expr.Binary x) {
        Expr.Binary b = (Expr.Binary) super.visit(x);
        return switch (b.op()) {
          case GT -> Make.binary(Op.LT, b.right(), b.left());
          case GE -> ordered(b.right(), b.left());
          default -> b;
        };
      }
    }.expr(sizes.plain(e));
  }

  /** {@code a <= b}; {@code a < x.length} for {@code a <= x.length - 1}. */
  private static Expr ordered(Expr a, Expr b) {
    boolean isLast =
        b instanceof Expr.Binary d
            && d.op() == Op.SUB
            && KnownSizes.isLength(d.left())
            && d.right().equals(ONE);
    return isLast ? Make.binary(Op.LT, a, ((Expr.Binary) b).left()) : Make.binary(Op.LE, a, b);
  }
}
