package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.diagnostics.RuleText;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;

/**
 * Rules for a gradient: methods that are its derivative. A Hessian is symmetric, so its product
 * with a vector is both: with a tangent it is the tangent of the gradient, with an adjoint it is
 * what the gradient's pullback passes on.
 *
 * <pre>{@code
 * @PullbackOf(method = "dF(double[] x)", names = {"x", "dResult", "dx"})
 * static void dFPullback(double[] x, double[] dResult, double[] dx) {
 *   fHvpInto(x, dResult, dx);
 * }
 * }</pre>
 */
public final class GradientRules {

  private static final String SEED = "dResult";

  private final Function function;
  private final Linkage linkage;
  private final List<Integer> withRespectTo;
  private final Declaration.Visibility visibility;

  /** The gradient's parameters, as its rules call them. */
  private final List<Var> parameters;

  private final Names names;

  private GradientRules(
      Function function,
      Linkage linkage,
      List<Integer> withRespectTo,
      Names names,
      Declaration.Visibility visibility) {
    this.function = function;
    this.linkage = linkage;
    this.withRespectTo = withRespectTo;
    this.names = names;
    this.visibility = visibility;
    List<Var> own = function.parameters();
    List<Var> numbered =
        IntStream.range(0, own.size())
            .mapToObj(i -> names.same("p" + i, own.get(i).type()))
            .toList();
    this.parameters = haveNames(own) ? own : numbered;
  }

  /**
   * The pullback and the tangent of a gradient; nothing where a rule has no form for it: where it
   * takes values of types that declare themselves differentiable, or throws checked exceptions.
   *
   * @param function the method that the gradient is of
   * @param withRespectTo the parameters that are differentiated
   * @param names of the function
   */
  public static List<Declaration> of(
      Function function,
      Linkage linkage,
      List<Integer> withRespectTo,
      Names names,
      Declaration.Visibility visibility) {
    GradientRules rules =
        new GradientRules(function, linkage, withRespectTo, names.copy(), visibility);
    if (!rules.isPossible()) {
      return List.of();
    }
    List<Declaration> all = new ArrayList<>(List.of(rules.pullback(), rules.tangent()));
    rules.adjoints().ifPresent(all::add);
    return all;
  }

  private boolean isPossible() {
    return withRespectTo.stream().noneMatch(i -> parameter(i).type().holdsValue())
        && function.thrown().isEmpty();
  }

  /**
   * True if no name of a parameter is that of another one's adjoint or tangent, and no adjoint
   * would have a keyword's: {@code o} has {@code do}.
   */
  private boolean haveNames(List<Var> own) {
    List<String> all = new ArrayList<>(List.of(SEED));
    own.forEach(p -> all.add(p.name()));
    for (int i : withRespectTo) {
      all.add("d" + own.get(i).name());
      all.add(own.get(i).name() + "Dot");
    }
    return new HashSet<>(all).size() == all.size()
        && all.stream().noneMatch(SourceVersion::isKeyword);
  }

  private Var parameter(int i) {
    return parameters.get(i);
  }

  private Type gradientType() {
    return linkage.gradientType(withRespectTo);
  }

  // The pullback

  private Declaration.Method pullback() {
    Var seed = names.same(SEED, gradientType());
    List<Var> own = new ArrayList<>(parameters);
    own.add(seed);
    List<Expr> arguments = new ArrayList<>(parameters.stream().map(Make::read).toList());
    withRespectTo.forEach(i -> arguments.add(part(Make.read(seed), i)));
    List<Var> adjoints = new ArrayList<>();
    for (int i : withRespectTo) {
      if (parameter(i).type().holdsDifferentiableArray()) {
        adjoints.add(names.same("d" + parameter(i).name(), parameter(i).type()));
      }
    }
    own.addAll(adjoints);
    adjoints.forEach(a -> arguments.add(Make.read(a)));
    String product = adjoints.isEmpty() ? linkage.hvp() : linkage.hvpInto();
    Type given = linkage.isGradientGiven(withRespectTo) ? Type.VOID : gradientType();
    Expr run = Make.call(linkage.container(), product, given, arguments);
    Type result = returnedType();
    return rule("Pullback", own, result, returned(run, result));
  }

  /** The parameters whose adjoints are returned, as they are passed by value. */
  private List<Integer> byValue() {
    return withRespectTo.stream().filter(i -> parameter(i).type().holdsScalar()).toList();
  }

  private Type returnedType() {
    List<Integer> byValue = byValue();
    if (byValue.size() < 2) {
      return byValue.isEmpty() ? Type.VOID : parameter(byValue.get(0)).type();
    }
    List<Type.Component> components =
        byValue.stream()
            .map(i -> new Type.Component("d" + parameter(i).name(), parameter(i).type()))
            .toList();
    return new Type.Record(linkage.gradientAdjointsType(), components);
  }

  private List<Stmt> returned(Expr run, Type result) {
    List<Integer> byValue = byValue();
    if (byValue.isEmpty()) {
      return List.of(Make.evaluate(run));
    }
    if (byValue.size() == 1) {
      return List.of(Members.returns(part(run, byValue.get(0))));
    }
    Var product = names.fresh("product", gradientType());
    List<Expr> parts = byValue.stream().map(i -> part(Make.read(product), i)).toList();
    return List.of(
        Make.local(product, run), Members.returns(Members.newRecord((Type.Record) result, parts)));
  }

  /** The record of several adjoints. */
  private Optional<Declaration> adjoints() {
    return byValue().size() > 1
        ? Optional.of(
            new Declaration.RecordClass(
                (Type.Record) returnedType(),
                visibility,
                "What {@code " + linkage.gradient() + "Pullback} passes on to what is no array."))
        : Optional.empty();
  }

  // The tangent

  private Declaration.Method tangent() {
    List<Var> own = new ArrayList<>(parameters);
    for (int i : withRespectTo) {
      own.add(names.same(parameter(i).name() + "Dot", parameter(i).type()));
    }
    List<Expr> arguments = own.stream().map(Make::read).toList();
    Expr run = Make.call(linkage.container(), linkage.hvp(), gradientType(), arguments);
    return rule("Tangent", own, gradientType(), List.of(Members.returns(run)));
  }

  /** The component is called as the function's parameter is. */
  private Expr part(Expr gradient, int i) {
    String name = function.parameters().get(i).name();
    return withRespectTo.size() == 1
        ? gradient
        : new Expr.Component(gradient, Linkage.componentName(name));
  }

  private Declaration.Method rule(String kind, List<Var> own, Type result, List<Stmt> body) {
    Type named = result instanceof Type.Record r ? r.name() : result;
    Function f =
        new Function(
            linkage.container(),
            linkage.gradient() + kind,
            own,
            Set.of(),
            named,
            Stmt.Block.of(body),
            function.reserved(),
            function.origin());
    String doc =
        "The derivative of {@code "
            + linkage.gradient()
            + "}, for methods that call it: the Hessian's product with what is passed on.";
    List<String> constants =
        IntStream.range(0, parameters.size())
            .filter(i -> parameter(i).type().isDifferentiable() && !withRespectTo.contains(i))
            .mapToObj(i -> parameter(i).name())
            .toList();
    return new Declaration.Method(f, true, visibility, doc)
        .marked(
            new Declaration.Mark.Rule(
                kind + "Of", target(), own.stream().map(Var::name).toList(), constants));
  }

  private String target() {
    List<String> all =
        parameters.stream().map(p -> RuleText.name(p.type()) + " " + p.name()).toList();
    return linkage.gradient() + "(" + String.join(", ", all) + ")";
  }
}
