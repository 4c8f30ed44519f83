package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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

  private final Function function;
  private final Linkage linkage;
  private final List<Integer> withRespectTo;
  private final Names names;
  private final Declaration.Visibility visibility;

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
  }

  /**
   * The pullback and the tangent of a gradient; nothing where a rule has no form for it: it takes
   * numbers and arrays of numbers, and one number at most has a derivative.
   *
   * @param function the method that the gradient is of
   * @param withRespectTo the parameters that are differentiated
   * @param names of the function
   */
  public static List<Declaration.Method> of(
      Function function,
      Linkage linkage,
      List<Integer> withRespectTo,
      Names names,
      Declaration.Visibility visibility) {
    GradientRules rules =
        new GradientRules(function, linkage, withRespectTo, names.copy(), visibility);
    return rules.isPossible() ? List.of(rules.pullback(), rules.tangent()) : List.of();
  }

  private boolean isPossible() {
    List<Type> types = withRespectTo.stream().map(i -> parameter(i).type()).toList();
    boolean arePlain = types.stream().allMatch(t -> t.leaf().isScalar());
    long scalars = types.stream().filter(Type::isScalar).count();
    Set<String> taken = Set.copyOf(function.parameters().stream().map(Var::name).toList());
    boolean areFree =
        withRespectTo.stream()
            .map(i -> parameter(i).name())
            .noneMatch(n -> taken.contains("d" + n) || taken.contains(n + "Dot"));
    return arePlain
        && scalars <= 1
        && areFree
        && !taken.contains("dResult")
        && function.thrown().isEmpty();
  }

  private Var parameter(int i) {
    return function.parameters().get(i);
  }

  private Type gradientType() {
    return linkage.gradientType(withRespectTo);
  }

  private Declaration.Method pullback() {
    Var seed = names.same("dResult", gradientType());
    List<Var> parameters = new ArrayList<>(function.parameters());
    parameters.add(seed);
    List<Expr> arguments = new ArrayList<>(function.parameters().stream().map(Make::read).toList());
    withRespectTo.forEach(i -> arguments.add(part(Make.read(seed), i)));
    List<Var> adjoints = new ArrayList<>();
    for (int i : withRespectTo) {
      if (!parameter(i).type().isScalar()) {
        adjoints.add(names.same("d" + parameter(i).name(), parameter(i).type()));
      }
    }
    parameters.addAll(adjoints);
    adjoints.forEach(a -> arguments.add(Make.read(a)));
    String product = adjoints.isEmpty() ? linkage.hvp() : linkage.hvpInto();
    Expr run = Make.call(linkage.container(), product, gradientType(), arguments);
    List<Integer> scalars =
        withRespectTo.stream().filter(i -> parameter(i).type().isScalar()).toList();
    Type result = scalars.isEmpty() ? Type.VOID : parameter(scalars.get(0)).type();
    Stmt body = scalars.isEmpty() ? Make.evaluate(run) : Members.returns(part(run, scalars.get(0)));
    return rule("Pullback", parameters, result, body);
  }

  private Declaration.Method tangent() {
    List<Var> parameters = new ArrayList<>(function.parameters());
    for (int i : withRespectTo) {
      parameters.add(names.same(parameter(i).name() + "Dot", parameter(i).type()));
    }
    List<Expr> arguments = parameters.stream().map(Make::read).toList();
    Expr run = Make.call(linkage.container(), linkage.hvp(), gradientType(), arguments);
    return rule("Tangent", parameters, gradientType(), Members.returns(run));
  }

  private Expr part(Expr gradient, int i) {
    return withRespectTo.size() == 1
        ? gradient
        : new Expr.Component(gradient, Linkage.componentName(parameter(i).name()));
  }

  private Declaration.Method rule(String kind, List<Var> parameters, Type result, Stmt body) {
    Function f =
        new Function(
            linkage.container(),
            linkage.gradient() + kind,
            parameters,
            Set.of(),
            result,
            Stmt.Block.of(List.of(body)),
            function.reserved(),
            function.origin());
    String doc =
        "The derivative of {@code "
            + linkage.gradient()
            + "}, for methods that call it: the Hessian's product with what is passed on.";
    List<String> constants =
        IntStream.range(0, function.parameters().size())
            .filter(i -> parameter(i).type().isDifferentiable() && !withRespectTo.contains(i))
            .mapToObj(i -> parameter(i).name())
            .toList();
    return new Declaration.Method(f, true, visibility, doc)
        .marked(
            new Declaration.Mark.Rule(
                kind + "Of", target(), parameters.stream().map(Var::name).toList(), constants));
  }

  private String target() {
    List<String> all = function.parameters().stream().map(p -> p.type() + " " + p.name()).toList();
    return linkage.gradient() + "(" + String.join(", ", all) + ")";
  }
}
