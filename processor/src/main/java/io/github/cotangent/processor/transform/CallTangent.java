package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Derivation;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls in forward mode: the callee's tangent runs in place of the callee, and gives both.
 *
 * <pre>{@code
 * y = f(x, n);     becomes     FJvp yJvp = fJvp(x, n, xDot);
 *                              y = yJvp.value();
 *                              yDot = yJvp.valueDot();
 * }</pre>
 */
final class CallTangent {

  private final Activity activity;
  private final Summaries summaries;
  private final Links links;
  private final TangentVars tangents;
  private final StatementTangent statements;

  CallTangent(
      Activity activity,
      Summaries summaries,
      Links links,
      TangentVars tangents,
      StatementTangent statements) {
    this.activity = activity;
    this.summaries = summaries;
    this.links = links;
    this.tangents = tangents;
    this.statements = statements;
  }

  /**
   * True for a call whose tangent is needed: something with a tangent takes its value, or is
   * written by it.
   *
   * @param target what the value is assigned to, or null
   */
  boolean isLinked(Expr value, Expr target) {
    if (!(value instanceof Expr.Call c) || !hasTangent(c.callee())) {
      return false;
    }
    if (target != null && statements.isTracked(target)) {
      return true;
    }
    for (int i = 0; i < c.arguments().size(); i++) {
      Expr argument = c.arguments().get(i);
      boolean isWritten =
          argument.type().holdsDifferentiableArray() && summaries.writes(c.callee(), i);
      if (isWritten && c.callee().differentiates(i) && activity.isActive(argument)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasTangent(Callee callee) {
    return switch (callee.kind()) {
      case LOCAL, LINKED -> true;
      case RULED -> {
        Derivation d = callee.derivation().orElseThrow();
        yield d.tangent().isPresent() || d.partials().isEmpty();
      }
      case MATH, ARRAY, CONSTANT, SINK, FOREIGN, GENERATED -> false;
    };
  }

  /** A call whose value goes somewhere. */
  List<Stmt> assigned(Expr.Call call, Place target, Stmt s) {
    if (call.callee().kind() == Callee.Kind.RULED) {
      return new RuleTangent(this, statements).of(call, target, s);
    }
    Callee tangent = tangent(call);
    List<Stmt> out = new ArrayList<>();
    Expr run = run(call, tangent, out);
    Type.Record both = (Type.Record) tangent.returnType();
    String wish = target instanceof Place.Variable v ? v.var().name() : call.callee().name();
    Var jvp = tangents.made(wish + "Jvp", both);
    out.add(new Stmt.Local(jvp, Optional.of(run), s.origin()));
    Expr value = new Expr.Component(Make.read(jvp), "value");
    out.add(
        s instanceof Stmt.Local l
            ? new Stmt.Local(l.var(), Optional.of(value), s.origin())
            : new Stmt.Assign(target, value, false, s.origin()));
    if (statements.isTracked(target.read())) {
      Expr valueDot = new Expr.Component(Make.read(jvp), "valueDot");
      out.add(
          s instanceof Stmt.Local l
              ? statements.declare(tangents.of(l.var()), valueDot)
              : statements.assign(target.read(), valueDot));
    }
    return out;
  }

  /** A call whose value nobody needs. */
  List<Stmt> ignored(Expr.Call call, Stmt s) {
    if (call.callee().kind() == Callee.Kind.RULED) {
      return new RuleTangent(this, statements).of(call, null, s);
    }
    List<Stmt> out = new ArrayList<>();
    Expr run = run(call, tangent(call), out);
    out.add(new Stmt.Evaluate(run, s.origin()));
    return out;
  }

  private Callee tangent(Expr.Call call) {
    links
        .missing(call.callee())
        .ifPresent(
            remedy -> {
              String name = call.callee().name();
              throw new Refusal(ErrorId.UNKNOWN_TANGENT, call.origin(), name, remedy);
            });
    return links.tangent(call.callee());
  }

  private Expr run(Expr.Call call, Callee tangent, List<Stmt> before) {
    List<Expr> arguments = new ArrayList<>(call.arguments());
    for (int i = 0; i < call.arguments().size(); i++) {
      if (call.callee().differentiates(i)) {
        arguments.add(tangentOf(call, i, before));
      }
    }
    return new Expr.Call(tangent, null, arguments, call.origin());
  }

  /** The tangent of a variable. */
  Var dot(Var v) {
    return tangents.of(v);
  }

  /** The tangent of an argument; what has no name gets one before. */
  Expr tangentOf(Expr.Call call, int argument, List<Stmt> before) {
    Type type = call.callee().parameterTypes().get(argument);
    return tangent(call.arguments().get(argument), type, before);
  }

  private Expr tangent(Expr argument, Type type, List<Stmt> before) {
    Expr tangent = statements.of(argument, type, null, false);
    boolean isNamed =
        type.isScalar() || tangent instanceof Expr.Read || tangent instanceof Expr.Literal;
    if (isNamed) {
      return tangent;
    }
    String wish = argument instanceof Expr.Read r ? r.var().name() : "argument";
    Var dot = tangents.made(wish + "Dot", argument.type());
    before.add(new Stmt.Local(dot, Optional.of(tangent), Origin.NONE));
    return Make.read(dot);
  }
}
