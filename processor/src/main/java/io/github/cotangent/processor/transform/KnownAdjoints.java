package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.rules.Simplifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Works out what follows in a way back from adjoints that are zero or one:
 *
 * <pre>{@code
 * double dy0 = 1.0;
 * double dy1 = 0.0;
 * double dx = dy1 * x * 2;       double dx = 0.0;
 * dx += dy0 * Math.cos(x);       dx = Math.cos(x);
 * drow[0] += dy1;
 * }</pre>
 *
 * <p>An adjoint that is zero because nothing flows to it makes zero of whatever it is multiplied
 * by, infinite values too: what it would pass on is not there. The user's own zeros do not.
 */
final class KnownAdjoints extends Rewriter {

  private static final Expr ZERO = Make.zero(Type.DOUBLE);
  private static final Expr ONE = Make.one(Type.DOUBLE);

  private final Predicate<Var> isAdjoint;

  /** The variables that hold zero or one, each with its literal: {@link #ZERO} or {@link #ONE}. */
  private Map<Var, Expr> known = new HashMap<>();

  private KnownAdjoints(Predicate<Var> isAdjoint) {
    this.isAdjoint = isAdjoint;
  }

  /**
   * The code without what is zero.
   *
   * @param seeds what to begin with: all zero but one
   * @param one that one
   * @param isAdjoint the variables that hold adjoints
   */
  static List<Stmt> use(List<Stmt> code, List<Var> seeds, Var one, Predicate<Var> isAdjoint) {
    KnownAdjoints pass = new KnownAdjoints(isAdjoint);
    seeds.forEach(v -> pass.known.put(v, v.equals(one) ? ONE : ZERO));
    return pass.stmts(code);
  }

  /** Keeps in mind what a variable holds from here on; what it physically holds is the same. */
  private void holds(Var v, Expr value) {
    boolean isZero = value == ZERO || isAdjoint.test(v) && value.equals(ZERO);
    if (v.type().equals(Type.DOUBLE) && (isZero || value == ONE)) {
      known.put(v, isZero ? ZERO : ONE);
    } else {
      known.remove(v);
    }
  }

  /** A heading goes with what stood below it, if that is zero now. */
  @Override
  public List<Stmt> stmts(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    int heading = -1;
    boolean isVain = false;
    for (Stmt s : statements) {
      boolean isContribution = isContribution(s);
      if (!isContribution && isVain) {
        withoutHeading(out, heading);
      }
      if (!isContribution) {
        heading = s instanceof Stmt.Comment ? out.size() : -1;
        isVain = false;
      }
      List<Stmt> made = s.accept(this);
      if (isContribution) {
        isVain = heading >= 0 && made.stream().allMatch(KnownAdjoints::isZero);
        heading = isVain ? heading : -1;
      }
      out.addAll(made);
    }
    if (isVain) {
      withoutHeading(out, heading);
    }
    return out;
  }

  private static void withoutHeading(List<Stmt> code, int at) {
    code.remove(at);
    if (at > 0 && code.get(at - 1) instanceof Stmt.Comment c && c.text().isEmpty()) {
      code.remove(at - 1);
    }
  }

  private static boolean isContribution(Stmt s) {
    boolean isDeclared = s instanceof Stmt.Local l && l.init().filter(ZERO::equals).isEmpty();
    return isDeclared || s instanceof Stmt.Assign;
  }

  private static boolean isZero(Stmt s) {
    return s instanceof Stmt.Local l && l.init().filter(e -> e == ZERO).isPresent()
        || s instanceof Stmt.Assign a && a.value() == ZERO;
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    Optional<Expr> init = s.init().map(this::expr);
    init.ifPresentOrElse(e -> holds(s.var(), e), () -> known.remove(s.var()));
    return List.of(new Stmt.Local(s.var(), init, s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    if (s.target() instanceof Place.Variable v) {
      Expr value = expr(s.value());
      Expr before = known.get(v.var());
      holds(v.var(), value);
      boolean isSame = before != null && before == known.get(v.var());
      if (isSame || value.equals(s.target().read())) {
        return List.of();
      }
      boolean isSum = s.compound() && isOn(s.target().read(), value);
      return List.of(new Stmt.Assign(s.target(), value, isSum, s.origin()));
    }
    Expr slot = s.target().read();
    boolean isAdded =
        isOn(slot, s.value())
            && (((Expr.Binary) s.value()).op() == Op.ADD
                || ((Expr.Binary) s.value()).op() == Op.SUB);
    if (isAdded && expr(((Expr.Binary) s.value()).right()) == ZERO) {
      return List.of();
    }
    return super.visit(s);
  }

  private static boolean isOn(Expr target, Expr value) {
    return value instanceof Expr.Binary b && b.left().equals(target);
  }

  /** What both branches leave is known behind them. */
  @Override
  public List<Stmt> visit(Stmt.If s) {
    Expr test = expr(s.test());
    Map<Var, Expr> before = known;
    known = new HashMap<>(before);
    Stmt.Block then = block(s.then());
    Map<Var, Expr> afterThen = known;
    known = new HashMap<>(before);
    Stmt.Block otherwise = block(s.otherwise());
    known.keySet().removeIf(v -> known.get(v) != afterThen.get(v));
    return List.of(new Stmt.If(test, then, otherwise, s.origin()));
  }

  @Override
  protected List<Stmt> loop(Stmt loop, Supplier<Stmt> inside) {
    return within(() -> super.loop(loop, inside));
  }

  /** Left as it is: every variable holds what is known of it. */
  @Override
  public List<Stmt> visit(Stmt.Switch s) {
    forget(s);
    return List.of(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Labeled s) {
    return within(() -> super.visit(s));
  }

  /**
   * In a statement that may run many times, or in part, only what nothing in it assigns is known.
   * It begins with the hope that this is all that is known before it.
   */
  private List<Stmt> within(Supplier<List<Stmt>> visit) {
    while (true) {
      Map<Var, Expr> before = known;
      known = new HashMap<>(before);
      List<Stmt> made = visit.get();
      known = before;
      if (!known.keySet().removeAll(Mentions.written(made))) {
        return made;
      }
    }
  }

  private void forget(Stmt s) {
    known.keySet().removeAll(Mentions.written(List.of(s)));
  }

  @Override
  public Expr visit(Expr.Read e) {
    return known.getOrDefault(e.var(), e);
  }

  @Override
  public Expr visit(Expr.Unary e) {
    Expr operand = expr(e.operand());
    boolean isZero = e.op() == Expr.Unary.Op.MINUS && operand == ZERO;
    return isZero ? ZERO : new Expr.Unary(e.op(), operand, e.type());
  }

  /** What the user wrote out as a block of code may assign what it likes. */
  @Override
  protected Code code(Code c) {
    for (Code.Part part : c.parts()) {
      if (part instanceof Code.Writes w) {
        known.remove(w.var());
      }
    }
    return c;
  }

  @Override
  public Expr visit(Expr.Binary e) {
    Expr left = expr(e.left());
    Expr right = expr(e.right());
    Expr same = new Expr.Binary(e.op(), left, right, e.type());
    boolean isKnown = left == ZERO || left == ONE || right == ZERO || right == ONE;
    if (!isKnown || !e.type().equals(Type.DOUBLE)) {
      return same;
    }
    return switch (e.op()) {
      case MUL -> left == ZERO || right == ZERO ? ZERO : Simplifier.times(left, right);
      case DIV -> left == ZERO ? ZERO : same;
      case ADD, SUB -> sum(left, right, e.op() == Op.SUB, same);
      default -> same;
    };
  }

  private static Expr sum(Expr left, Expr right, boolean isDifference, Expr same) {
    if (right == ZERO && left.type().equals(Type.DOUBLE)) {
      return left;
    }
    if (left != ZERO || !right.type().equals(Type.DOUBLE)) {
      return same;
    }
    return isDifference ? Simplifier.negate(right) : right;
  }
}
