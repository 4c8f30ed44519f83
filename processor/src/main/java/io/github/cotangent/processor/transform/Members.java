package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The generated members of one method: {@code dF}, {@code fValueAndGradient}, {@code fPullback},
 * the linkage pair, and the records that they return.
 */
public final class Members {

  /** The slots that a constructor has for its parameters: JVMS 4.11, less one for {@code this}. */
  private static final int MOST_SLOTS = 254;

  private static final String ADDED =
      ", but what belongs to arrays is added to the arrays that are given, which the gradient"
          + " returned holds.";

  private final Derivative derivative;
  private final Summaries summaries;
  private final Links links;
  private final Set<Optimization> enabled;
  private final Assembly assembly;
  private final Linkage linkage;
  private final Function function;
  private final List<Declaration> members = new ArrayList<>();

  private Members(
      Derivative derivative, Summaries summaries, Links links, Set<Optimization> enabled) {
    this.derivative = derivative;
    this.summaries = summaries;
    this.links = links;
    this.enabled = enabled;
    this.assembly = new Assembly(enabled);
    this.linkage = derivative.linkage();
    this.function = derivative.function();
  }

  /** The members, in the order in which a reader meets them. */
  public static List<Declaration> of(
      Derivative derivative, Summaries summaries, Links links, Set<Optimization> enabled) {
    Members members = new Members(derivative, summaries, links, enabled);
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
        members.addAll(DenseMembers.hessian(derivative));
      }
      return;
    }
    if (derivative.makes(Derivative.Output.PULLBACK)) {
      members.addAll(new PullbackMembers(derivative, summaries).of());
    }
    if (derivative.makes(Derivative.Output.JACOBIAN)) {
      members.addAll(DenseMembers.jacobian(derivative));
    }
    if (derivative.makes(Derivative.Output.PAIR)) {
      pair();
    }
    records();
  }

  private ReverseMode.Sweeps sweeps(Set<Var> independents, boolean isPair, boolean needsValue) {
    return ReverseMode.of(
        new ReverseMode.Request(
            function,
            derivative.names(),
            summaries,
            links,
            independents,
            isPair,
            needsValue,
            enabled));
  }

  /** A method that runs the primal: it throws what that throws. */
  private void running(String name, Type result, List<Stmt> body, String doc) {
    members.add(running(function, derivative, name, result, body, doc));
  }

  /** The same with further parameters, behind the primal's. */
  private void running(String name, List<Var> further, Type result, List<Stmt> body, String doc) {
    List<Var> parameters = new ArrayList<>(function.parameters());
    parameters.addAll(further);
    Declaration.Method made = method(function, derivative, name, parameters, result, body, doc);
    members.add(
        new Declaration.Method(
            made.function().throwing(function.thrown()), true, derivative.visibility(), doc));
  }

  /** A method with the primal's parameters that runs it: it throws what that throws. */
  static Declaration.Method running(
      Function function,
      Derivative derivative,
      String name,
      Type result,
      List<Stmt> body,
      String doc) {
    Function made =
        method(function, derivative, name, function.parameters(), result, body, doc).function();
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
    ReverseMode.Sweeps sweeps = sweeps(derivative.independents(), false, false);
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
    ReverseMode.Sweeps sweeps = sweeps(derivative.independents(), false, false);
    List<Stmt> body = new ArrayList<>(JvpMembers.checks(directional));
    body.addAll(inline(sweeps, gradientOf(sweeps)));
    Type type = linkage.gradientType(derivative.withRespectTo());
    running(linkage.hvp(), type, body, doc);
  }

  private void hessianVectorProductInto(Tangent directional) {
    String doc = "As {@code " + linkage.hvp() + "}" + ADDED;
    ReverseMode.Sweeps sweeps = sweeps(derivative.independents(), false, false);
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
    List<Stmt> body;
    if (derivative.makes(Derivative.Output.PAIR)) {
      body = new Wrapper(derivative, summaries).valueAndGradient(type);
    } else {
      ReverseMode.Sweeps sweeps = sweeps(derivative.independents(), false, true);
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
      ReverseMode.Sweeps sweeps = sweeps(derivative.independents(), false, true);
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

  /**
   * Both sweeps in one method.
   *
   * @param given takes the parameters by which the arrays of adjoints come; null to make them
   */
  private List<Stmt> inline(ReverseMode.Sweeps sweeps, Expr result, List<Var> given) {
    Set<Var> independents = derivative.independents();
    Arguments arguments = new Arguments(function, summaries, derivative.directions());
    List<Stmt> rest = new ArrayList<>();
    rest.add(new Stmt.Comment(""));
    rest.add(new Stmt.Comment("Backward pass: the same statements, last to first"));
    rest.add(Make.local(sweeps.resultAdjoint(), Make.one(function.result())));
    if (given != null) {
      rest.addAll(
          arguments.given(independents, independents, sweeps.adjoints(), sweeps.shadows(), given));
    } else {
      boolean needsMap =
          Scoping.free(sweeps.backward()).contains(sweeps.shadows())
              || !sweeps.settling().isEmpty()
              || independents.stream().anyMatch(p -> p.type().holdsValue());
      rest.addAll(arguments.shadows(independents, sweeps.adjoints(), sweeps.shadows(), needsMap));
    }
    rest.addAll(zeros(sweeps.adjoints(), independents));
    rest.addAll(sweeps.backward());
    if (!sweeps.settling().isEmpty()) {
      rest.add(new Stmt.Comment(""));
      rest.add(new Stmt.Comment("The rows are back in their places: so are their shadows now."));
      rest.addAll(sweeps.settling());
    }
    rest.add(new Stmt.Comment(""));
    rest.add(returns(result));
    Assembly.Fitted fitted = assembly.fit(sweeps, rest);
    List<Stmt> code = new ArrayList<>(arguments.copies(sweeps.adjoints()));
    if (!fitted.forward().isEmpty()) {
      code.add(new Stmt.Comment(""));
      code.add(new Stmt.Comment("Forward pass"));
      code.addAll(fitted.forward());
    }
    code.addAll(fitted.rest());
    List<Var> parameters = new ArrayList<>(function.parameters());
    parameters.addAll(given == null ? List.of() : given);
    return assembly.finish(parameters, code, sweeps);
  }

  /** The adjoints of scalars in parameters start as zero. */
  private List<Stmt> zeros(AdjointVars adjoints, Set<Var> independents) {
    List<Stmt> out = new ArrayList<>();
    for (Var p : function.parameters()) {
      if (independents.contains(p)) {
        for (Leaf leaf : Leaf.of(p.type())) {
          if (leaf.isScalar()) {
            out.add(Make.local(adjoints.of(p, leaf), Make.zero(leaf.type())));
          }
        }
      }
    }
    return out;
  }

  // The pair

  private void pair() {
    Set<Var> independents = Set.copyOf(function.differentiable());
    boolean hasResult = !(function.result() instanceof Type.Void);
    ReverseMode.Sweeps sweeps = sweeps(independents, true, hasResult);
    Var tape = sweeps.adjoints().made("tape", linkage.tapeType());
    List<Stmt> after = backwardBody(sweeps);
    List<Var> parameters = new ArrayList<>(List.of(tape));
    if (linkage.takesSeed()) {
      parameters.add(sweeps.resultAdjoint());
    }
    List<Stmt> start = new ArrayList<>();
    for (int i : linkage.shadowed()) {
      Var p = function.parameters().get(i);
      parameters.add(shadowParameter(p, sweeps.adjoints(), start));
    }
    for (int i : linkage.differentiable()) {
      start.addAll(values(function.parameters().get(i), sweeps));
    }
    Set<Var> free = Scoping.free(ReverseMode.concat(start, after));
    if (linkage.sharesShadows()) {
      parameters.add(sweeps.shadows());
    } else if (free.contains(sweeps.shadows())) {
      start.add(Make.local(sweeps.shadows(), Make.create(Make.SHADOWS)));
    }
    if (free.contains(sweeps.shadows())) {
      start.addAll(sweeps.bindings());
    }
    List<Stmt> rest = ReverseMode.concat(start, after);
    Assembly.Fitted fitted = assembly.fit(sweeps, withValue(sweeps, rest));
    // One name in both halves: that of the forward half.
    Map<Var, String> names =
        Numbering.of(fitted.forward(), Set.copyOf(function.parameters()), sweeps.adjoints());
    List<Stmt> forward = Numbering.rename(fitted.forward(), names);
    List<Stmt> backward = Numbering.rename(fitted.rest().subList(0, rest.size()), names);
    Map<String, Var> carried = carried(sweeps, forward, backward, parameters);
    Set<Var> fixed = new HashSet<>(parameters);
    fixed.addAll(carried.values());
    backward = Numbering.rename(backward, Numbering.of(backward, fixed, sweeps.adjoints()));
    forwardHalf(sweeps, forward, carried);
    backwardHalf(sweeps, tape, parameters, carried, backward);
  }

  /** The forward half returns the value as well: it must survive dead-code removal. */
  private static List<Stmt> withValue(ReverseMode.Sweeps sweeps, List<Stmt> rest) {
    List<Stmt> out = new ArrayList<>(rest);
    sweeps.value().ifPresent(v -> out.add(Make.evaluate(Make.read(v))));
    return out;
  }

  /** An array's shadow is passed as such; a record's arrays are taken out of a record. */
  private static Var shadowParameter(Var p, AdjointVars adjoints, List<Stmt> start) {
    if (p.type() instanceof Type.Array) {
      return adjoints.of(p);
    }
    Var record = adjoints.made("d" + p.name(), p.type());
    for (Leaf leaf : ShadowPlan.storage(p.type())) {
      start.add(Make.local(adjoints.of(p, leaf), leaf.in(Make.read(record))));
    }
    return record;
  }

  /** The adjoints of values in a parameter are found by their identity. */
  private static List<Stmt> values(Var p, ReverseMode.Sweeps sweeps) {
    List<Stmt> out = new ArrayList<>();
    for (Leaf leaf : Leaf.of(p.type())) {
      if (leaf.isValue()) {
        Expr found = Arguments.find(leaf.in(Make.read(p)), sweeps.shadows(), sweeps.adjoints());
        out.add(Make.local(sweeps.adjoints().of(p, leaf), found));
      }
    }
    return out;
  }

  private List<Stmt> backwardBody(ReverseMode.Sweeps sweeps) {
    List<Stmt> out =
        new ArrayList<>(zeros(sweeps.adjoints(), Set.copyOf(function.differentiable())));
    out.addAll(sweeps.backward());
    List<Expr> parts = new ArrayList<>();
    for (int i : linkage.returned()) {
      Var p = function.parameters().get(i);
      parts.add(
          Leaf.assemble(
              p.type(),
              l ->
                  l.isScalar() || l.isStorage()
                      ? Make.read(sweeps.adjoints().of(p, l))
                      : Make.zero(l.type()),
              null));
    }
    Type type = linkage.adjointsType();
    if (parts.size() == 1) {
      out.add(new Stmt.Comment(""));
      out.add(returns(parts.get(0)));
    } else if (!parts.isEmpty()) {
      out.add(new Stmt.Comment(""));
      out.add(returns(newRecord((Type.Record) type, parts)));
    }
    return out;
  }

  /** What the tape carries from the forward to the backward half, by component name. */
  private Map<String, Var> carried(
      ReverseMode.Sweeps sweeps, List<Stmt> forward, List<Stmt> backward, List<Var> parameters) {
    Set<Var> free = Scoping.free(backward);
    free.removeAll(parameters);
    free.remove(sweeps.shadows());
    Map<String, Var> carried = new LinkedHashMap<>();
    List<Var> known = new ArrayList<>(function.parameters());
    new io.github.cotangent.processor.ir.Walker() {
      @Override
      protected void declare(Var v) {
        known.add(v);
      }
    }.walk(forward);
    sweeps.value().ifPresent(v -> carried.put("value", known.get(known.indexOf(v))));
    for (Var v : known) {
      if (free.contains(v) && !carried.containsValue(v)) {
        String name = Linkage.componentName(v.name());
        while (carried.containsKey(name)) {
          name += "_";
        }
        carried.put(name, v);
      }
    }
    return carried;
  }

  private static int slots(Type type) {
    return type.equals(Type.DOUBLE) || type.equals(Type.LONG) ? 2 : 1;
  }

  private Type.Record tapeRecord(Map<String, Var> carried) {
    int slots = carried.values().stream().mapToInt(v -> slots(v.type())).sum();
    if (slots > MOST_SLOTS) {
      throw new Refusal(
          ErrorId.UNSUPPORTED_EXPRESSION,
          function.origin(),
          "A method that keeps this many values for its backward pass",
          "Move parts of it into methods of their own.");
    }
    List<Type.Component> components = new ArrayList<>();
    carried.forEach((name, v) -> components.add(new Type.Component(name, v.type())));
    return new Type.Record(linkage.tapeType(), components);
  }

  private void forwardHalf(
      ReverseMode.Sweeps sweeps, List<Stmt> forward, Map<String, Var> carried) {
    Type.Record type = tapeRecord(carried);
    List<Stmt> code = new ArrayList<>(forward);
    code.add(new Stmt.Comment(""));
    List<Expr> values = new ArrayList<>();
    carried.values().forEach(v -> values.add(Make.read(v)));
    code.add(returns(newRecord(type, values)));
    running(
        linkage.forward(),
        linkage.tapeType(),
        assembly.finish(function.parameters(), code, sweeps.names()),
        "Forward half of "
            + derivative.link()
            + ": runs it, and keeps what {@code "
            + linkage.backward()
            + "} reads.");
    boolean restores = summaries.mutates(function) || mayHoldTheCallers(type, sweeps.callTapes());
    members.add(
        new Declaration.RecordClass(
            type,
            restores ? List.of(TapeCopies.contract(type)) : List.of(),
            restores ? List.of(TapeCopies.method(type, sweeps.callTapes(), function)) : List.of(),
            derivative.visibility(),
            "What {@code "
                + linkage.forward()
                + "} keeps for {@code "
                + linkage.backward()
                + "}."));
  }

  /** True if the tape may hold arrays that a caller restores: then they are copied with its own. */
  private boolean mayHoldTheCallers(Type.Record tape, Set<Type> callTapes) {
    boolean isGivenArrays =
        function.parameters().stream().anyMatch(p -> !Arguments.arrayTypes(p.type()).isEmpty());
    return isGivenArrays
        && tape.components().stream()
            .map(Type.Component::type)
            .anyMatch(
                t ->
                    !Arguments.arrayTypes(t).isEmpty()
                        || callTapes.contains(t)
                        || t instanceof Type.ClassType c && !c.arguments().isEmpty());
  }

  private void backwardHalf(
      ReverseMode.Sweeps sweeps,
      Var tape,
      List<Var> parameters,
      Map<String, Var> carried,
      List<Stmt> backward) {
    Set<Var> free = Scoping.free(backward);
    List<Stmt> code = new ArrayList<>();
    carried.forEach(
        (name, v) -> {
          if (free.contains(v)) {
            code.add(unpack(sweeps, tape, name, v));
          }
        });
    code.addAll(backward);
    String returned =
        linkage.returned().isEmpty() ? "" : " Returns the adjoints of what was passed by value.";
    members.add(
        method(
            function,
            derivative,
            linkage.backward(),
            parameters,
            linkage.adjointsType(),
            assembly.finish(parameters, code, sweeps.names()),
            "Backward half of "
                + derivative.link()
                + ": takes the adjoint of the result, and adds to the adjoints of the arrays."
                + returned));
  }

  /** A growing tape is read through a reader of its own, so that it can be read again. */
  private static Stmt unpack(ReverseMode.Sweeps sweeps, Var tape, String name, Var v) {
    Expr field = Make.invoke(Make.read(tape), name, v.type());
    if (!sweeps.tapes().contains(v)) {
      return Make.local(v, field);
    }
    Type.ClassType reader = Storage.readerType((Type.ClassType) v.type());
    Var local = new Var(v.id(), v.name(), reader);
    return Make.local(local, Make.invoke(field, "reader", reader));
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
