package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.rules.Simplifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves a declaration of zero down to the first use, and lets the first contribution declare:
 *
 * <pre>{@code
 * double db = 0.0;
 * dx += dResult;               dx += dResult;
 * db += dResult;               double db = dResult;
 * }</pre>
 */
public final class LateDeclarations extends Rewriter {

  private static final Set<String> ZEROS = Set.of("0", "0L", "0.0", "0.0f", "false", "null");

  private LateDeclarations() {}

  /** The code with the compiler's own declarations of zero moved; the user's stay. */
  public static List<Stmt> apply(List<Stmt> code) {
    return new LateDeclarations().stmts(code);
  }

  @Override
  public List<Stmt> stmts(List<Stmt> statements) {
    List<Spot> out = new ArrayList<>();
    super.stmts(statements).forEach(s -> out.add(new Spot(s)));
    Set<Var> sunk = new HashSet<>();
    Map<Var, Spot> next = new HashMap<>();
    for (int i = out.size() - 1; i >= 0; i--) {
      Stmt s = out.get(i).statement;
      boolean isMoved =
          s instanceof Stmt.Local l
              && isMovable(l)
              && !l.origin().isInSource()
              && sink(out, i, l, sunk, next);
      // What has moved reads nothing, as a rule; else it may now be the next to mention what it
      // reads.
      int last = !isMoved ? i : Mentions.read(s).isEmpty() ? i - 1 : out.size() - 1;
      for (int k = last; k >= i; k--) {
        Spot here = out.get(k);
        Mentions.all(here.statement).forEach(v -> next.put(v, here));
      }
    }
    return out.stream().map(spot -> spot.statement).toList();
  }

  /** Where a statement stands: the same, whatever moves before it or takes its place. */
  private static final class Spot {
    private Stmt statement;

    Spot(Stmt statement) {
      this.statement = statement;
    }
  }

  /** A loop's header keeps its declarations. */
  @Override
  public List<Stmt> visit(Stmt.For s) {
    return List.of(new Stmt.For(s.init(), s.test(), s.update(), block(s.body()), s.origin()));
  }

  /** Zero, or a new object: the same wherever it is made; or another name of such an object. */
  private static boolean isMovable(Stmt.Local l) {
    boolean isNew = l.init().isPresent() && l.init().get() instanceof Expr.Opaque;
    return isNew || isZero(l) || isAccumulator(l);
  }

  /** The adjoint of a value of a type that says itself that it is differentiable. */
  private static boolean isAccumulator(Stmt.Local l) {
    Expr init = l.init().orElse(null);
    boolean isMade =
        init instanceof Expr.Call c
            && c.callee().kind() == Callee.Kind.GENERATED
            && c.callee().name().equals("accumulator");
    return isMade || init instanceof Expr.Read && l.var().type() instanceof Type.ClassType;
  }

  private static boolean isZero(Stmt.Local l) {
    return l.init().isPresent()
        && l.init().get() instanceof Expr.Literal z
        && ZEROS.contains(z.text());
  }

  /**
   * Moves a declaration down.
   *
   * @param next for each variable, where it is mentioned first behind the declaration
   */
  private static boolean sink(
      List<Spot> list, int at, Stmt.Local l, Set<Var> sunk, Map<Var, Spot> next) {
    Var v = l.var();
    Set<Var> read = Mentions.read(l);
    Spot mention = next.get(v);
    int use = at + 1;
    while (use < list.size()
        && list.get(use) != mention
        && (read.isEmpty() || !Mentions.writes(list.get(use).statement, read))) {
      use++;
    }
    if (use == list.size()) {
      return false;
    }
    Spot user = list.get(use);
    Optional<Expr> first = isZero(l) ? firstValue(user.statement, v) : Optional.empty();
    if (first.isPresent()) {
      user.statement = new Stmt.Local(v, first, user.statement.origin());
    } else if (user.statement instanceof Stmt.For loop && start(loop, v).isPresent()) {
      user.statement = withoutInit(loop, v);
      list.add(use, new Spot(new Stmt.Local(v, start(loop, v), l.origin())));
    } else {
      // In the order in which they stood.
      while (use - 1 > at
          && list.get(use - 1).statement instanceof Stmt.Local b
          && sunk.contains(b.var())) {
        use--;
      }
      list.add(use, new Spot(l));
      sunk.add(v);
    }
    list.remove(at);
    return true;
  }

  /** The literal that a loop's header assigns: the declaration in front can do that. */
  private static Optional<Expr> start(Stmt.For loop, Var v) {
    boolean all =
        loop.init().stream()
            .allMatch(s -> s instanceof Stmt.Assign a && a.value() instanceof Expr.Literal);
    return loop.init().stream()
        .filter(s -> all && isStart(s, v))
        .map(s -> ((Stmt.Assign) s).value())
        .findFirst();
  }

  private static boolean isStart(Stmt s, Var v) {
    return s instanceof Stmt.Assign a
        && a.target() instanceof Place.Variable target
        && target.var().equals(v)
        && a.value() instanceof Expr.Literal;
  }

  private static Stmt withoutInit(Stmt.For loop, Var v) {
    List<Stmt> init = loop.init().stream().filter(s -> !isStart(s, v)).toList();
    return new Stmt.For(init, loop.test(), loop.update(), loop.body(), loop.origin());
  }

  /** What the variable holds after this statement, if it held zero before. */
  private static Optional<Expr> firstValue(Stmt s, Var v) {
    if (!(s instanceof Stmt.Assign a)
        || !(a.target() instanceof Place.Variable target)
        || !target.var().equals(v)) {
      return Optional.empty();
    }
    if (!Mentions.reads(a.value(), v)) {
      return Optional.of(a.value());
    }
    if (a.value() instanceof Expr.Cast c && c.operand() instanceof Expr.Binary b) {
      return added(b, v).map(e -> new Expr.Cast(c.type(), e, c.origin()));
    }
    return a.value() instanceof Expr.Binary b && v.type().isScalar()
        ? added(b, v)
        : Optional.empty();
  }

  private static Optional<Expr> added(Expr.Binary sum, Var v) {
    boolean starts = sum.left() instanceof Expr.Read r && r.var().equals(v);
    if (!starts || Mentions.reads(sum.right(), v) || !v.type().isScalar()) {
      return Optional.empty();
    }
    if (sum.op() == Expr.Binary.Op.ADD) {
      return Optional.of(sum.right());
    }
    return sum.op() == Expr.Binary.Op.SUB
        ? Optional.of(Simplifier.negate(sum.right()))
        : Optional.empty();
  }
}
