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

  private static final String ADDED =
      ", but what belongs to arrays is added to the arrays that are given, which the gradient"
          + " returned holds.";

  private final Derivative derivative;
  private final Summaries summaries;
  private final Links links;
  private final Pairs pairs;
  private final Set<Optimization> enabled;
  private final MemberNotes notes;
  private final Assembly assembly;
  private final Linkage linkage;
  private final Function function;
  private final List<Declaration> members = new ArrayList<>();

  /** The sweeps of the gradient alone, if there are any: they tell which loops are recorded. */
  private Optional<ReverseMode.Sweeps> ofGradient = Optional.empty();

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
    this.assembly = new Assembly(enabled);
    this.linkage = derivative.linkage();
    this.function = derivative.function();
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
    if (derivative.makes(Derivative.Output.GRADIENT)) {
      gradient();
    }
    if (derivative.makes(Derivative.Output.VALUE_AND_GRADIENT)) {
      valueAndGradient();
    }
    if (derivative.makes(Derivative.Output.VALUE_AND_GRADIENT_INTO)) {
      valueAndGradientInto();
    }
    if (derivative.directional().isPresent()) {
      hessianVectorProduct(derivative.directional().get());
      if (derivative.makes(Derivative.Output.HVP_INTO)) {
        hessianVectorProductInto(derivative.directional().get());
      }
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

  private ReverseMode.Request request(boolean throwsFirst, ReverseMode.Need need) {
    return new ReverseMode.Request(
        function,
        derivative.names(),
        summaries,
        links,
        derivative.independents(),
        false,
        throwsFirst,
        need,
        enabled);
  }

  private ReverseMode.Sweeps sweeps(ReverseMode.Need need) {
    return ReverseMode.of(request(false, need));
  }

  /** The sweeps of a member that adds to arrays of the caller. */
  private ReverseMode.Sweeps sweepsInto(ReverseMode.Need need) {
    return ReverseMode.of(request(true, need));
  }

  /** The sweeps with a value that is made behind them, where loops gain by that. */
  private Optional<ReverseMode.Sweeps> withLateValue() {
    boolean hasLoop = function.body().statements().stream().anyMatch(s -> s instanceof Stmt.For);
    boolean isRecorded = ofGradient.filter(s -> s.independent().isEmpty()).isPresent();
    if (!hasLoop || isRecorded || derivative.isRecursive()) {
      return Optional.empty();
    }
    ReverseMode.Request late = request(false, ReverseMode.Need.LATE_VALUE);
    return ofGradient
        .map(s -> ReverseMode.like(s, late))
        .or(() -> Optional.of(ReverseMode.of(late)))
        .filter(s -> s.late().isPresent());
  }

  /** A method that runs the primal: it throws what that throws. */
  private void running(String name, Type result, List<Stmt> body, String doc) {
    running(name, List.of(), result, body, doc);
  }

  /** The same with further parameters, behind the primal's. */
  private void running(String name, List<Var> further, Type result, List<Stmt> body, String doc) {
    List<Var> parameters = new ArrayList<>(function.parameters());
    parameters.addAll(further);
    members.add(running(function, derivative, name, parameters, result, body, doc));
  }

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

  // dF and fValueAndGradient

  private void gradient() {
    String doc =
        "Gradient of "
            + derivative.link()
            + ". For every variable {@code v}, {@code dv} is the derivative of the result with"
            + " respect to {@code v}.";
    Type type = linkage.gradientType(derivative.withRespectTo());
    if (derivative.isRecursive()) {
      Expr both =
          Make.call(
              linkage.container(),
              linkage.valueAndGradient(),
              linkage.valueAndGradientType(derivative.withRespectTo()).name(),
              arguments());
      Stmt body = returns(Make.invoke(both, "gradient", type));
      running(linkage.gradient(), type, List.of(body), doc);
      return;
    }
    ReverseMode.Sweeps sweeps = sweeps(ReverseMode.Need.NO_VALUE);
    ofGradient = Optional.of(sweeps);
    List<Stmt> body = inline(sweeps, gradientOf(sweeps));
    running(linkage.gradient(), type, body, doc);
  }

  private void hessianVectorProduct(Tangent directional) {
    String doc =
        "The derivative of the gradient of "
            + derivative.link()
            + " along a direction: the product of the Hessian with it. {@code vDot} is the"
            + " derivative of {@code v} along the direction, {@code dv} the derivative of the"
            + " result's {@code Dot} with respect to {@code v}.";
    ReverseMode.Sweeps sweeps = sweeps(ReverseMode.Need.NO_VALUE);
    List<Stmt> body = new ArrayList<>(JvpMembers.checks(directional));
    body.addAll(inline(sweeps, gradientOf(sweeps)));
    Type type = linkage.gradientType(derivative.withRespectTo());
    running(linkage.hvp(), type, body, doc);
  }

  private void hessianVectorProductInto(Tangent directional) {
    String doc = "As {@code " + linkage.hvp() + "}" + ADDED;
    ReverseMode.Sweeps sweeps = sweepsInto(ReverseMode.Need.NO_VALUE);
    List<Var> given = new ArrayList<>();
    List<Stmt> body = new ArrayList<>(JvpMembers.checks(directional));
    body.addAll(inline(sweeps, gradientOf(sweeps), given));
    Type type = linkage.gradientType(derivative.withRespectTo());
    running(linkage.hvpInto(), given, type, body, doc);
  }

  private List<Expr> arguments() {
    return function.parameters().stream().map(Make::read).toList();
  }

  private void valueAndGradient() {
    String doc =
        "The value of "
            + derivative.link()
            + (derivative.isWhole()
                ? " and its gradient with respect to all parameters, for the derivatives that call"
                    + " it."
                : " and its gradient, in one sweep.");
    Type.Record type = linkage.valueAndGradientType(derivative.withRespectTo());
    Optional<ReverseMode.Sweeps> oneSweep = withLateValue();
    List<Stmt> body;
    if (oneSweep.isPresent()) {
      Expr value = oneSweep.get().late().orElseThrow().value();
      body = inline(oneSweep.get(), newRecord(type, List.of(value, gradientOf(oneSweep.get()))));
    } else if (derivative.makes(Derivative.Output.PAIR)) {
      body = new Wrapper(derivative, summaries).valueAndGradient(type);
    } else {
      ReverseMode.Sweeps sweeps = sweeps(ReverseMode.Need.VALUE);
      Expr value = Make.read(sweeps.value().orElseThrow());
      body = inline(sweeps, newRecord(type, List.of(value, gradientOf(sweeps))));
    }
    running(linkage.valueAndGradient(), type.name(), body, doc);
  }

  private void valueAndGradientInto() {
    String doc = "As {@code " + linkage.valueAndGradient() + "}" + ADDED;
    Type.Record type = linkage.valueAndGradientType(derivative.withRespectTo());
    List<Var> given = new ArrayList<>();
    List<Stmt> body;
    if (derivative.makes(Derivative.Output.PAIR)) {
      body = new Wrapper(derivative, summaries).valueAndGradientInto(type, given);
    } else {
      ReverseMode.Sweeps sweeps = sweepsInto(ReverseMode.Need.VALUE);
      Expr value = Make.read(sweeps.value().orElseThrow());
      body = inline(sweeps, newRecord(type, List.of(value, gradientOf(sweeps))), given);
    }
    running(linkage.valueAndGradientInto(), given, type.name(), body, doc);
  }

  static Expr newRecord(Type.Record type, List<Expr> arguments) {
    return new Expr.NewRecord(type, arguments, Origin.NONE);
  }

  static Stmt returns(Expr e) {
    return new Stmt.Return(Optional.of(e), Origin.NONE);
  }

  private Expr gradientOf(ReverseMode.Sweeps sweeps) {
    return gradient(derivative, sweeps.adjoints(), sweeps.shadows());
  }

  /** The gradient: one adjoint, or the record of several. */
  static Expr gradient(Derivative derivative, AdjointVars adjoints, Var shadows) {
    List<Integer> independents = derivative.withRespectTo();
    List<Expr> parts =
        independents.stream()
            .map(derivative.function().parameters()::get)
            .map(p -> Arguments.adjoint(p, adjoints, shadows))
            .toList();
    return parts.size() == 1
        ? parts.get(0)
        : newRecord((Type.Record) derivative.linkage().gradientType(independents), parts);
  }

  /** Both sweeps in one method. */
  private List<Stmt> inline(ReverseMode.Sweeps sweeps, Expr result) {
    return inline(sweeps, result, null);
  }

  private List<Stmt> inline(ReverseMode.Sweeps sweeps, Expr result, List<Var> given) {
    List<Stmt> body = new JoinedSweeps(derivative, summaries, assembly).body(sweeps, result, given);
    notes.tell(linkage.valueAndGradient(), sweeps, body);
    return body;
  }

  // Records

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
}
