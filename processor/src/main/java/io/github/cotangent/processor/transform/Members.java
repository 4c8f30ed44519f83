package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Explanations;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The generated members of one method: {@code dF}, {@code fValueAndGradient}, {@code fPullback},
 * the linkage pair, and the records that they return.
 */
public final class Members {

  private final Derivative derivative;
  private final Summaries summaries;
  private final Links links;
  private final Pairs pairs;
  private final Set<Optimization> enabled;
  private final MemberNotes notes;
  private final Linkage linkage;
  private final List<Declaration> members = new ArrayList<>();

  private Members(
      Derivative derivative,
      Summaries summaries,
      Links links,
      Pairs pairs,
      Set<Optimization> enabled,
      Explanations explanations) {
    this.derivative = derivative;
    this.summaries = summaries;
    this.links = links;
    this.pairs = pairs;
    this.enabled = enabled;
    this.notes = new MemberNotes(derivative, explanations);
    this.linkage = derivative.linkage();
  }

  /**
   * The members, in the order in which a reader meets them.
   *
   * @param explanations takes what there is to say of the first of them that runs both sweeps
   */
  public static List<Declaration> of(
      Derivative derivative,
      Summaries summaries,
      Links links,
      Pairs pairs,
      Set<Optimization> enabled,
      Explanations explanations) {
    Members members = new Members(derivative, summaries, links, pairs, enabled, explanations);
    members.make();
    return members.members;
  }

  private void make() {
    members.addAll(GradientMembers.of(derivative, summaries, links, notes, enabled));
    if (derivative.directional().isPresent()) {
      if (derivative.makes(Derivative.Output.HESSIAN)) {
        members.addAll(HessianMembers.of(derivative));
      }
      if (derivative.makes(Derivative.Output.HESSIAN_INTO)) {
        members.addAll(HessianMembers.into(derivative));
      }
      return;
    }
    if (derivative.makes(Derivative.Output.PULLBACK)) {
      members.addAll(new PullbackMembers(derivative, summaries).of());
    }
    boolean isDense = derivative.makes(Derivative.Output.JACOBIAN);
    boolean isDenseInto = derivative.makes(Derivative.Output.JACOBIAN_INTO);
    if (isDense || isDenseInto) {
      Optional<JacobianRows> rows = JacobianChoice.of(derivative, summaries, links, enabled, notes);
      if (isDense) {
        members.addAll(JacobianMembers.of(derivative, rows));
      }
      if (isDenseInto) {
        members.addAll(JacobianMembers.into(derivative, rows));
      }
      rows.ifPresent(r -> members.add(r.method()));
    }
    if (derivative.makes(Derivative.Output.PAIR)) {
      PairMembers.Pair pair = pairs.of(derivative);
      members.addAll(pair.members());
      notes.tellOfPair(pair.sweeps(), pair.members());
    }
    records();
  }

  private void records() {
    boolean gradients =
        derivative.makes(Derivative.Output.GRADIENT)
            || derivative.makes(Derivative.Output.VALUE_AND_GRADIENT)
            || derivative.makes(Derivative.Output.PULLBACK)
            || derivative.makes(Derivative.Output.HVP);
    Type gradient = linkage.gradientType(derivative.withRespectTo());
    if (gradients && derivative.withRespectTo().size() > 1) {
      record(
          (Type.Record) gradient,
          "The gradient of " + derivative.link() + ": a component for each parameter.");
    }
    if (derivative.makes(Derivative.Output.VALUE_AND_GRADIENT)) {
      record(
          linkage.valueAndGradientType(derivative.withRespectTo()),
          "The value of " + derivative.link() + " and its gradient.");
    }
    if (derivative.makes(Derivative.Output.PAIR)
        && linkage.adjointsType() instanceof Type.Record r
        && linkage.returned().size() > 1) {
      record(r, "The adjoints of the arguments that were passed by value.");
    }
  }

  private void record(Type.Record type, String doc) {
    members.add(new Declaration.RecordClass(type, derivative.visibility(), doc));
  }

  // What all members are made with

  /** A method that runs the primal: it throws what that throws. */
  static Declaration.Method running(
      Function function,
      Derivative derivative,
      String name,
      List<Var> parameters,
      Type result,
      List<Stmt> body,
      String doc) {
    Function made = method(function, derivative, name, parameters, result, body, doc).function();
    return new Declaration.Method(
        made.throwing(function.thrown()), true, derivative.visibility(), doc);
  }

  /** A static method with the visibility that the members of this derivative have. */
  static Declaration.Method method(
      Function function,
      Derivative derivative,
      String name,
      List<Var> parameters,
      Type result,
      List<Stmt> body,
      String doc) {
    Function made =
        new Function(
            derivative.linkage().container(),
            name,
            parameters,
            Set.of(),
            result,
            Stmt.Block.of(body),
            function.reserved(),
            function.origin());
    return new Declaration.Method(made, true, derivative.visibility(), doc);
  }

  /** The record of a value and its gradient. */
  static Expr valueAndGradient(Derivative derivative, Expr value, Expr gradient) {
    Type.Record type = derivative.linkage().valueAndGradientType(derivative.withRespectTo());
    return newRecord(type, List.of(value, gradient));
  }

  static Expr newRecord(Type.Record type, List<Expr> arguments) {
    return new Expr.NewRecord(type, arguments, Origin.NONE);
  }

  static Stmt returns(Expr e) {
    return new Stmt.Return(Optional.of(e), Origin.NONE);
  }

  /** The gradient: one adjoint, or the record of several. */
  static Expr gradient(Derivative derivative, AdjointVars adjoints, Var shadows) {
    List<Integer> independents = derivative.withRespectTo();
    List<Expr> parts =
        independents.stream()
            .map(derivative.function().parameters()::get)
            .map(p -> ShadowCalls.adjoint(p, adjoints, shadows))
            .toList();
    return parts.size() == 1
        ? parts.get(0)
        : newRecord((Type.Record) derivative.linkage().gradientType(independents), parts);
  }
}
