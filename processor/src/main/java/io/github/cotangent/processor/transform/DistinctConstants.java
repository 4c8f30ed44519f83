package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.diagnostics.ErrorId;
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
import java.util.function.UnaryOperator;

/**
 * Gives constants an identity of their own, where adjoints are told apart by identity. A constant
 * parameter, or the result of a {@code @NonDifferentiable} method, may be an object that is active
 * under another name, and so may what a field or unread code gives; what flows into the constant
 * must not be counted there:
 *
 * <pre>{@code
 * Vec h = detached(v);     becomes     Vec h = Shadows.distinct(detached(v));
 * }</pre>
 */
final class DistinctConstants extends Rewriter {

  private final Activity activity;
  private final Names names;
  private final Map<Var, Var> renamed = new HashMap<>();
  private boolean isChanged;
  private final UnaryOperator<String> lambdaParameters;

  private DistinctConstants(Activity activity, Names names) {
    this.activity = activity;
    this.names = names;
    this.lambdaParameters = names.once();
  }

  /** The function with copies of the constants that become active; itself where there are none. */
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
    return rewriter.isChanged ? f.withBody(new Stmt.Block(body, f.body().origin())) : f;
  }

  private boolean needsCopy(Type type, Expr target) {
    return type.holdsValue() && activity.isActive(target);
  }

  private Stmt distinct(Var v, Expr value, Origin at) {
    isChanged = true;
    Expr copy = DistinctValues.of(value, true, lambdaParameters, part -> true);
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
    List<Stmt> out = new ArrayList<>();
    Expr value = reread(expr(s.init().get()), s.origin(), out);
    out.add(distinct(s.var(), value, s.origin()));
    return out;
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    if (!isConstant(s.value(), s.target().read())) {
      return super.visit(s);
    }
    List<Stmt> out = new ArrayList<>();
    Var own = names.fresh(wish(s.value()), s.value().type());
    Expr value = reread(expr(s.value()), s.origin(), out);
    out.add(distinct(own, value, s.origin()));
    Place target = place(s.target());
    out.add(new Stmt.Assign(target, Make.read(own), false, s.origin()));
    return out;
  }

  /** A record is read once for each of its components: it gets a name. */
  private Expr reread(Expr value, Origin at, List<Stmt> before) {
    if (!(value.type() instanceof Type.Record)) {
      return value;
    }
    Var v = names.fresh(wish(value), value.type());
    before.add(new Stmt.Local(v, Optional.of(value), at));
    return Make.read(v);
  }

  private static String wish(Expr value) {
    return value instanceof Expr.Call c ? c.callee().name() : "constant";
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
    boolean isCall =
        value instanceof Expr.Call c
            && switch (c.callee().kind()) {
              case CONSTANT, FOREIGN, SINK -> true;
              case MATH, ARRAY, LOCAL, LINKED, RULED, GENERATED -> false;
            };
    boolean isOutside = isCall || value instanceof Expr.Field || value instanceof Expr.Opaque;
    return isOutside && needsCopy(value.type(), target);
  }
}
