package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Thin methods around a linkage pair: copy, seed, run both halves, unpack. */
final class Wrapper {

  private final Derivative derivative;
  private final Linkage linkage;
  private final Function function;
  private final AdjointVars adjoints;
  private final Arguments arguments;
  private final boolean movesRows;

  Wrapper(Derivative derivative, Summaries summaries) {
    this.derivative = derivative;
    this.linkage = derivative.linkage();
    this.function = derivative.function();
    this.adjoints = new AdjointVars(derivative.names().copy());
    this.arguments = new Arguments(function, summaries);
    this.movesRows = summaries.storesReferences(function);
  }

  AdjointVars adjoints() {
    return adjoints;
  }

  /** Copies of the arguments that the function writes into. */
  List<Stmt> copies() {
    return arguments.copies(adjoints);
  }

  /** The body of {@code fValueAndGradient} around the pair. */
  List<Stmt> valueAndGradient() {
    List<Stmt> code = new ArrayList<>(copies());
    Var tape = adjoints.made("tape", linkage.tapeType());
    List<Expr> all = function.parameters().stream().map(Make::read).toList();
    code.add(
        Make.local(
            tape, Make.call(linkage.container(), linkage.forward(), linkage.tapeType(), all)));
    Var shadows = adjoints.made("shadows", Make.SHADOWS);
    Set<Var> independents = Set.copyOf(function.differentiable());
    code.addAll(arguments.shadows(independents, adjoints, shadows, linkage.sharesShadows()));
    backward(Make.read(tape), Make.one(function.result()), shadows, code);
    Expr value = Make.invoke(Make.read(tape), "value", function.result());
    Expr gradient = Members.gradient(derivative, adjoints, shadows);
    code.add(Members.returns(Members.valueAndGradient(derivative, value, gradient)));
    return code;
  }

  /** Runs the backward half; afterwards every independent's adjoint is in its variable. */
  void backward(Expr tape, Expr seed, Var shadows, List<Stmt> code) {
    List<Expr> passed = new ArrayList<>(List.of(tape));
    if (seed != null) {
      passed.add(seed);
    }
    for (int i : linkage.shadowed()) {
      passed.add(shadow(function.parameters().get(i)));
    }
    if (linkage.sharesShadows()) {
      passed.add(Make.read(shadows));
    }
    runBackward(passed, code);
    if (linkage.sharesShadows() && movesRows) {
      settle(shadows, code);
    }
  }

  /** The backward half has put exchanged rows back: their shadows follow. */
  private void settle(Var shadows, List<Stmt> code) {
    for (int i : linkage.shadowed()) {
      code.addAll(ShadowCalls.settling(function.parameters().get(i), shadows, adjoints));
    }
  }

  private void runBackward(List<Expr> passed, List<Stmt> code) {
    Type returned = linkage.adjointsType();
    Expr run = Make.call(linkage.container(), linkage.backward(), returned, passed);
    List<Integer> scalars = linkage.returned();
    if (scalars.isEmpty()) {
      code.add(Make.evaluate(run));
      return;
    }
    if (scalars.size() == 1 && returned.isScalar()) {
      Var p = function.parameters().get(scalars.get(0));
      code.add(Make.local(adjoints.of(p), run));
      return;
    }
    Var all = adjoints.made("adjoints", returned);
    code.add(Make.local(all, run));
    List<Type.Component> components = linkage.components(scalars);
    for (int n = 0; n < scalars.size(); n++) {
      Var p = function.parameters().get(scalars.get(n));
      Type.Component c = components.get(n);
      Expr part =
          scalars.size() == 1 ? Make.read(all) : Make.invoke(Make.read(all), c.name(), c.type());
      for (Leaf leaf : Leaf.of(p.type())) {
        if (leaf.isScalar()) {
          code.add(Make.local(adjoints.of(p, leaf), leaf.in(part)));
        }
      }
    }
  }

  private Expr shadow(Var p) {
    return Leaf.assemble(
        p.type(),
        leaf ->
            leaf.isScalar()
                ? Make.zero(leaf.type())
                : leaf.isStorage() ? Make.read(adjoints.of(p, leaf)) : leaf.in(Make.read(p)),
        Make.read(p));
  }
}
