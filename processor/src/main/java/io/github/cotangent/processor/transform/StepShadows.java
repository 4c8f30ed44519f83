package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** The shadows of a loop that is run again, whose steps may make other arrays each time. */
final class StepShadows {

  private final Checkpointing facts;
  private final Stmt loop;
  private final LoopState state;

  StepShadows(Checkpointing facts, Stmt loop) {
    this.facts = facts;
    this.loop = loop;
    this.state = facts.state(loop);
  }

  /** True where shadows found in one step must not be there in another. */
  boolean areForgotten(List<Stmt> step) {
    return state.makesArrays() && Scoping.free(step).contains(facts.shadowsVar());
  }

  /** Before a step. */
  Stmt remember() {
    return shadows("remember");
  }

  /** Behind a step. */
  Stmt forget() {
    return shadows("forget");
  }

  private Stmt shadows(String method) {
    return Make.evaluate(Make.invoke(Make.read(facts.shadowsVar()), method, Type.VOID));
  }

  /**
   * The adjoint of a step, from the state behind it. An array that the step makes is another one
   * each time it runs: the one that was just made takes over the shadow of the one before.
   */
  List<Stmt> fromState(List<Stmt> adjoint) {
    List<Stmt> code = new ArrayList<>();
    for (Var v : state.leavesArrays() ? state.variables() : List.<Var>of()) {
      for (Leaf leaf : followed(v)) {
        Expr bind =
            Make.invoke(
                Make.read(facts.shadowsVar()),
                "bind",
                Type.VOID,
                leaf.in(Make.read(v)),
                Make.read(facts.adjoints().of(v, leaf)));
        code.add(whereThere(Make.read(v), leaf, Make.evaluate(bind)));
      }
    }
    List<Stmt> locals =
        new FollowingShadows(facts.assignments(), facts.activity(), facts.shadows(), adjoint)
            .of(Bodies.ofLoop(loop).statements());
    code.addAll(locals);
    code.addAll(adjoint);
    return code;
  }

  /** The arrays in a variable whose shadows follow it. */
  List<Leaf> followed(Var v) {
    return facts.activity().isActive(Make.read(v)) ? ShadowPlan.arrays(v.type()) : List.of();
  }

  private static Stmt whereThere(Expr v, Leaf leaf, Stmt s) {
    if (leaf.path().isEmpty()) {
      return s;
    }
    Expr there = Make.binary(Expr.Binary.Op.NE, v, new Expr.Literal(v.type(), "null"));
    return new Stmt.If(there, Stmt.Block.of(List.of(s)), Stmt.Block.EMPTY, Origin.NONE);
  }

  /** Makes the shadows known of all arrays that were there before the loop: they stay. */
  List<Stmt> known(KeptState kept) {
    List<Stmt> code = new ArrayList<>();
    for (Var v : state.others()) {
      for (Leaf leaf : followed(v)) {
        Expr array = leaf.in(Make.read(v));
        if (facts.shadows().anyLookedUp(array)) {
          code.add(whereThere(Make.read(v), leaf, Make.evaluate(facts.shadows().find(array))));
        }
      }
    }
    for (Var v : state.variables()) {
      for (Leaf leaf : followed(v)) {
        Expr start = kept.atStart(v);
        Expr find = facts.shadows().find(leaf.in(start));
        code.add(whereThere(start, leaf, Make.evaluate(find)));
      }
    }
    if (!code.isEmpty()) {
      code.add(0, new Stmt.Comment("What was there before the loop keeps its shadow."));
    }
    return code;
  }
}
