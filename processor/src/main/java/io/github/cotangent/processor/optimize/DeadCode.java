package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Negation;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Removes assignments whose value nobody reads, by liveness, last statement first:
 *
 * <pre>{@code
 * double a = x * x;            double a = x * x;
 * double b = a * x;
 * double da = dResult * x;     double da = dResult * x;
 * }</pre>
 *
 * <p>What only goes into values that nobody reads is not read itself: of a sum that nobody needs,
 * {@code sum += x[i]}, nothing is left.
 *
 * <p>An assignment goes only if the caller says that leaving its value out has no effect: code that
 * may throw stays, of a variable that is not read the call. Jumps are followed; branches and
 * counted loops that have become empty go too.
 */
public final class DeadCode {

  private final Predicate<Stmt> droppable;
  private final Map<Stmt, Set<Var>> behind = new IdentityHashMap<>();
  private final Map<Stmt, Set<Var>> again = new IdentityHashMap<>();
  private final List<Stmt> enclosing = new ArrayList<>();
  private final Map<String, Stmt> labels = new HashMap<>();
  private final Set<Var> assigned = new HashSet<>();

  /** What is kept of the statements behind the current one in its list. */
  private List<Stmt> following = List.of();

  private boolean rewriting;
  private boolean hasRemoved;

  private DeadCode(Predicate<Stmt> droppable) {
    this.droppable = droppable;
  }

  /** The code and the variables that are live before it. */
  private record Result(List<Stmt> code, Set<Var> live) {}

  /**
   * The code without its dead assignments.
   *
   * @param liveAtEnd the variables that are read behind the code
   * @param droppable the assignments and declarations whose evaluation may be left out, the
   *     counters of loops that may go once their bodies are empty, and the loops that may be left
   *     out where nothing reads what they assign, whatever they do to arrays
   */
  public static List<Stmt> remove(List<Stmt> code, Set<Var> liveAtEnd, Predicate<Stmt> droppable) {
    List<Stmt> out = code;
    DeadCode pass;
    do {
      pass = new DeadCode(droppable);
      pass.assigned.addAll(Mentions.written(out));
      pass.rewriting = true;
      out = pass.list(out, new HashSet<>(liveAtEnd)).code();
    } while (pass.hasRemoved);
    return out;
  }

  /** Nothing is left of a statement that does nothing, or only what nobody needs. */
  private Result removed(Set<Var> live) {
    hasRemoved |= rewriting;
    return new Result(List.of(), live);
  }

  /** The statements of a list; what is live behind them is theirs to change. */
  private Result list(List<Stmt> statements, Set<Var> out) {
    List<Stmt> kept = new ArrayList<>();
    List<Stmt> outer = following;
    following = kept;
    Set<Var> live = out;
    for (int i = statements.size() - 1; i >= 0; i--) {
      Result r = statement(statements.get(i), live);
      for (int k = r.code().size() - 1; k >= 0; k--) {
        kept.add(r.code().get(k));
      }
      live = r.live();
    }
    following = outer;
    Collections.reverse(kept);
    return new Result(kept, live);
  }

  private Result block(Stmt.Block b, Set<Var> out) {
    Result r = list(b.statements(), new HashSet<>(out));
    return new Result(List.of(new Stmt.Block(r.code(), b.origin())), r.live());
  }

  private static Stmt.Block only(Result r) {
    return (Stmt.Block) r.code().get(0);
  }

  /** A statement; simple ones change the set that they are given, and hand it on. */
  private Result statement(Stmt s, Set<Var> out) {
    if (s instanceof Stmt.Local l) {
      return local(l, out);
    }
    if (s instanceof Stmt.Assign a && a.target() instanceof Place.Variable v) {
      return assignment(a, v.var(), out);
    }
    if (s instanceof Stmt.Block b) {
      Result r = block(b, out);
      return only(r).isEmpty() ? new Result(List.of(), r.live()) : r;
    }
    if (s instanceof Stmt.If i) {
      return branch(i, out);
    }
    if (s instanceof Stmt.Switch w) {
      return choice(w, out);
    }
    if (s instanceof Stmt.For f) {
      return forLoop(f, out);
    }
    if (s instanceof Stmt.While w) {
      Result body = loop(w, w.body(), List.of(), w.test(), out, true);
      return new Result(List.of(new Stmt.While(w.test(), only(body), w.origin())), body.live());
    }
    if (s instanceof Stmt.DoWhile d) {
      Result body = loop(d, d.body(), List.of(), d.test(), out, false);
      return new Result(List.of(new Stmt.DoWhile(only(body), d.test(), d.origin())), body.live());
    }
    if (s instanceof Stmt.Labeled l) {
      return labeled(l, out);
    }
    if (s instanceof Stmt.Break b) {
      Stmt target = b.label().map(labels::get).orElseGet(() -> innermost(false));
      return new Result(List.of(s), new HashSet<>(behind.getOrDefault(target, Set.of())));
    }
    if (s instanceof Stmt.Continue c) {
      Stmt target = c.label().map(labels::get).orElseGet(() -> innermost(true));
      return new Result(List.of(s), new HashSet<>(again.getOrDefault(target, Set.of())));
    }
    boolean ends = s instanceof Stmt.Throw || s instanceof Stmt.Return;
    Set<Var> live = ends ? new HashSet<>() : out;
    addReads(s, live);
    return new Result(List.of(s), live);
  }

  private Stmt innermost(boolean loopsOnly) {
    for (int i = enclosing.size() - 1; i >= 0; i--) {
      if (!loopsOnly || !(enclosing.get(i) instanceof Stmt.Switch)) {
        return enclosing.get(i);
      }
    }
    throw new IllegalStateException("a jump outside of any loop");
  }

  private static void addReads(Stmt s, Set<Var> live) {
    new Reads(live).walk(s);
  }

  private static void addReads(Expr e, Set<Var> live) {
    new Reads(live).walk(e);
  }

  /** Adds the variables that some code reads to a set. */
  private static final class Reads extends Walker {
    private final Set<Var> live;

    Reads(Set<Var> live) {
      this.live = live;
    }

    @Override
    protected void read(Var v) {
      live.add(v);
    }
  }

  private Result local(Stmt.Local s, Set<Var> live) {
    boolean isDead = !live.remove(s.var());
    boolean unused = isDead && !assigned.contains(s.var());
    if (unused && (s.init().isEmpty() || droppable.test(s))) {
      return removed(live);
    }
    s.init().ifPresent(e -> addReads(e, live));
    if (unused && s.init().get() instanceof Expr.Call c && isOfPrimal(c)) {
      Stmt comment = new Stmt.Comment("^for what it may throw");
      return new Result(List.of(new Stmt.Evaluate(c, s.origin()), comment), live);
    }
    return new Result(List.of(s), live);
  }

  /**
   * A call that the primal makes, too, or a forward half's: not one of a tape or of shadows. One of
   * {@code Math} may yet be moved before a loop, and is no call then.
   */
  private static boolean isOfPrimal(Expr.Call call) {
    return switch (call.callee().kind()) {
      case MATH -> false;
      case GENERATED -> call.receiver() == null && !call.callee().isOfRuntime();
      default -> true;
    };
  }

  private Result assignment(Stmt.Assign s, Var v, Set<Var> live) {
    boolean isDead = !live.remove(v);
    if (isDead && droppable.test(s)) {
      return removed(live);
    }
    addReads(s.value(), live);
    return new Result(List.of(s), live);
  }

  private Result branch(Stmt.If s, Set<Var> out) {
    Result then = block(s.then(), out);
    Result otherwise = block(s.otherwise(), out);
    Set<Var> live = new HashSet<>(then.live());
    live.addAll(otherwise.live());
    boolean empty = only(then).isEmpty() && only(otherwise).isEmpty();
    if (empty && Purity.isDroppable(s.test(), x -> false)) {
      return removed(new HashSet<>(out));
    }
    addReads(s.test(), live);
    Stmt kept =
        only(then).isEmpty()
            ? new Stmt.If(Negation.of(s.test()), only(otherwise), Stmt.Block.EMPTY, s.origin())
            : new Stmt.If(s.test(), only(then), only(otherwise), s.origin());
    return new Result(List.of(kept), live);
  }

  private Result choice(Stmt.Switch s, Set<Var> out) {
    behind.put(s, out);
    enclosing.add(s);
    Set<Var> live = new HashSet<>(out);
    List<Stmt.Arm> arms = new ArrayList<>();
    for (Stmt.Arm a : s.arms()) {
      Result r = block(a.body(), out);
      live.addAll(r.live());
      arms.add(new Stmt.Arm(a.labels(), a.isDefault(), only(r)));
    }
    enclosing.remove(enclosing.size() - 1);
    addReads(s.selector(), live);
    return new Result(List.of(new Stmt.Switch(s.selector(), arms, s.origin())), live);
  }

  private Result labeled(Stmt.Labeled s, Set<Var> out) {
    Stmt target = s.body().isLoop() ? s.body() : s;
    labels.put(s.label(), target);
    behind.put(target, out);
    Result body = statement(s.body(), out);
    if (body.code().isEmpty()) {
      return body;
    }
    Stmt inner = body.code().size() == 1 ? body.code().get(0) : Stmt.Block.of(body.code());
    return new Result(List.of(new Stmt.Labeled(s.label(), inner, s.origin())), body.live());
  }

  private Result forLoop(Stmt.For s, Set<Var> out) {
    if (rewriting && droppable.test(s) && !Mentions.writes(s, out)) {
      return removed(new HashSet<>(out));
    }
    Result body = loop(s, s.body(), s.update(), s.test(), out, true);
    boolean mayGo =
        new EmptyLoop(assigned, following).mayGo(s)
            || s.init().size() == 1 && droppable.test(s.init().get(0));
    if (only(body).isEmpty() && mayGo) {
      return removed(new HashSet<>(out));
    }
    // Initial values are the loop's own: they stay with it.
    Set<Var> live = body.live();
    for (int i = s.init().size() - 1; i >= 0; i--) {
      Stmt x = s.init().get(i);
      if (x instanceof Stmt.Local l) {
        live.remove(l.var());
      } else if (x instanceof Stmt.Assign a && a.target() instanceof Place.Variable v) {
        live.remove(v.var());
      }
      addReads(x, live);
    }
    return new Result(
        List.of(new Stmt.For(s.init(), s.test(), s.update(), only(body), s.origin())), live);
  }

  private Result loop(
      Stmt s, Stmt.Block body, List<Stmt> update, Expr test, Set<Var> out, boolean testFirst) {
    boolean wasRewriting = rewriting;
    rewriting = false;
    Set<Var> head = new HashSet<>(out);
    addReads(test, head);
    Set<Var> before;
    Result result;
    behind.put(s, out);
    enclosing.add(s);
    do {
      before = new HashSet<>(head);
      result = once(s, body, update, head);
      head.addAll(result.live());
    } while (!head.equals(before));
    rewriting = wasRewriting;
    if (rewriting) {
      result = once(s, body, update, head);
    }
    enclosing.remove(enclosing.size() - 1);
    Set<Var> live = new HashSet<>(testFirst ? head : result.live());
    return new Result(result.code(), live);
  }

  private Result once(Stmt s, Stmt.Block body, List<Stmt> update, Set<Var> head) {
    Set<Var> live = new HashSet<>(head);
    for (int i = update.size() - 1; i >= 0; i--) {
      Stmt u = update.get(i);
      if (u instanceof Stmt.Assign a && a.target() instanceof Place.Variable v) {
        live.remove(v.var());
        addReads(a.value(), live);
      } else {
        addReads(u, live);
      }
    }
    again.put(s, live);
    return block(body, live);
  }

  /** The value that a statement assigns, returns, or gives to what it declares, if it has one. */
  public static Optional<Expr> value(Stmt s) {
    if (s instanceof Stmt.Return r) {
      return r.value();
    }
    if (s instanceof Stmt.Local l) {
      return l.init();
    }
    return s instanceof Stmt.Assign a ? Optional.of(a.value()) : Optional.empty();
  }
}
