package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import io.github.cotangent.processor.rules.Calculus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Which variables and which storage carry a derivative: they depend on an independent (they are
 * <em>varied</em>) and a dependent depends on them (they are <em>useful</em>). Only their adjoints
 * exist, so the partial of an inactive operand is never evaluated: activity is part of a
 * derivative's meaning, not an optimisation.
 *
 * <p>Flow-insensitive: a variable that is active anywhere is active everywhere. Facts of scalars
 * (and of the scalars in a record) are kept by variable, facts of array contents by region.
 */
public final class Activity {

  /** What depends on what: one side of the analysis. */
  private static final class Facts {
    private final Set<Var> vars = new HashSet<>();
    private final Set<Regions.Region> regions = new HashSet<>();
    private boolean result;

    private int size() {
      return vars.size() + regions.size() + (result ? 1 : 0);
    }
  }

  private final Regions regions;
  private final Map<Expr, List<Integer>> operands = new IdentityHashMap<>();
  private final Facts varied = new Facts();
  private final Facts useful = new Facts();

  private Activity(Regions regions) {
    this.regions = regions;
  }

  /**
   * The activity of one function.
   *
   * @param independents the parameters to differentiate with respect to
   * @param arraysAreDependents true if the caller also sees what is written into the independents'
   *     arrays, as for a linkage pair or a pullback
   */
  public static Activity of(
      Function function,
      Regions regions,
      Summaries summaries,
      Set<Var> independents,
      boolean arraysAreDependents) {
    Activity activity = new Activity(regions);
    for (Var p : independents) {
      activity.mark(activity.varied, new Expr.Read(p));
      if (arraysAreDependents) {
        activity.useful.regions.addAll(regions.reachable(p.type(), regions.of(p)));
      }
    }
    activity.useful.result = true;
    List<Flow> flows = new ArrayList<>();
    new Flows((target, value) -> flows.add(new Flow(target, value)), summaries)
        .walk(function.body());
    iterate(activity.varied, flows, activity::forward);
    Collections.reverse(flows); // So that a chain of values is followed in one go.
    iterate(activity.useful, flows, activity::backward);
    return activity;
  }

  /** True if the scalar variable, or a scalar in the record variable, carries a derivative. */
  public boolean isActive(Var v) {
    return varied.vars.contains(v) && useful.vars.contains(v);
  }

  /** True if the contents of the storage carry a derivative. */
  public boolean isActive(Regions.Region region) {
    return varied.regions.contains(region) && useful.regions.contains(region);
  }

  /** True if a value of this expression, or storage that it leads to, carries a derivative. */
  public boolean isActive(Expr e) {
    return holds(varied, e) && holds(useful, e);
  }

  /** True if the expression's value depends on an independent, through a nonzero derivative. */
  public boolean isVaried(Expr e) {
    return holds(varied, e);
  }

  /** True if the storage depends on an independent. */
  public boolean isVaried(Regions.Region region) {
    return varied.regions.contains(region);
  }

  /** A value of which scalars may come to a target. */
  private record Flow(Expr target, Expr value) {}

  /** Follows every flow once, as soon as there is something that flows. */
  private static void iterate(Facts facts, List<Flow> flows, Predicate<Flow> follow) {
    List<Flow> open = new ArrayList<>(flows);
    int before;
    do {
      before = facts.size();
      open.removeIf(follow);
    } while (facts.size() != before);
  }

  private boolean forward(Flow flow) {
    boolean flows = holds(varied, flow.value());
    if (flows) {
      mark(varied, flow.target());
    }
    return flows;
  }

  private boolean backward(Flow flow) {
    boolean flows = flow.target() == RESULT ? useful.result : holds(useful, flow.target());
    if (flows) {
      mark(useful, flow.value());
    }
    return flows;
  }

  /** Stands for the function's result as the target of a flow. */
  private static final Expr RESULT = new Expr.Literal(Type.VOID, "result");

  /** True if a fact holds of any part of the expression's value that has a derivative. */
  private boolean holds(Facts facts, Expr e) {
    if (e.type().holdsDifferentiableArray()
        && regions.reachable(e.type(), regions.of(e)).stream().anyMatch(facts.regions::contains)) {
      return true;
    }
    boolean[] found = new boolean[1];
    leaves(e, (var, region) -> found[0] |= test(facts, var, region));
    return found[0];
  }

  private static boolean test(Facts facts, Var var, Regions.Region region) {
    return var != null ? facts.vars.contains(var) : facts.regions.contains(region);
  }

  private void mark(Facts facts, Expr e) {
    if (e == RESULT) {
      return;
    }
    if (e.type().holdsDifferentiableArray()) {
      for (Regions.Region r : regions.reachable(e.type(), regions.of(e))) {
        facts.regions.add(r);
      }
    }
    leaves(
        e,
        (var, region) -> {
          if (var != null) {
            facts.vars.add(var);
          } else {
            facts.regions.add(region);
          }
        });
  }

  /** The variables and regions whose scalars flow into the value of an expression. */
  private void leaves(Expr e, BiConsumer<Var, Regions.Region> leaf) {
    if (!e.type().holdsScalar()) {
      return;
    }
    if (e instanceof Expr.Read r) {
      leaf.accept(r.var(), null);
    } else if (e instanceof Expr.Element x) {
      leaf.accept(null, regions.of(x.array()));
    } else if (e instanceof Expr.Component c) {
      leaves(c.record(), leaf);
    } else if (e instanceof Expr.NewRecord n) {
      n.arguments().forEach(a -> leaves(a, leaf));
    } else if (e instanceof Expr.Conditional c) {
      leaves(c.ifTrue(), leaf);
      leaves(c.ifFalse(), leaf);
    } else if (e.type().isScalar()) {
      // Asked again at every iteration.
      for (int k : operands.computeIfAbsent(e, Calculus::activeOperands)) {
        leaves(Calculus.operand(e, k), leaf);
      }
    }
  }

  /** Calls back for every flow of scalars from a value to a target. */
  private static final class Flows extends Walker {
    private final BiConsumer<Expr, Expr> flow;
    private final Summaries summaries;

    Flows(BiConsumer<Expr, Expr> flow, Summaries summaries) {
      this.flow = flow;
      this.summaries = summaries;
    }

    @Override
    public Void visit(Stmt.Local s) {
      s.init().ifPresent(e -> assign(new Expr.Read(s.var()), e));
      return null;
    }

    @Override
    public Void visit(Stmt.Assign s) {
      Place target = s.target();
      assign(target.read(), s.value());
      return null;
    }

    @Override
    public Void visit(Stmt.Evaluate s) {
      assign(null, s.expr());
      return null;
    }

    @Override
    public Void visit(Stmt.Return s) {
      s.value().ifPresent(e -> flow.accept(RESULT, e));
      return null;
    }

    private void assign(Expr target, Expr value) {
      if (value instanceof Expr.Call call) {
        call(target, call);
      } else if (value instanceof Expr.ArrayLiteral l) {
        l.elements().forEach(x -> into(target, x));
      } else if (target != null && target.type().isDifferentiable()) {
        flow.accept(target, value);
      }
    }

    /** A value that becomes an element of the target's array. */
    private void into(Expr target, Expr value) {
      if (value.type().isDifferentiable()) {
        flow.accept(new Expr.Element(target, new Expr.Literal(Type.INT, "0")), value);
      }
    }

    private void call(Expr target, Expr.Call call) {
      switch (call.callee().kind()) {
        case ARRAY -> array(target, ArrayCall.of(call));
        case LOCAL, LINKED -> linked(target, call);
        case RULED -> ruled(target, call);
        case MATH -> {
          if (target != null && target.type().isDifferentiable()) {
            flow.accept(target, call);
          }
        }
        case CONSTANT, SINK, FOREIGN, GENERATED -> {}
      }
    }

    private void array(Expr target, ArrayCall call) {
      Expr to = call.target() != null ? call.target() : target;
      if (to == null || !to.type().isDifferentiable()) {
        return;
      }
      if (call.source() != null) {
        into(to, new Expr.Element(call.source(), new Expr.Literal(Type.INT, "0")));
      } else {
        into(to, call.value());
      }
    }

    private void ruled(Expr target, Expr.Call call) {
      if (!call.callee().derivation().orElseThrow().isFormula()) {
        linked(target, call);
      } else if (target != null) {
        flow.accept(target, call);
      }
    }

    /** Every differentiable argument may flow into the result and into every array written. */
    private void linked(Expr target, Expr.Call call) {
      List<Expr> args = call.arguments();
      for (int from = 0; from < args.size(); from++) {
        if (!call.callee().differentiates(from)) {
          continue;
        }
        if (target != null && target.type().isDifferentiable()) {
          flow.accept(target, args.get(from));
        }
        for (int to = 0; to < args.size(); to++) {
          boolean written =
              call.callee().differentiates(to)
                  && args.get(to).type().holdsDifferentiableArray()
                  && summaries.writes(call.callee(), to);
          if (written) {
            for (Expr array : arrays(args.get(to))) {
              flow.accept(array, args.get(from));
            }
          }
        }
      }
    }

    /** The arrays that a value is or leads to: a callee writes no number of a record's. */
    private static List<Expr> arrays(Expr e) {
      if (e.type() instanceof Type.Record r) {
        return r.components().stream()
            .filter(c -> c.type().holdsDifferentiableArray())
            .flatMap(c -> arrays(new Expr.Component(e, c.name())).stream())
            .toList();
      }
      return e.type() instanceof Type.Array ? List.of(e) : List.of();
    }
  }
}
