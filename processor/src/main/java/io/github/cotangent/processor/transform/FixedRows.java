package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks the shadows of all rows of a matrix up once, before the backward pass, where that pass does
 * not put other rows in:
 *
 * <pre>{@code
 *                                            double[][] dp = shadows.of(p);
 * for (int i = n - 1; i >= 0; i--) {         for (int i = n - 1; i >= 0; i--) {
 *   shadows.of(p[i])[0] += de * 2;             dp[i][0] += de * 2;
 * }                                          }
 * }</pre>
 *
 * <p>That is so of a matrix which is filled with rows before it is used, {@code p[i] =
 * p0[i].clone()}. It was made in the method and has one name only: so nobody else puts rows in.
 */
final class FixedRows {

  private final Var shadows;
  private final AdjointVars adjoints;
  private final Function<Expr, Expr> find;

  /**
   * For one function.
   *
   * @param find looks up the shadow of an array
   */
  FixedRows(Var shadows, AdjointVars adjoints, Function<Expr, Expr> find) {
    this.shadows = shadows;
    this.adjoints = adjoints;
    this.find = find;
  }

  /**
   * The backward pass with fewer look-ups, and the declarations that it needs.
   *
   * @param body the primal
   */
  List<Stmt> of(List<Stmt> swept, Stmt.Block body, Assignments assignments) {
    LookUps lookUps = new LookUps();
    lookUps.walk(swept);
    if (lookUps.inLoops.isEmpty() || lookUps.isRebound) {
      return swept;
    }
    Set<Var> used = Blocks.used(swept);
    Set<Var> passedOn = WholeArrays.in(body);
    Map<Var, Var> found = new LinkedHashMap<>();
    for (Stmt s : body.statements()) {
      if (s instanceof Stmt.Local l
          && lookUps.inLoops.contains(l.var())
          && !lookUps.refilled.contains(l.var())
          && !used.contains(adjoints.of(l.var()))
          && l.init().filter(ArrayCall::isNew).isPresent()
          && assignments.isSingle(l.var())
          && !passedOn.contains(l.var())) {
        found.put(l.var(), adjoints.of(l.var()));
      }
    }
    if (found.isEmpty()) {
      return swept;
    }
    List<Stmt> out = new ArrayList<>();
    found.forEach((matrix, all) -> out.add(Make.local(all, find.apply(Make.read(matrix)))));
    out.addAll(
        new Rewriter() {
          @Override
          public Expr visit(Expr.Call e) {
            Expr.Element row = row(e);
            Var all = row == null ? null : found.get(((Expr.Read) row.array()).var());
            return all == null
                ? super.visit(e)
                : new Expr.Element(Make.read(all), expr(row.index()));
          }
        }.stmts(swept));
    return out;
  }

  /** The row of numbers whose shadow a call looks up; null for all other calls. */
  private static Expr.Element row(Expr.Call e) {
    return Make.isShadow(e)
            && e.arguments().get(0) instanceof Expr.Element x
            && x.array() instanceof Expr.Read
        ? x
        : null;
  }

  /** What a backward pass looks up, and the matrices that it puts rows into. */
  private final class LookUps extends Walker {
    private final Set<Var> inLoops = new HashSet<>();
    private final Set<Var> refilled = new HashSet<>();
    private int loops;

    /** True if what is known of arrays does not only grow. */
    private boolean isRebound;

    @Override
    public Void visit(Expr.Call e) {
      isRebound |=
          e.receiver() instanceof Expr.Read r
              && r.var().equals(shadows)
              && !e.callee().name().equals("of");
      Expr.Element row = row(e);
      if (row != null && loops > 0) {
        inLoops.add(((Expr.Read) row.array()).var());
      }
      return super.visit(e);
    }

    @Override
    protected void place(Place p) {
      if (p instanceof Place.Slot s && s.type().isReference()) {
        refilled.add(Reads.base(s.array()));
      }
      super.place(p);
    }

    @Override
    protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
      loops++;
      inside.run();
      loops--;
    }
  }
}
