package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.RuleText;
import io.github.cotangent.processor.ir.Derivation;
import io.github.cotangent.processor.ir.Derivation.Form;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls with a hand-written tangent: the call stays as it is, and the rule gives the tangent.
 *
 * <pre>{@code
 * y = f(x);     becomes     y = f(x);
 *                           yDot = fTangent(x, xDot);
 * }</pre>
 */
final class RuleTangent {

  private final CallTangent calls;
  private final StatementTangent statements;

  RuleTangent(CallTangent calls, StatementTangent statements) {
    this.calls = calls;
    this.statements = statements;
  }

  /** A call whose value goes somewhere, or nowhere where the target is null. */
  List<Stmt> of(Expr.Call call, Place target, Stmt s) {
    Derivation derivation = call.callee().derivation().orElseThrow();
    Derivation.Rule rule = derivation.tangent().orElseThrow(() -> missing(call, derivation));
    if (rule.readsResult() && !derivation.writes().isEmpty()) {
      throw new Refusal(
          ErrorId.BAD_RULE,
          call.origin(),
          "the tangent of a method that writes into an array is called before that",
          "Leave 'result' out of what '" + rule.method().name() + "' takes.");
    }
    List<Stmt> out = new ArrayList<>();
    Expr run = run(call, rule, target, out);
    Stmt tangent = tangent(run, target, s);
    // What the call overwrites, its tangent reads as it was before.
    boolean follows = s instanceof Stmt.Local && derivation.writes().isEmpty();
    out.addAll(follows ? List.of(s, tangent) : List.of(tangent, s));
    return out;
  }

  private static Refusal missing(Expr.Call call, Derivation derivation) {
    String name = call.callee().name();
    String rule = RuleText.of(call.callee(), Form.TANGENT, -1, derivation.refused());
    return new Refusal(
        ErrorId.MISSING_RULE,
        call.origin(),
        name,
        "no tangent and no partial, which forward mode needs",
        "Add one: " + rule);
  }

  private Stmt tangent(Expr run, Place target, Stmt s) {
    if (target == null || !statements.isTracked(target.read())) {
      return statements.evaluate(run);
    }
    return s instanceof Stmt.Local l
        ? statements.declare(calls.dot(l.var()), run)
        : statements.assign(target.read(), run);
  }

  private Expr run(Expr.Call call, Derivation.Rule rule, Place target, List<Stmt> before) {
    List<Expr> arguments = new ArrayList<>();
    for (Derivation.Operand o : rule.operands()) {
      arguments.add(
          switch (o.role()) {
            case ARGUMENT -> call.arguments().get(o.parameter());
            case TANGENT -> calls.tangentOf(call, o.parameter(), before);
            case RESULT -> target.read();
            case ADJOINT, RESULT_ADJOINT ->
                throw new IllegalStateException("a tangent takes no adjoint");
          });
    }
    return new Expr.Call(rule.method(), null, arguments, call.origin());
  }
}
