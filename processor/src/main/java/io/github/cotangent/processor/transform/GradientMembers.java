package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.CallGraph;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The gradients of a function whose result is a scalar: {@code dF}, {@code fValueAndGradient} and,
 * of the derivative along a direction, {@code fHvp}; and what adds them to arrays of the caller.
 */
final class GradientMembers {

  private static final String ADDED = ", but added to the arrays that are given";

  private final Derivative derivative;
  private final Summaries summaries;
  private final Links links;
  private final Assembly assembly;
  private final MemberNotes notes;
  private final Set<Optimization> enabled;
  private final Linkage linkage;
  private final Function function;
  private final List<Declaration> members = new ArrayList<>();

  /** The sweeps of the gradient alone, if there are any: they tell which loops are recorded. */
  private Optional<Sweeps> ofGradient = Optional.empty();

  private GradientMembers(
      Derivative derivative,
      Summaries summaries,
      Links links,
      MemberNotes notes,
      Set<Optimization> enabled) {
    this.derivative = derivative;
    this.summaries = summaries;
    this.links = links;
    this.assembly = new Assembly(enabled);
    this.notes = notes;
    this.enabled = enabled;
    this.linkage = derivative.linkage();
    this.function = derivative.function();
  }

  /**
   * The members, as far as they are asked for.
   *
   * @param notes takes what there is to say of them
   */
  static List<Declaration> of(
      Derivative derivative,
      Summaries summaries,
      Links links,
      MemberNotes notes,
      Set<Optimization> enabled) {
    GradientMembers made = new GradientMembers(derivative, summaries, links, notes, enabled);
    if (derivative.makes(Derivative.Output.GRADIENT)) {
      made.gradient();
    }
    if (derivative.makes(Derivative.Output.VALUE_AND_GRADIENT)) {
      made.valueAndGradient();
    }
    if (derivative.makes(Derivative.Output.VALUE_AND_GRADIENT_INTO)) {
      made.valueAndGradientInto();
    }
    if (derivative.directional().isPresent()) {
      made.hessianVectorProduct(derivative.directional().get());
      if (derivative.makes(Derivative.Output.HVP_INTO)) {
        made.hessianVectorProductInto(derivative.directional().get());
      }
    }
    return made.members;
  }

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
      Stmt body = Members.returns(Make.invoke(both, "gradient", type));
      running(linkage.gradient(), type, List.of(body), doc);
      return;
    }
    Sweeps sweeps = sweeps(Purpose.GRADIENT);
    ofGradient = Optional.of(sweeps);
    List<Stmt> body = inline(sweeps, gradientOf(sweeps));
    running(linkage.gradient(), type, body, doc);
  }

  private List<Expr> arguments() {
    return function.parameters().stream().map(Make::read).toList();
  }

  private void valueAndGradient() {
    String doc =
        "The value of "
            + derivative.link()
            + (derivative.kind() == Derivative.Kind.WHOLE
                ? " and its gradient with respect to all parameters, for the derivatives that call"
                    + " it."
                : " and its gradient, in one sweep.");
    Optional<Sweeps> oneSweep = withLateValue();
    List<Stmt> body;
    if (oneSweep.isPresent()) {
      Expr value = oneSweep.get().late().orElseThrow().value();
      body = inline(oneSweep.get(), both(value, oneSweep.get()));
    } else if (derivative.makes(Derivative.Output.PAIR)) {
      body = new Wrapper(derivative, summaries).valueAndGradient();
    } else {
      Sweeps sweeps = sweeps(Purpose.VALUE_AND_GRADIENT);
      Expr value = Make.read(sweeps.value().orElseThrow());
      body = inline(sweeps, both(value, sweeps));
    }
    Type both = linkage.valueAndGradientType(derivative.withRespectTo()).name();
    running(linkage.valueAndGradient(), both, body, doc);
  }

  private Expr both(Expr value, Sweeps sweeps) {
    return Members.valueAndGradient(derivative, value, gradientOf(sweeps));
  }

  /** The sweeps with a value that is made behind them, where loops gain by that. */
  private Optional<Sweeps> withLateValue() {
    boolean hasLoop = function.body().statements().stream().anyMatch(s -> s instanceof Stmt.For);
    boolean isRecorded = ofGradient.filter(s -> s.independent().isEmpty()).isPresent();
    if (!hasLoop || isRecorded || derivative.isRecursive()) {
      return Optional.empty();
    }
    ReverseMode.Request late = request(Purpose.GRADIENT_THEN_VALUE);
    return ofGradient
        .map(s -> ReverseMode.like(s, late))
        .or(() -> Optional.of(ReverseMode.of(late)))
        .filter(s -> s.late().isPresent());
  }

  /** The method on a workspace of the caller's, and one that makes a workspace for one call. */
  private void valueAndGradientInto() {
    boolean isGiven = linkage.isGradientGiven(derivative.withRespectTo());
    String doc =
        isGiven
            ? "The value of " + derivative.link() + ", with its gradient added to what is given."
            : added(linkage.valueAndGradient(), isGiven);
    Sweeps sweeps = sweeps(Purpose.VALUE_AND_GRADIENT_INTO);
    List<Var> given = new ArrayList<>();
    Expr value = Make.read(sweeps.value().orElseThrow());
    // Made before the body is finished: what is named last has ids that are given out here again.
    Var workspace = sweeps.adjoints().made("workspace", WorkspaceArrays.WORKSPACE);
    List<Stmt> body = inline(sweeps, isGiven ? value : both(value, sweeps), given);
    List<Var> further = new ArrayList<>(given);
    further.add(workspace);
    Type result =
        isGiven
            ? function.result()
            : linkage.valueAndGradientType(derivative.withRespectTo()).name();
    String name = linkage.valueAndGradientInto();
    running(
        name,
        further,
        result,
        WorkspaceArrays.of(body, workspace, handedOn(body)),
        doc
            + " The arrays that are needed on the way come from {@code "
            + workspace.name()
            + "}, for the next call to use them again.");
    List<Expr> passed = new ArrayList<>(arguments());
    given.forEach(v -> passed.add(Make.read(v)));
    passed.add(Make.create(WorkspaceArrays.WORKSPACE));
    Expr call = Make.call(linkage.container(), name, result, passed);
    running(
        name,
        given,
        result,
        List.of(Members.returns(call)),
        doc + " What is needed on the way is made for this call.");
  }

  private Set<Var> handedOn(List<Stmt> body) {
    Set<String> keepingNothing = new HashSet<>();
    for (Callee callee : CallGraph.callees(function)) {
      if (!summaries.handsOn(callee)) {
        Linkage called = links.of(callee);
        keepingNothing.addAll(Set.of(called.forward(), called.backward()));
      }
    }
    return HandedOn.of(
        body, c -> c.owner().equals(linkage.container()) && keepingNothing.contains(c.name()));
  }

  private static String added(String without, boolean isGiven) {
    String rest = isGiven ? "." : ", which are returned with what is a number.";
    return "As {@code " + without + "}" + ADDED + rest;
  }

  private void hessianVectorProduct(Tangent directional) {
    String doc =
        "The derivative of the gradient of "
            + derivative.link()
            + " along a direction: the product of the Hessian with it. {@code vDot} is the"
            + " derivative of {@code v} along the direction, {@code dv} the derivative of the"
            + " result's {@code Dot} with respect to {@code v}.";
    Sweeps sweeps = sweeps(Purpose.GRADIENT);
    List<Stmt> body = new ArrayList<>(TangentChecks.shapes(directional));
    body.addAll(inline(sweeps, gradientOf(sweeps)));
    Type type = linkage.gradientType(derivative.withRespectTo());
    running(linkage.hvp(), type, body, doc);
  }

  private void hessianVectorProductInto(Tangent directional) {
    Sweeps sweeps = sweeps(Purpose.GRADIENT_INTO);
    List<Var> given = new ArrayList<>();
    List<Stmt> body = new ArrayList<>(TangentChecks.shapes(directional));
    boolean isGiven = linkage.isGradientGiven(derivative.withRespectTo());
    body.addAll(inline(sweeps, isGiven ? null : gradientOf(sweeps), given));
    Type type = isGiven ? Type.VOID : linkage.gradientType(derivative.withRespectTo());
    running(linkage.hvpInto(), given, type, body, added(linkage.hvp(), isGiven));
  }

  private Sweeps sweeps(Purpose purpose) {
    return ReverseMode.of(request(purpose));
  }

  private ReverseMode.Request request(Purpose purpose) {
    return new ReverseMode.Request(
        purpose,
        function,
        derivative.names(),
        summaries,
        links,
        derivative.independents(),
        enabled);
  }

  private Expr gradientOf(Sweeps sweeps) {
    return Members.gradient(derivative, sweeps.adjoints(), sweeps.shadows());
  }

  /** Both sweeps in one method. */
  private List<Stmt> inline(Sweeps sweeps, Expr result) {
    return inline(sweeps, result, null);
  }

  private List<Stmt> inline(Sweeps sweeps, Expr result, List<Var> given) {
    List<Stmt> body = new JoinedSweeps(derivative, summaries, assembly).body(sweeps, result, given);
    notes.tell(linkage.valueAndGradient(), sweeps, body);
    return body;
  }

  /** A method that runs the primal: it throws what that throws. */
  private void running(String name, Type result, List<Stmt> body, String doc) {
    running(name, List.of(), result, body, doc);
  }

  /** The same with further parameters, behind the primal's. */
  private void running(String name, List<Var> further, Type result, List<Stmt> body, String doc) {
    List<Var> parameters = new ArrayList<>(function.parameters());
    parameters.addAll(further);
    members.add(Members.running(function, derivative, name, parameters, result, body, doc));
  }
}
