package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Renaming;
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
import java.util.Set;

/**
 * Moves the parts of formulas that are the same in each round of a loop before the loop: they are
 * computed once, and recorded once, and their adjoints are summed up before they are passed on.
 *
 * <pre>{@code
 * for (int i = 0; i < n; i++) {             double exp = Math.exp(-rate);
 *   double exp = Math.exp(-rate);           for (int i = 0; i < n; i++) {
 *   y += x[i] * exp;              becomes     y += x[i] * exp;
 * }                                         }
 * }</pre>
 *
 * <p>Moved are parts that {@link Flattening} has named, made of numbers and functions of {@code
 * Math} that cannot fail, where each round computes them: none behind a jump. What the user has
 * named stays where it is. A loop that runs no round needs none of them: then their adjoints pass
 * on nothing, not even zero times an infinite partial derivative.
 */
final class InvariantParts extends Rewriter {

  private final Set<Var> parts;
  private final Map<Var, Expr> needed = new HashMap<>();
  private final List<Explanation> explained = new ArrayList<>();

  private InvariantParts(Set<Var> parts) {
    this.parts = parts;
  }

  /**
   * The result.
   *
   * @param body the body with such parts before their loops
   * @param needed what tells, there, whether the loop of a part runs a round, unless it surely does
   * @param explained what was moved
   */
  record Moved(Stmt.Block body, Map<Var, Expr> needed, List<Explanation> explained) {}

  /**
   * Moves them.
   *
   * @param parts the variables that hold the parts of formulas
   */
  static Moved of(Stmt.Block body, Set<Var> parts) {
    InvariantParts moving = new InvariantParts(parts);
    return parts.isEmpty()
        ? new Moved(body, Map.of(), List.of())
        : new Moved(moving.block(body), moving.needed, moving.explained);
  }

  @Override
  public List<Stmt> visit(Stmt.For s) {
    Optional<Expr> runs = FirstTest.of(s);
    if (runs.isEmpty()) {
      return super.visit(s);
    }
    Moving moving = new Moving(s);
    Stmt.Block body = block(moving.rest(s.body()));
    if (!FirstTest.isYes(runs.get())) {
      moving.moved.forEach(l -> needed.put(l.var(), runs.get()));
    }
    Reason once = Reason.of(Why.COMPUTED_ONCE, s.origin().text());
    moving.moved.forEach(
        l -> explained.add(Explanation.of(s.origin(), Printer.print(l.init().get()), once)));
    List<Stmt> out = new ArrayList<>(moving.moved);
    Stmt loop = new Stmt.For(s.init(), s.test(), s.update(), body, s.origin());
    out.addAll(moving.same.isEmpty() ? List.of(loop) : renamed(loop, moving.same));
    return out;
  }

  /** The loop by other names, also where parts are made of parts, and say so. */
  private List<Stmt> renamed(Stmt loop, Map<Var, Var> names) {
    return new Rewriter() {
      @Override
      public List<Stmt> visit(Stmt.Local s) {
        if (!parts.contains(s.var())) {
          return List.of(s);
        }
        String text = s.var().name() + " = " + Printer.print(s.init().orElseThrow());
        Origin at = new Origin(s.origin().start(), s.origin().end(), text);
        return List.of(new Stmt.Local(s.var(), s.init(), at));
      }
    }.stmts(Renaming.apply(List.of(loop), names));
  }

  /** A label belongs to its loop: nothing can stand between. */
  @Override
  public List<Stmt> visit(Stmt.Labeled s) {
    Stmt body = s.body();
    return body.isLoop() ? List.of(s) : super.visit(s);
  }

  /** Takes parts out of one loop. */
  private final class Moving {
    private final Set<Var> changing;
    private final Jumps jumps;
    private final List<Stmt.Local> moved = new ArrayList<>();

    /** Parts that are the same as one that was moved already. */
    private final Map<Var, Var> same = new HashMap<>();

    Moving(Stmt loop) {
      changing = new HashSet<>(Mentions.written(List.of(loop)));
      changing.addAll(Mentions.declared(List.of(loop)));
      jumps = Jumps.of(Stmt.Block.of(List.of(loop)));
    }

    /** What stays in a body of the loop, or of a loop in it that surely runs. */
    Stmt.Block rest(Stmt.Block body) {
      List<Stmt> out = new ArrayList<>();
      boolean isReached = true;
      for (Stmt s : body.statements()) {
        if (!isReached) {
          out.add(s);
        } else if (s instanceof Stmt.Local l && parts.contains(l.var()) && isSame(l.init().get())) {
          take(l);
        } else if (s instanceof Stmt.For f
            && FirstTest.of(f).filter(FirstTest::isYes).isPresent()) {
          out.add(new Stmt.For(f.init(), f.test(), f.update(), rest(f.body()), f.origin()));
        } else {
          out.add(s);
        }
        isReached &= !jumps.mayLeave(s);
      }
      return new Stmt.Block(out, body.origin());
    }

    private void take(Stmt.Local declaration) {
      Stmt.Local part = (Stmt.Local) Renaming.apply(List.of(declaration), same).get(0);
      changing.remove(part.var());
      String formula = Printer.print(part.init().orElseThrow());
      Optional<Stmt.Local> twin =
          moved.stream()
              .filter(l -> Printer.print(l.init().orElseThrow()).equals(formula))
              .findFirst();
      if (twin.isPresent()) {
        same.put(part.var(), twin.get().var());
      } else {
        moved.add(part);
      }
    }

    private boolean isSame(Expr e) {
      return !new Search() {
        @Override
        protected void read(Var v) {
          foundIf(!(v.type() instanceof Type.Primitive) || changing.contains(v));
        }

        @Override
        public Void visit(Expr.Binary e) {
          boolean mayFail = e.op() == Expr.Binary.Op.DIV || e.op() == Expr.Binary.Op.REM;
          return e.type().isScalar() || e.type().isNumeric() && !mayFail ? super.visit(e) : found();
        }

        @Override
        public Void visit(Expr.Call e) {
          boolean isFormula =
              e.callee().kind() == Callee.Kind.MATH
                  && e.type().isScalar()
                  && !e.callee().name().equals("random");
          return isFormula ? super.visit(e) : found();
        }

        @Override
        public Void visit(Expr.Field e) {
          return found();
        }

        @Override
        public Void visit(Expr.NewRecord e) {
          return found();
        }

        @Override
        public Void visit(Expr.NewArray e) {
          return found();
        }

        @Override
        public Void visit(Expr.ArrayLiteral e) {
          return found();
        }

        @Override
        public Void visit(Expr.Opaque e) {
          return found();
        }
      }.in(e);
    }
  }
}
