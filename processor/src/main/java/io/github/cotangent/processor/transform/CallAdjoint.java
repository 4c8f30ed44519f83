package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Dereferences;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Derivation;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The chain rule for a call: the callee's backward half takes the adjoint of the result and the
 * shadows of the arrays, and returns the adjoints of what was passed by value; a callee linked by
 * value has its gradient at hand.
 */
final class CallAdjoint {

  /** One array for a parameter of variable arity is written as one object. */
  private static final Type.ClassType OBJECT =
      new Type.ClassType("java.lang", List.of("Object"), List.of(), true);

  private final Activity activity;
  private final Regions regions;
  private final Dereferences dereferences;
  private final AdjointVars adjoints;

  /** The map of a call whose constant arrays may be one another. */
  private Var ignored;

  private final StatementAdjoint statements;
  private final Links links;
  private final Var shadows;

  CallAdjoint(
      Activity activity,
      Regions regions,
      Dereferences dereferences,
      AdjointVars adjoints,
      StatementAdjoint statements,
      Links links,
      Var shadows) {
    this.activity = activity;
    this.regions = regions;
    this.dereferences = dereferences;
    this.adjoints = adjoints;
    this.statements = statements;
    this.links = links;
    this.shadows = shadows;
  }

  /**
   * What the backward halves of a call read: besides the code itself, the contents of every array
   * that the callee has seen.
   */
  Reads contents(CallSite site) {
    if (site.pullback().isPresent()) {
      return Reads.NONE;
    }
    Set<Regions.Region> seen = new HashSet<>();
    for (Expr a : site.call().arguments()) {
      seen.addAll(regions.reachable(a.type(), regions.of(a)));
    }
    if (site.result() != null) {
      Expr r = site.result().read();
      seen.addAll(regions.reachable(r.type(), regions.of(r)));
    }
    return site.isByValue() ? Reads.NONE : new Reads(Set.of(), seen);
  }

  /** What a hand-written pullback reads of arrays as they were before the call. */
  Reads arguments(CallSite site) {
    Set<Regions.Region> seen = new HashSet<>();
    for (Derivation.Operand o : operands(site)) {
      if (o.role() == Derivation.Role.ARGUMENT) {
        Expr a = site.call().arguments().get(o.parameter());
        seen.addAll(regions.reachable(a.type(), regions.of(a)));
      }
    }
    return new Reads(Set.of(), seen);
  }

  /** What a hand-written pullback reads of the call's result. */
  Reads result(CallSite site) {
    boolean reads = operands(site).stream().anyMatch(o -> o.role() == Derivation.Role.RESULT);
    boolean finds = site.pullback().isPresent() && site.call().type().isValue();
    if (!reads && !finds) {
      return Reads.NONE;
    }
    Expr result = site.value();
    return new Reads(
        Set.of(Reads.base(result)),
        Set.copyOf(regions.reachable(result.type(), regions.of(result))));
  }

  private static List<Derivation.Operand> operands(CallSite site) {
    return site.pullback().map(Derivation.Rule::operands).orElse(List.of());
  }

  /** The adjoint of the call; where the result is assigned a second time, it is cleared. */
  List<Stmt> of(CallSite site, boolean isDeclaration) {
    List<Stmt> code = new ArrayList<>();
    if (site.isByValue()) {
      byValue(site, isDeclaration, code);
    } else {
      pair(site, isDeclaration, code);
    }
    return code;
  }

  private boolean isActiveResult(CallSite site) {
    return site.result() != null && activity.isActive(site.result().read());
  }

  private void byValue(CallSite site, boolean isDeclaration, List<Stmt> code) {
    if (!isActiveResult(site)) {
      return;
    }
    Var result = ((Place.Variable) site.result()).var();
    Expr seed = Make.read(adjoints.of(result));
    List<Integer> independents = site.differentiable();
    Expr gradient =
        Make.invoke(Make.read(site.tape()), "gradient", site.linkage().gradientType(independents));
    List<Type.Component> components = site.linkage().components(independents);
    java.util.Map<Expr, Expr> partials = new java.util.LinkedHashMap<>();
    for (int n = 0; n < independents.size(); n++) {
      Expr argument = site.call().arguments().get(independents.get(n));
      Expr part =
          independents.size() == 1
              ? gradient
              : Make.invoke(gradient, components.get(n).name(), components.get(n).type());
      statements.partialsOf(argument, part, partials);
    }
    code.addAll(statements.distribute(seed, partials, isDeclaration));
  }

  private void pair(CallSite site, boolean isDeclaration, List<Stmt> code) {
    Linkage linkage = site.linkage();
    shareScratch(site, code);
    Expr run = site.pullback().isPresent() ? ruled(site) : backward(site);
    Type returned = run.type();
    boolean used =
        linkage.returned().stream()
            .anyMatch(i -> activity.isActive(site.call().arguments().get(i)));
    Var result = null;
    if (used) {
      result = adjoints.made(adjointName(site, linkage), returned);
      code.add(Make.local(result, run));
    } else {
      code.add(Make.evaluate(run));
    }
    if (!isDeclaration && isActiveResult(site)) {
      clear(site, code);
    }
    if (used) {
      receive(site, result, code);
    }
  }

  private Expr backward(CallSite site) {
    Linkage linkage = site.linkage();
    List<Expr> arguments = new ArrayList<>();
    arguments.add(Make.read(site.tape()));
    if (linkage.takesSeed()) {
      arguments.add(resultAdjoint(site));
    }
    for (int i : linkage.shadowed()) {
      arguments.add(shadow(site.call().arguments().get(i)));
    }
    if (links.takesShadows(site.call().callee())) {
      arguments.add(Make.read(shadows));
    }
    return Make.call(linkage.container(), linkage.backward(), linkage.adjointsType(), arguments);
  }

  /** The call of a hand-written pullback. */
  private Expr ruled(CallSite site) {
    List<Expr> arguments = new ArrayList<>();
    for (Derivation.Operand o : operands(site)) {
      arguments.add(
          switch (o.role()) {
            case ARGUMENT -> site.call().arguments().get(o.parameter());
            case ADJOINT -> accumulated(site.call().arguments().get(o.parameter()));
            case RESULT -> site.value();
            case RESULT_ADJOINT -> resultAdjoint(site);
            case TANGENT -> throw new IllegalStateException("a pullback takes no tangent");
          });
    }
    Callee rule = site.pullback().orElseThrow().method();
    return new Expr.Call(rule, null, arguments, site.call().origin());
  }

  private static String adjointName(CallSite site, Linkage linkage) {
    return linkage.returned().size() == 1
        ? "d" + Make.capitalize(linkage.names().get(linkage.returned().get(0)))
        : linkage.base() + "Adjoints";
  }

  private void receive(CallSite site, Var result, List<Stmt> code) {
    List<Integer> returned = site.linkage().returned();
    List<Type.Component> components = site.linkage().components(returned);
    for (int n = 0; n < returned.size(); n++) {
      Expr argument = site.call().arguments().get(returned.get(n));
      Expr part =
          returned.size() == 1
              ? Make.read(result)
              : Make.invoke(
                  Make.read(result),
                  site.pullback().isPresent()
                      ? "d" + site.linkage().names().get(returned.get(n))
                      : components.get(n).name(),
                  components.get(n).type());
      if (!activity.isActive(argument)) {
        continue;
      }
      if (argument.type().isScalar()) {
        code.addAll(statements.propagate(argument, part));
      } else {
        for (Leaf leaf : Leaf.of(argument.type())) {
          if (leaf.isScalar() && activity.isActive(Reads.base(argument))) {
            code.add(Make.accumulate(statements.adjoint(leaf.in(argument)), leaf.in(part)));
          }
        }
      }
    }
  }

  private void clear(CallSite site, List<Stmt> code) {
    Expr target = site.result().read();
    for (Leaf leaf : Leaf.of(target.type())) {
      if (leaf.isScalar() && activity.isActive(Reads.base(target))) {
        Expr adjoint = statements.adjoint(leaf.in(target));
        code.add(Make.assign(Make.place(adjoint), Make.zero(leaf.type())));
      }
    }
  }

  /** The adjoint of the call's value: zeros, if nothing depends on it. */
  private Expr resultAdjoint(CallSite site) {
    Type type = site.call().type();
    Expr value = site.value();
    if (!type.isDifferentiable()) {
      return Make.zero(type);
    }
    if (type.isValue()) {
      return isActiveResult(site)
          ? Make.invoke(
              Make.read(shadows), "take", type.adjoint(), taken(site).toArray(Expr[]::new))
          : scratch(value);
    }
    return Leaf.assemble(
        type,
        leaf -> {
          if (leaf.isScalar()) {
            return isActiveResult(site) && activity.isActive(Reads.base(site.result().read()))
                ? statements.adjoint(leaf.in(site.result().read()))
                : Make.zero(leaf.type());
          }
          if (!leaf.isStorage()) {
            return leaf.in(value);
          }
          return site.result() != null && isActiveResult(site)
              ? statements.shadow(leaf.in(site.result().read()))
              : scratch(leaf.in(value));
        },
        type instanceof Type.Record ? value : null);
  }

  /** The result of a call, and the values that its adjoint is passed on to. */
  private List<Expr> taken(CallSite site) {
    List<Expr> values = new ArrayList<>(List.of(site.value()));
    for (Derivation.Operand o : operands(site)) {
      if (o.role() == Derivation.Role.ADJOINT) {
        Expr argument = site.call().arguments().get(o.parameter());
        boolean isValue = argument.type().holdsValue() && activity.isActive(argument);
        if (isValue && !values.contains(argument)) {
          values.add(argument);
        }
      }
    }
    boolean isSoleArray = values.size() == 2 && values.get(1).type() instanceof Type.Array;
    return isSoleArray
        ? List.of(values.get(0), new Expr.Cast(OBJECT, values.get(1), Origin.NONE))
        : values;
  }

  /** The shadow of an argument; adjoints of constants are collected and forgotten. */
  private Expr shadow(Expr argument) {
    if (argument instanceof Expr.Literal) {
      return argument;
    }
    boolean active = activity.isActive(argument);
    return Leaf.assemble(
        argument.type(),
        leaf ->
            leaf.isScalar()
                ? Make.zero(leaf.type())
                : leaf.isStorage() ? shadow(leaf.in(argument), active) : leaf.in(argument),
        argument);
  }

  private Expr shadow(Expr array, boolean active) {
    return active ? statements.settled(array) : scratch(array);
  }

  /** What a hand-written pullback adds the adjoint of an argument to. */
  private Expr accumulated(Expr argument) {
    Type type = argument.type();
    boolean active = activity.isActive(argument);
    if (argument instanceof Expr.Literal || !type.holdsValue()) {
      return shadow(argument);
    }
    if (type.isValue()) {
      return active ? statements.shadow(argument) : scratch(argument);
    }
    Type.ClassType accumulator = (Type.ClassType) type.adjoint().leaf();
    Expr maker =
        new Expr.Opaque(
            new Code(List.of(new Code.Names(accumulator), new Code.Text("[]::new"))),
            new Type.ClassType("java.util.function", List.of("IntFunction"), List.of(), true),
            "Internal",
            Origin.NONE);
    Expr map = active ? Make.read(shadows) : Make.create(Make.SHADOWS);
    return Make.invoke(map, "ofEach", type.adjoint(), argument, maker);
  }

  /**
   * Where several arrays of a call have no adjoint here, one map makes theirs: two of them may be
   * the same array, and a callee that is given it twice wants one shadow. One that looks shadows up
   * in the map of this function finds them there, also at the next call.
   */
  private void shareScratch(CallSite site, List<Stmt> code) {
    ignored = null;
    if (site.restores() && links.takesShadows(site.call().callee())) {
      ignored = shadows;
      return;
    }
    List<Expr> constant = new ArrayList<>();
    if (!isActiveResult(site) && site.linkage().result().holdsDifferentiableArray()) {
      constant.add(site.value());
    }
    for (int i : site.linkage().shadowed()) {
      Expr argument = site.call().arguments().get(i);
      if (!(argument instanceof Expr.Literal) && !activity.isActive(argument)) {
        constant.add(argument);
      }
    }
    if (constant.stream().mapToInt(e -> ShadowPlan.storage(e.type()).size()).sum() > 1) {
      ignored = adjoints.made("ignored", Make.SHADOWS);
      code.add(Make.local(ignored, Make.create(Make.SHADOWS)));
    }
  }

  private Expr scratch(Expr array) {
    if (array.type().isValue()) {
      return Make.call(Make.SHADOWS, "scratch", array.type().adjoint(), array);
    }
    if (ignored == null
        && array.type().rank() == 1
        && array.type().leaf().isScalar()
        && !(array instanceof Expr.Call)) {
      Expr zeros = new Expr.NewArray((Type.Array) array.type(), List.of(new Expr.Length(array)));
      return dereferences.mayBeNull(array) ? Make.unlessNull(array, zeros) : zeros;
    }
    Type.Array type = (Type.Array) array.type();
    Expr map = ignored == null ? Make.create(Make.SHADOWS) : Make.read(ignored);
    if (type.leaf() instanceof Type.Record record) {
      return Make.invoke(
          map,
          "ofRecords",
          type,
          array,
          RecordZeros.maker(type, ignored == null ? shadows : ignored, adjoints));
    }
    return Make.invoke(map, "of", type, array);
  }
}
