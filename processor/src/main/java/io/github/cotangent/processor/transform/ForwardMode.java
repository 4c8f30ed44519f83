package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
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
import io.github.cotangent.processor.optimize.Purity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Forward mode for one function: the primal as it is written, and beside each statement that
 * carries a derivative the statement of its tangent, with the same control flow around both:
 *
 * <pre>{@code
 * double a = x * x;     becomes     double a = x * x;
 * return a * x;                     double aDot = 2 * xDot * x;
 *                                   return new FJvp(a * x, aDot * x + xDot * a);
 * }</pre>
 *
 * <p>A tangent stands behind its primal statement, where it can use the value that was just
 * computed; before it, where the primal overwrites what the tangent reads. References and their
 * tangents travel together, so aliases need no care.
 *
 * <p>What comes out is in the language that goes in: it can be differentiated again.
 */
public final class ForwardMode extends Rewriter {

  /** What the new function returns. */
  public enum Result {
    /** The value and its tangent, as a record; of a {@code void} method, nothing. */
    BOTH,
    /** The tangent alone. */
    TANGENT
  }

  /**
   * What to make.
   *
   * @param function in core form
   * @param names the function's names
   * @param independents the parameters with a tangent
   * @param isInPlace true if the caller sees what the function writes into its arrays
   * @param name the name of the new function
   * @param result what it returns
   * @param both the record of value and tangent
   */
  public record Request(
      Function function,
      Names names,
      Summaries summaries,
      Links links,
      Set<Var> independents,
      boolean isInPlace,
      String name,
      Result result,
      Type.Record both) {}

  private final Request request;
  private final Function flat;
  private final Activity activity;
  private final TangentVars tangents;
  private final StatementTangent statements;
  private final CallTangent calls;

  private ForwardMode(Request request) {
    this.request = request;
    Summaries summaries = request.summaries();
    Set<Var> independents = request.independents();
    Function f = request.function();
    Names names = request.names();
    Regions rough = Regions.of(f, independents, summaries);
    Activity first = Activity.of(f, rough, summaries, independents, request.isInPlace());
    this.flat = f.withBody(Flattening.flatten(f.body(), first, rough, names));
    Regions regions = Regions.of(flat, independents, summaries);
    this.activity = Activity.of(flat, regions, summaries, independents, request.isInPlace());
    this.tangents = new TangentVars(names);
    this.statements = new StatementTangent(activity, regions, tangents);
    this.calls = new CallTangent(activity, summaries, request.links(), tangents, statements);
  }

  /**
   * The function of the primal's parameters, and behind them a tangent for each independent, that
   * computes value and tangent.
   */
  public static Function of(Request request) {
    return new ForwardMode(request).make();
  }

  private Function make() {
    List<Var> parameters = new ArrayList<>(flat.parameters());
    Set<Var> constants = new LinkedHashSet<>(flat.constants());
    List<Stmt> head = new ArrayList<>();
    for (Var p : flat.parameters()) {
      if (request.independents().contains(p)) {
        parameters.add(tangents.of(p));
      } else {
        constants.add(p);
        if (isTracked(p)) {
          head.add(statements.declare(tangents.of(p), statements.zeros(Make.read(p))));
        }
      }
    }
    List<Stmt> rewritten = stmts(flat.body().statements());
    List<Stmt> body = new ArrayList<>(statements.constants());
    body.addAll(head);
    body.addAll(rewritten);
    Set<String> reserved = new LinkedHashSet<>(flat.reserved());
    parameters.forEach(p -> reserved.add(p.name()));
    return new Function(
        flat.owner(),
        request.name(),
        parameters,
        constants,
        result(),
        new Stmt.Block(body, flat.body().origin()),
        flat.thrown(),
        reserved,
        flat.origin());
  }

  private Type result() {
    boolean single = request.result() == Result.TANGENT || flat.result() instanceof Type.Void;
    return single ? flat.result() : request.both();
  }

  private boolean isTracked(Var v) {
    return v.type().isDifferentiable() && activity.isActive(Make.read(v));
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    if (s.init().isPresent() && calls.isLinked(s.init().get(), Make.read(s.var()))) {
      return calls.assigned((Expr.Call) s.init().get(), new Place.Variable(s.var()), s);
    }
    if (!isTracked(s.var())) {
      return List.of(s);
    }
    Var dot = tangents.of(s.var());
    if (s.init().isEmpty()) {
      return List.of(s, new Stmt.Local(dot, Optional.empty(), Origin.NONE));
    }
    Expr tangent = statements.of(s.init().get(), dot.type(), Make.read(s.var()), true);
    return List.of(s, statements.declare(dot, tangent));
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    Expr target = s.target().read();
    if (calls.isLinked(s.value(), target)) {
      return calls.assigned((Expr.Call) s.value(), s.target(), s);
    }
    if (!statements.isTracked(target) || target.equals(s.value())) {
      return List.of(s);
    }
    return statements.assignment(target, s);
  }

  @Override
  public List<Stmt> visit(Stmt.Evaluate s) {
    if (!(s.expr() instanceof Expr.Call c)) {
      return List.of(s);
    }
    if (calls.isLinked(c, null)) {
      return calls.ignored(c, s);
    }
    return c.callee().kind() == Callee.Kind.ARRAY ? statements.inPlace(c, s) : List.of(s);
  }

  /** Surgery is on adjoints: forward mode has none. */
  @Override
  public List<Stmt> visit(Stmt.Surgery s) {
    return List.of();
  }

  /** Initial values with a tangent move before the loop: a header declares one type only. */
  @Override
  public List<Stmt> visit(Stmt.For s) {
    List<Stmt> init = stmts(s.init());
    Stmt.Block body = block(s.body());
    List<Stmt> update = stmts(s.update());
    if (init.size() == s.init().size()) {
      return List.of(new Stmt.For(s.init(), s.test(), update, body, s.origin()));
    }
    List<Stmt> all = new ArrayList<>(init);
    all.add(new Stmt.For(List.of(), s.test(), update, body, s.origin()));
    return List.of(new Stmt.Block(all, s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Return s) {
    if (s.value().isEmpty()) {
      return List.of(s);
    }
    Expr value = s.value().get();
    Expr tangent = statements.of(value, flat.result(), null, false);
    if (request.result() == Result.TANGENT) {
      return tangentAlone(value, tangent, s);
    }
    Expr both = new Expr.NewRecord(request.both(), List.of(value, tangent), Origin.NONE);
    return List.of(returning(both, s));
  }

  /** The value goes where nobody reads it, unless computing it may throw. */
  private List<Stmt> tangentAlone(Expr value, Expr tangent, Stmt.Return s) {
    List<Stmt> out = new ArrayList<>();
    if (!Purity.isDroppable(value, part -> fails(tangent, part))) {
      Var unused = request.names().fresh("value", value.type());
      out.add(new Stmt.Local(unused, Optional.of(value), s.origin()));
    }
    out.add(returning(tangent, s));
    return out;
  }

  private static Stmt returning(Expr returned, Stmt.Return s) {
    String text = "return " + Printer.print(returned);
    Origin origin = new Origin(s.origin().start(), s.origin().end(), text);
    return new Stmt.Return(Optional.of(returned), origin);
  }

  /** True if the tangent fails as a part of its value does: it reads that, or its tangent. */
  private boolean fails(Expr tangent, Expr part) {
    return Evaluated.in(
        tangent, e -> e.equals(part) || part instanceof Expr.Element && statements.isDot(e, part));
  }
}
