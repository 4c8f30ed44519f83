package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Derivation;
import io.github.cotangent.processor.ir.Derivation.Operand;
import io.github.cotangent.processor.ir.Derivation.Role;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Calls of hand-written pullbacks: what they are given, and what they read of the primal. */
final class RuleAdjoint {

  /** One array for a parameter of variable arity is written as one object. */
  private static final Type.ClassType OBJECT =
      new Type.ClassType("java.lang", List.of("Object"), List.of(), true);

  /** Finds the adjoints of what a call takes and gives. */
  interface Adjoints {

    /** The adjoint of the call's result. */
    Expr ofResult(CallSite site);

    /** True if the adjoint of a value is found by its identity. */
    boolean isFound(Expr value);

    /** What the adjoint of an argument is added to. */
    Expr of(Expr argument);
  }

  private final Activity activity;
  private final Regions regions;
  private final Var shadows;
  private final Adjoints adjoints;

  RuleAdjoint(Activity activity, Regions regions, Var shadows, Adjoints adjoints) {
    this.activity = activity;
    this.regions = regions;
    this.shadows = shadows;
    this.adjoints = adjoints;
  }

  private static List<Operand> operands(CallSite site) {
    return site.pullback().map(Derivation.Rule::operands).orElse(List.of());
  }

  /** What the pullback reads of arrays as they were before the call. */
  Reads arguments(CallSite site) {
    Set<Regions.Region> seen = new HashSet<>();
    for (Operand o : operands(site)) {
      if (o.role() == Role.ARGUMENT) {
        Expr a = site.call().arguments().get(o.parameter());
        seen.addAll(regions.reachable(a.type(), regions.of(a)));
      }
    }
    return new Reads(Set.of(), seen);
  }

  /** What the pullback, or what finds the adjoint for it, reads of the call's result. */
  Reads result(CallSite site) {
    boolean reads = operands(site).stream().anyMatch(o -> o.role() == Role.RESULT);
    boolean finds = site.pullback().isPresent() && site.call().type().isValue();
    if (!reads && !finds) {
      return Reads.NONE;
    }
    Expr result = site.value();
    return new Reads(
        Set.of(Reads.base(result)),
        Set.copyOf(regions.reachable(result.type(), regions.of(result))));
  }

  /** The call of the pullback. */
  Expr call(CallSite site) {
    List<Expr> arguments = new ArrayList<>();
    for (Operand o : operands(site)) {
      arguments.add(
          switch (o.role()) {
            case ARGUMENT -> site.call().arguments().get(o.parameter());
            case ADJOINT -> accumulated(site.call().arguments().get(o.parameter()));
            case RESULT -> site.value();
            case RESULT_ADJOINT -> adjoints.ofResult(site);
            case TANGENT -> throw new IllegalStateException("a pullback takes no tangent");
          });
    }
    Callee rule = site.pullback().orElseThrow().method();
    return new Expr.Call(rule, null, arguments, site.call().origin());
  }

  /** The complete adjoint of a result that is a value, where it is found by its identity. */
  Expr take(CallSite site) {
    return Make.invoke(
        Make.read(shadows), "take", site.call().type().adjoint(), taken(site).toArray(Expr[]::new));
  }

  /** The result of a call, and the values that its adjoint is passed on to. */
  private List<Expr> taken(CallSite site) {
    List<Expr> values = new ArrayList<>(List.of(site.value()));
    for (Operand o : operands(site)) {
      if (o.role() == Role.ADJOINT) {
        Expr argument = site.call().arguments().get(o.parameter());
        boolean isValue = argument.type().holdsValue() && activity.isActive(argument);
        boolean isOneOfMany = argument.type() instanceof Type.Array;
        if (isValue && (isOneOfMany || adjoints.isFound(argument)) && !values.contains(argument)) {
          values.add(argument);
        }
      }
    }
    boolean isSoleArray = values.size() == 2 && values.get(1).type() instanceof Type.Array;
    return isSoleArray
        ? List.of(values.get(0), new Expr.Cast(OBJECT, values.get(1), Origin.NONE))
        : values;
  }

  private Expr accumulated(Expr argument) {
    Type type = argument.type();
    boolean isArray = type instanceof Type.Array && type.holdsValue();
    if (argument instanceof Expr.Literal || !isArray) {
      return adjoints.of(argument);
    }
    Type.ClassType accumulator = (Type.ClassType) type.adjoint().leaf();
    Expr maker =
        new Expr.Opaque(
            new Code(List.of(new Code.Names(accumulator), new Code.Text("[]::new"))),
            new Type.ClassType("java.util.function", List.of("IntFunction"), List.of(), true),
            "Internal",
            Origin.NONE);
    boolean active = activity.isActive(argument);
    Expr map = active ? Make.read(shadows) : Make.create(Make.SHADOWS);
    return Make.invoke(map, "ofEach", type.adjoint(), argument, maker);
  }
}
