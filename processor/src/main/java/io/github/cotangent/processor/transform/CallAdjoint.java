package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.Dereferences;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The chain rule for a call: the callee's backward half takes the adjoint of the result and the
 * shadows of the arrays, and returns the adjoints of what was passed by value; a callee linked by
 * value has its gradient at hand.
 */
final class CallAdjoint {

  private final Activity activity;
  private final Regions regions;
  private final Dereferences dereferences;
  private final AdjointVars adjoints;

  /** The map of a call whose constant arrays may be one another. */
  private Var ignored;

  private final AdjointPlaces places;
  private final Partials partials;
  private final ScalarAdjoint scalars;
  private final Links links;
  private final Var shadows;
  private final RuleAdjoint rules;

  CallAdjoint(
      Primal primal,
      AdjointVars adjoints,
      AdjointPlaces places,
      Partials partials,
      ScalarAdjoint scalars,
      Links links,
      Var shadows) {
    this.activity = primal.activity();
    this.regions = primal.regions();
    this.dereferences = primal.dereferences();
    this.adjoints = adjoints;
    this.places = places;
    this.partials = partials;
    this.scalars = scalars;
    this.links = links;
    this.shadows = shadows;
    this.rules = new RuleAdjoint(activity, regions, shadows, new Adjoints());
  }

  /** What hand-written pullbacks are called with. */
  RuleAdjoint rules() {
    return rules;
  }

  private final class Adjoints implements RuleAdjoint.Adjoints {
    @Override
    public Expr ofResult(CallSite site) {
      return resultAdjoint(site);
    }

    @Override
    public boolean isFound(Expr value) {
      return places.isFound(value);
    }

    @Override
    public Expr of(Expr argument) {
      if (!argument.type().isValue()) {
        return shadow(argument);
      }
      boolean isLiteral = argument instanceof Expr.Literal;
      return isLiteral ? argument : shadow(argument, activity.isActive(argument));
    }
  }

  /**
   * What the backward halves of a call read: besides the code itself, the contents of every array
   * that the callee has seen, or takes again.
   */
  Reads contents(CallSite site) {
    if (site.pullback().isPresent()) {
      return Reads.NONE;
    }
    Set<Regions.Region> seen = new HashSet<>();
    for (Expr a : site.isTapeless() ? site.taken() : site.call().arguments()) {
      seen.addAll(regions.reachable(a.type(), regions.of(a)));
    }
    if (site.result() != null) {
      Expr r = site.result().read();
      regions.collect(
          r.type(),
          regions.of(r),
          (type, region) -> {
            // Without a tape, the callee reads nothing of its result; but its rows tell the shadow.
            boolean holdsRows = type instanceof Type.Array a && a.element().isReference();
            if (holdsRows || !site.isTapeless()) {
              seen.add(region);
            }
          });
    }
    return site.isByValue() ? Reads.NONE : new Reads(Set.of(), seen);
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
    Expr gradient = site.gradient();
    List<Type.Component> components = site.linkage().components(independents);
    Map<Expr, Expr> by = new LinkedHashMap<>();
    for (int n = 0; n < independents.size(); n++) {
      Expr argument = site.call().arguments().get(independents.get(n));
      Expr part =
          independents.size() == 1
              ? gradient
              : Make.invoke(gradient, components.get(n).name(), components.get(n).type());
      partials.add(argument, part, by);
    }
    code.addAll(scalars.distribute(seed, by, isDeclaration));
  }

  private void pair(CallSite site, boolean isDeclaration, List<Stmt> code) {
    Linkage linkage = site.linkage();
    shareScratch(site, code);
    Expr run = site.pullback().isPresent() ? rules.call(site) : backward(site);
    Type returned = run.type();
    boolean used =
        linkage.returned().stream()
            .anyMatch(i -> activity.isActive(site.call().arguments().get(i)));
    Var result = null;
    if (used) {
      result = adjoints.made(adjointName(linkage), returned);
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
    List<Expr> arguments = new ArrayList<>(site.taken());
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

  private static String adjointName(Linkage linkage) {
    return linkage.returned().size() == 1
        ? "d" + Names.capitalized(linkage.names().get(linkage.returned().get(0)))
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
        code.addAll(scalars.propagate(argument, part));
      } else {
        for (Leaf leaf : Leaf.of(argument.type())) {
          if (leaf.isScalar() && activity.isActive(Reads.base(argument))) {
            code.add(Make.accumulate(places.adjoint(leaf.in(argument)), leaf.in(part)));
          }
        }
      }
    }
  }

  private void clear(CallSite site, List<Stmt> code) {
    Expr target = site.result().read();
    for (Leaf leaf : Leaf.of(target.type())) {
      if (leaf.isScalar() && activity.isActive(Reads.base(target))) {
        Expr adjoint = places.adjoint(leaf.in(target));
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
      if (!isActiveResult(site)) {
        return scratch(value);
      }
      return places.isFound(value) ? rules.take(site) : places.shadow(value);
    }
    return Leaf.assemble(
        type,
        leaf -> {
          if (leaf.isScalar()) {
            return isActiveResult(site) && activity.isActive(Reads.base(site.result().read()))
                ? places.adjoint(leaf.in(site.result().read()))
                : Make.zero(leaf.type());
          }
          if (!leaf.isStorage()) {
            return leaf.in(value);
          }
          return site.result() != null && isActiveResult(site)
              ? places.settled(leaf.in(site.result().read()))
              : scratch(leaf.in(value));
        },
        type instanceof Type.Record ? value : null);
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
    return active ? places.settled(array) : scratch(array);
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
