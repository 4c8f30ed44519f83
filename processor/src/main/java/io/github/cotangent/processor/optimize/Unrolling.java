package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes the rounds of short loops one after the other, where their index is that of a small array:
 *
 * <pre>{@code
 * for (int i = 0; i < 2; i++) {    becomes    v[0] = x[3] * s;
 *   v[i] = x[3 + i] * s;                      v[1] = x[4] * s;
 * }
 * }</pre>
 */
final class Unrolling extends Rewriter {

  private static final int MAX_ROUNDS = 8;

  private final Predicate<Var> isSmallArray;
  private final CopyNames names;
  private final int limit;
  private final Set<Var> assigned;
  private final List<Explanation> told = new ArrayList<>();
  private int size;

  private Unrolling(Stmt.Block body, Predicate<Var> isSmallArray, CopyNames names, int limit) {
    this.isSmallArray = isSmallArray;
    this.names = names;
    this.limit = limit;
    this.assigned = Mentions.written(List.of(body));
  }

  /**
   * A body with loops unrolled.
   *
   * @param told which loops, and why
   */
  record Unrolled(Stmt.Block body, List<Explanation> told) {}

  /**
   * The body with loops unrolled; empty where it would have more statements than the limit.
   *
   * @param isSmallArray the arrays whose indices are to become constants
   */
  static Optional<Unrolled> of(
      Stmt.Block body, Predicate<Var> isSmallArray, CopyNames names, int limit) {
    Unrolling unrolling = new Unrolling(body, isSmallArray, names, limit);
    Stmt.Block made = unrolling.block(body);
    return unrolling.size > limit
        ? Optional.empty()
        : Optional.of(new Unrolled(made, unrolling.told));
  }

  @Override
  public List<Stmt> stmts(List<Stmt> ss) {
    size += ss.size();
    return size > limit ? ss : super.stmts(ss);
  }

  @Override
  public List<Stmt> visit(Stmt.For s) {
    Optional<List<Integer>> rounds = rounds(s);
    if (rounds.isEmpty() || !InPlaceCalls.isPlain(s) || jumps(s.body())) {
      return super.visit(s);
    }
    Var index = ((Stmt.Local) s.init().get(0)).var();
    if (!indexes(s.body(), index)) {
      return super.visit(s);
    }
    List<Stmt> out = new ArrayList<>();
    for (int value : rounds.get()) {
      Optional<Expr> literal = ConstantInts.literal(value);
      if (literal.isEmpty()) {
        return super.visit(s);
      }
      List<Stmt> round = new Round(index, literal.get()).stmts(s.body().statements());
      out.addAll(stmts(round));
    }
    told.add(Explanation.of(s.origin(), s.origin().text(), Reason.of(Why.UNROLLED)));
    return out;
  }

  /** The values of the index, if they are few and known. */
  private Optional<List<Integer>> rounds(Stmt.For s) {
    if (s.init().size() != 1
        || !(s.init().get(0) instanceof Stmt.Local l)
        || !l.var().type().equals(Type.INT)
        || s.update().size() != 1
        || Mentions.writes(s.body(), l.var())) {
      return Optional.empty();
    }
    OptionalInt start = l.init().map(ConstantInts::value).orElse(OptionalInt.empty());
    OptionalInt step = step(s.update().get(0), l.var());
    if (start.isEmpty() || step.isEmpty() || !(s.test() instanceof Expr.Binary)) {
      return Optional.empty();
    }
    List<Integer> values = new ArrayList<>();
    for (int value = start.getAsInt(); ; value += step.getAsInt()) {
      Optional<Expr> literal = ConstantInts.literal(value);
      Optional<Boolean> goesOn =
          literal.flatMap(e -> ConstantInts.truth(new Round(l.var(), e).expr(s.test())));
      if (goesOn.isEmpty() || values.size() > MAX_ROUNDS) {
        return Optional.empty();
      }
      if (!goesOn.get()) {
        return Optional.of(values);
      }
      values.add(value);
    }
  }

  private static OptionalInt step(Stmt update, Var index) {
    Optional<Expr.Binary> next = CountedLoop.next(update, index);
    OptionalInt by = next.map(b -> ConstantInts.value(b.right())).orElse(OptionalInt.empty());
    if (by.isEmpty()) {
      return by;
    }
    return switch (next.get().op()) {
      case ADD -> by;
      case SUB -> OptionalInt.of(-by.getAsInt());
      default -> OptionalInt.empty();
    };
  }

  /** True if anything in a loop's body leaves it, or goes on with the next round. */
  private static boolean jumps(Stmt.Block body) {
    return new Search() {
      @Override
      public Void visit(Stmt.Break s) {
        return found();
      }

      @Override
      public Void visit(Stmt.Continue s) {
        return found();
      }

      @Override
      public Void visit(Stmt.Return s) {
        return found();
      }
    }.in(body);
  }

  /** True if a small array is used at an index that depends on the loop's. */
  private boolean indexes(Stmt.Block body, Var index) {
    Set<Var> dependent = new HashSet<>(Set.of(index));
    return new Search() {
      private boolean depends(Expr e) {
        return Mentions.reads(e, dependent);
      }

      @Override
      public Void visit(Stmt.Local s) {
        if (s.var().type().equals(Type.INT) && s.init().filter(this::depends).isPresent()) {
          dependent.add(s.var());
        }
        return super.visit(s);
      }

      @Override
      public Void visit(Expr.Element e) {
        foundIf(
            e.array() instanceof Expr.Read r && isSmallArray.test(r.var()) && depends(e.index()));
        return super.visit(e);
      }

      @Override
      protected void place(Place p) {
        if (p instanceof Place.Slot s) {
          foundIf(
              s.array() instanceof Expr.Read r && isSmallArray.test(r.var()) && depends(s.index()));
        }
        super.place(p);
      }
    }.in(body);
  }

  /** One round: the index is a number, and what follows from that is worked out. */
  private final class Round extends Rewriter {
    private final Map<Var, Expr> known = new HashMap<>();
    private final Map<Var, Var> own = new HashMap<>();
    private final String title;
    private final String suffix;

    Round(Var index, Expr value) {
      known.put(index, value);
      String text = ((Expr.Literal) (value instanceof Expr.Unary u ? u.operand() : value)).text();
      String signed = value instanceof Expr.Unary ? "-" + text : text;
      title = " (" + names.original(index).name() + " = " + signed + ")";
      suffix = text;
    }

    private Origin titled(Origin o) {
      return o.isInSource() ? new Origin(o.start(), o.end(), o.text() + title) : o;
    }

    @Override
    protected Var var(Var v) {
      return own.getOrDefault(v, v);
    }

    @Override
    public Expr visit(Expr.Read e) {
      Expr value = known.get(e.var());
      return value != null ? value : super.visit(e);
    }

    @Override
    public Expr visit(Expr.Binary e) {
      return ConstantInts.folded(super.visit(e));
    }

    @Override
    public Expr visit(Expr.Conditional e) {
      Expr test = expr(e.test());
      Optional<Boolean> truth = ConstantInts.truth(test);
      if (truth.isPresent()) {
        Expr chosen = expr(truth.get() ? e.ifTrue() : e.ifFalse());
        if (chosen.type().equals(e.type())) {
          return chosen;
        }
      }
      return super.visit(e);
    }

    @Override
    public List<Stmt> visit(Stmt.If s) {
      Expr test = expr(s.test());
      Optional<Boolean> truth = ConstantInts.truth(test);
      if (truth.isPresent()) {
        return stmts((truth.get() ? s.then() : s.otherwise()).statements());
      }
      return List.of(new Stmt.If(test, block(s.then()), block(s.otherwise()), titled(s.origin())));
    }

    @Override
    public List<Stmt> visit(Stmt.Local s) {
      Optional<Expr> init = s.init().map(this::expr);
      OptionalInt value = init.map(ConstantInts::value).orElse(OptionalInt.empty());
      boolean isKnown = s.var().type().equals(Type.INT) && !assigned.contains(s.var());
      if (isKnown && value.isPresent()) {
        known.put(s.var(), init.get());
        return List.of();
      }
      Var copy = names.copy(s.var(), s.var().name() + suffix, "#" + title);
      if (assigned.contains(s.var())) {
        assigned.add(copy);
      }
      own.put(s.var(), copy);
      return List.of(new Stmt.Local(copy, init, titled(s.origin())));
    }

    @Override
    public List<Stmt> visit(Stmt.Assign s) {
      return List.of(
          new Stmt.Assign(place(s.target()), expr(s.value()), s.compound(), titled(s.origin())));
    }

    @Override
    public List<Stmt> visit(Stmt.Evaluate s) {
      return List.of(new Stmt.Evaluate(expr(s.expr()), titled(s.origin())));
    }
  }
}
