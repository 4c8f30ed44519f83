package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Signs;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads an element of an array once before a loop in which it stays the same, looks up the adjoints
 * of a row once that does, and calls functions of {@code Math} once whose arguments do. The JIT
 * compiler does none of that: it calls such functions as often as they stand there, and must assume
 * that an element may be any of those that the loop stores into.
 *
 * <pre>{@code
 *                                      double vK = 0 < n ? v[k] : 0.0;
 * for (int i = 0; i < n; i++) {        for (int i = 0; i < n; i++) {
 *   y[i] += a[i] * v[k];                 y[i] += a[i] * vK;
 * }                                    }
 * }</pre>
 *
 * <p>The test is for the loop that runs no round: then {@code k} need not be an index of the array.
 * It is left out where the loop surely runs, or where the element surely is one. Every round must
 * read the element, whatever comes, and before it does what the caller could see: so nothing is
 * read that would not have been, and an exception finds everything as before. Where a round would
 * throw two exceptions, it may be the other that comes.
 */
final class InvariantReads extends Rewriter {

  /** Functions that take longer than a load, and that the JIT compiler leaves in loops. */
  private static final Set<String> COSTLY =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private final Sharing sharing;
  private final Names names;
  private final Consumer<Explanation> told;

  /** The names that were given for each that was wished for: one is taken again elsewhere. */
  private final Map<String, List<String>> given = new HashMap<>();

  private final Deque<Set<String>> scopes = new ArrayDeque<>();
  private final HeaderFacts headers;

  private InvariantReads(
      List<Stmt> code, Sharing sharing, Names names, Consumer<Explanation> told) {
    this.headers = new HeaderFacts(new KnownSizes(code, v -> v));
    this.sharing = sharing;
    this.names = names;
    this.told = told;
  }

  /**
   * The code with reads and calls before its loops. Variables whose scopes overlap may have one
   * name.
   *
   * @param told takes what was moved, and what was not as two arrays may be one
   */
  static List<Stmt> of(List<Stmt> code, Sharing sharing, Names names, Consumer<Explanation> told) {
    return new InvariantReads(code, sharing, names, told).stmts(code);
  }

  @Override
  public List<Stmt> stmts(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    scopes.push(new HashSet<>());
    for (Stmt s : statements) {
      if (s.isLoop()) {
        Stmt hoisted = computedOnce(s, out);
        headers.enter(hoisted);
        Stmt loop = hoisted.accept(this).get(0);
        headers.leave();
        out.add(loop instanceof Stmt.For f ? readOnce(f, out) : loop);
      } else {
        out.addAll(s.accept(this));
      }
    }
    scopes.pop();
    return out;
  }

  /** Calls functions before the loop whose arguments are variables that it does not change. */
  private Stmt computedOnce(Stmt loop, List<Stmt> before) {
    LoopFacts facts = LoopFacts.of(loop);
    Map<Expr, Var> moved = new LinkedHashMap<>();
    FirstRound.of(
        Bodies.ofLoop(loop),
        sharing,
        (e, isSeen) -> {
          boolean isMovable =
              isCostly(e) && facts.steady(e).filter(steady -> !steady.mayFail()).isPresent();
          return isMovable && moves(e, moved);
        });
    moved.forEach((e, v) -> before.addAll(declaration(v, e)));
    moved.keySet().forEach(e -> tell(e, loop, Reason.of(Why.COMPUTED_ONCE, loop.origin().text())));
    return replaced(loop, moved);
  }

  /** Reads elements before the loop that it does not change. */
  private Stmt readOnce(Stmt.For loop, List<Stmt> before) {
    LoopFacts facts = LoopFacts.of(loop);
    Optional<Expr> runs = facts.isPlain() ? FirstTest.of(loop) : Optional.empty();
    if (runs.isEmpty()) {
      return loop;
    }
    Map<Expr, Var> moved = new LinkedHashMap<>();
    Set<Expr> early = new HashSet<>();
    FirstRound.of(
        loop.body(),
        sharing,
        (e, isSeen) -> {
          if (!isSeen) {
            early.add(plain(e));
          }
          return (!isSeen || Make.isShadow(e) && isEarly(row(e), early))
              && isMovable(e, facts, loop)
              && moves(e, moved);
        });
    int end = before.size();
    moved.forEach(
        (e, v) -> {
          Expr read = row(e);
          boolean isSafe =
              headers.holds(runs.get())
                  || read instanceof Expr.Read
                  || headers.exists(read)
                  || UsedBefore.isUsed(read, before.subList(0, end), sharing);
          Expr guarded = new Expr.Conditional(runs.get(), e, Make.zero(e.type()), e.type());
          before.addAll(declaration(v, isSafe ? e : guarded));
          Why once = Make.isShadow(e) ? Why.LOOKED_UP_ONCE : Why.READ_ONCE;
          tell(read, loop, Reason.of(once, loop.origin().text()));
        });
    return replaced(loop, moved);
  }

  /** True for a variable, and for an element that the round read before it did what is seen. */
  private static boolean isEarly(Expr row, Set<Expr> early) {
    return row instanceof Expr.Read || early.contains(plain(row));
  }

  /** What may fail where an expression is evaluated: the row whose adjoints are looked up. */
  private static Expr row(Expr e) {
    return Make.isShadow(e) ? ((Expr.Call) e).arguments().get(0) : e;
  }

  private boolean isMovable(Expr e, LoopFacts facts, Stmt loop) {
    boolean gains =
        isCostly(e)
            || Make.isShadow(e)
            || e instanceof Expr.Element && e.type() instanceof Type.Primitive p && facts.stores(p);
    Optional<LoopFacts.Steady> steady = gains ? facts.steady(e) : Optional.empty();
    Optional<Expr.Element> change = steady.flatMap(s -> facts.change(s.elements(), sharing));
    change
        .filter(c -> !steady.get().elements().contains(c))
        .ifPresent(c -> tell(e, loop, Reason.of(Why.READ_AGAIN, loop.origin().text(), c)));
    return steady.isPresent() && change.isEmpty();
  }

  private static boolean isCostly(Expr e) {
    return e instanceof Expr.Call c
        && c.callee().kind() == Callee.Kind.MATH
        && COSTLY.contains(c.callee().name());
  }

  private boolean moves(Expr e, Map<Expr, Var> moved) {
    Expr key = plain(e);
    if (!moved.containsKey(key)) {
      moved.put(key, names.same(free(name(e)), e.type()));
    }
    return true;
  }

  /** A name like the one wished for that none here has which is in scope. */
  private String free(String wish) {
    List<String> known = given.computeIfAbsent(wish, k -> new ArrayList<>());
    String name =
        known.stream()
            .filter(n -> scopes.stream().noneMatch(s -> s.contains(n)))
            .findFirst()
            .orElseGet(() -> another(wish, known));
    scopes.element().add(name);
    return name;
  }

  /** A number behind {@code v0} would be read as part of it. */
  private String another(String wish, List<String> known) {
    boolean isNumbered = Character.isDigit(wish.charAt(wish.length() - 1));
    String name = names.freshName(isNumbered && !known.isEmpty() ? wish + "Again" : wish);
    known.add(name);
    return name;
  }

  private static List<Stmt> declaration(Var v, Expr value) {
    return List.of(Make.local(v, value), new Stmt.Comment("^the same in every round"));
  }

  /** Speaks of what is in the source: not of elements of adjoints. */
  private void tell(Expr e, Stmt loop, Reason reason) {
    boolean isOfSource = !(e instanceof Expr.Element x) || sharing.isOfPrimal(x);
    if (isOfSource && loop.origin().isInSource()) {
      told.accept(Explanation.of(loop.origin(), Printer.print(e), reason));
    }
  }

  /** What is in a loop's body and update, with variables in place of what was moved. */
  private static Stmt replaced(Stmt loop, Map<Expr, Var> moved) {
    if (moved.isEmpty()) {
      return loop;
    }
    Rewriter reading =
        new Rewriter() {
          @Override
          public Expr visit(Expr.Element e) {
            Var v = moved.get(plain(e));
            return v == null ? super.visit(e) : Make.read(v);
          }

          @Override
          public Expr visit(Expr.Call e) {
            Var v = moved.get(plain(e));
            return v == null ? super.visit(e) : Make.read(v);
          }
        };
    if (loop instanceof Stmt.For f) {
      return new Stmt.For(
          f.init(), f.test(), reading.stmts(f.update()), reading.block(f.body()), f.origin());
    }
    return Bodies.replace(loop, reading::block);
  }

  /** Expressions are compared without the places that they stand at. */
  private static Expr plain(Expr e) {
    return new Rewriter() {
      @Override
      public Expr visit(Expr.Cast x) {
        return new Expr.Cast(x.type(), expr(x.operand()), Origin.NONE);
      }

      @Override
      public Expr visit(Expr.Call x) {
        Expr receiver = x.receiver() == null ? null : expr(x.receiver());
        return new Expr.Call(x.callee(), receiver, exprs(x.arguments()), Origin.NONE);
      }
    }.expr(e);
  }

  /** {@code vK} for {@code v[k]}, {@code logSum} for {@code Math.log(sum)}. */
  private static String name(Expr e) {
    if (e instanceof Expr.Element x) {
      return name(x.array()) + part(x.index(), "Element");
    }
    if (e instanceof Expr.Component c) {
      return name(c.record()) + Names.capitalized(c.name());
    }
    if (Make.isShadow(e)) {
      return "d" + name(row(e));
    }
    if (e instanceof Expr.Call c) {
      return c.callee().name() + part(c.arguments().get(0), "");
    }
    return e instanceof Expr.Read r ? r.var().name() : "of";
  }

  private static String part(Expr e, String other) {
    boolean isNamed =
        e instanceof Expr.Read || e instanceof Expr.Element || e instanceof Expr.Component;
    if (isNamed) {
      return Names.capitalized(name(e));
    }
    return Signs.value(e).isPresent() && e instanceof Expr.Literal l ? l.text() : other;
  }
}
