package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives constants an identity of their own, where adjoints are told apart by identity. A constant
 * parameter, or the result of a {@code @NonDifferentiable} method, may be an object that is active
 * under another name; what flows into the constant must not be counted there:
 *
 * <pre>{@code
 * h = detached(v);     becomes     Vec detached = detached(v);
 *                                  h = Shadows.distinct(detached);
 * }</pre>
 */
final class DistinctConstants extends Rewriter {

  private final Activity activity;
  private final Names names;
  private final Map<Var, Var> renamed = new HashMap<>();

  private DistinctConstants(Activity activity, Names names) {
    this.activity = activity;
    this.names = names;
  }

  /** The function with copies of the constants that become active. */
  static Function of(Function f, Set<Var> independents, Activity activity, Names names) {
    DistinctConstants rewriter = new DistinctConstants(activity, names);
    List<Stmt> body = new ArrayList<>();
    for (Var p : f.parameters()) {
      if (!independents.contains(p) && rewriter.needsCopy(p.type(), Make.read(p))) {
        Var own = names.fresh(p.name() + "Now", p.type());
        rewriter.renamed.put(p, own);
        body.add(rewriter.distinct(own, Make.read(p), Origin.NONE));
      }
    }
    body.addAll(rewriter.stmts(f.body().statements()));
    return f.withBody(new Stmt.Block(body, f.body().origin()));
  }

  private boolean needsCopy(Type type, Expr target) {
    return type.holdsValue() && activity.isActive(target);
  }

  private Stmt distinct(Var v, Expr value, Origin at) {
    Expr copy = Arguments.distinct(value, true);
    String text = v.name() + " = " + Printer.print(value);
    return new Stmt.Local(v, Optional.of(copy), new Origin(at.start(), at.end(), text));
  }

  @Override
  protected Var var(Var v) {
    return renamed.getOrDefault(v, v);
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    boolean copies = s.init().isPresent() && isConstant(s.init().get(), Make.read(s.var()));
    if (!copies) {
      return super.visit(s);
    }
    Stmt.Local made = named(expr(s.init().get()), s);
    return List.of(made, distinct(s.var(), Make.read(made.var()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    boolean copies =
        s.target() instanceof Place.Variable && isConstant(s.value(), s.target().read());
    if (!copies) {
      return super.visit(s);
    }
    Stmt.Local made = named(expr(s.value()), s);
    Var own = names.fresh(made.var().name(), made.var().type());
    Stmt.Local copy = (Stmt.Local) distinct(own, Make.read(made.var()), s.origin());
    return List.of(made, copy, new Stmt.Assign(s.target(), Make.read(own), false, s.origin()));
  }

  /** A loop's header has no room for further statements. */
  @Override
  public List<Stmt> visit(Stmt.For s) {
    List<Stmt> init = stmts(s.init());
    List<Stmt> update = stmts(s.update());
    if (init.size() != s.init().size() || update.size() != s.update().size()) {
      throw new Refusal(
          ErrorId.UNSUPPORTED_EXPRESSION,
          s.origin(),
          "A constant that becomes active in the head of a loop",
          "Assign it before the loop or in its body.");
    }
    Stmt.Block body = block(s.body());
    return List.of(new Stmt.For(init, expr(s.test()), update, body, s.origin()));
  }

  private boolean isConstant(Expr value, Expr target) {
    return value instanceof Expr.Call c
        && c.callee().kind() == Callee.Kind.CONSTANT
        && needsCopy(c.type(), target);
  }

  private Stmt.Local named(Expr value, Stmt s) {
    Var v = names.fresh(((Expr.Call) value).callee().name(), value.type());
    return new Stmt.Local(v, Optional.of(value), s.origin());
  }
}
