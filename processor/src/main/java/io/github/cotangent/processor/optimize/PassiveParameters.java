package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.analysis.CallGraph;
import io.github.cotangent.processor.analysis.Callers;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Derivation;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters of helpers that no caller passes anything to that carries a derivative: they are
 * made constants, as if the user had marked them, and have no adjoint.
 *
 * <pre>{@code
 * @Differentiable
 * static double loss(double[] w, @NonDifferentiable double[] data) {
 *   return misfit(w, data);    // the only call: misfit's second parameter is a constant
 * }
 * }</pre>
 *
 * <p>Activity is followed from the annotated methods through all calls (interprocedural activity
 * analysis, without contexts: Hascoët and Pascual 2013, "The Tapenade automatic differentiation
 * tool"). What is written into an array that carries derivatives is never looked for in a constant.
 * So a parameter stays as it was where the helper may know one array by it and by one that carries
 * derivatives, and writes into it.
 */
public final class PassiveParameters {

  private final List<Function> functions;
  private final Map<String, Function> helpers = new LinkedHashMap<>();
  private final Callers callers;
  private final Summaries summaries;

  /** For each helper the parameters that some caller passes what is varied to. */
  private final Map<String, Set<Var>> varied = new LinkedHashMap<>();

  private boolean changes;

  private PassiveParameters(List<Function> functions, Callers callers, Summaries summaries) {
    this.functions = functions;
    this.callers = callers;
    this.summaries = summaries.withCallers(callers);
    for (Function f : functions) {
      if (callers.areKnown(f)) {
        helpers.put(f.key(), f);
        varied.put(f.key(), new LinkedHashSet<>());
      }
    }
  }

  /**
   * The functions that have more constants then, or calls that know them.
   *
   * @param functions all of a class, closed under local calls
   * @param summaries of these
   */
  public static List<Marked> found(List<Function> functions, Callers callers, Summaries summaries) {
    PassiveParameters found =
        new PassiveParameters(functions, new BesideRules(functions, callers), summaries);
    if (found.helpers.isEmpty()) {
      return List.of();
    }
    do {
      found.changes = false;
      functions.forEach(found::look);
    } while (found.changes);
    return found.marked();
  }

  /** Rules are called by what is generated: nothing is known of those calls here. */
  private static final class BesideRules extends Walker implements Callers {
    private final Callers callers;
    private final Set<String> rules = new HashSet<>();

    BesideRules(List<Function> functions, Callers callers) {
      this.callers = callers;
      functions.forEach(f -> walk(f.body()));
    }

    @Override
    public Void visit(Expr.Call e) {
      e.callee().derivation().ifPresent(this::add);
      return super.visit(e);
    }

    private void add(Derivation derivation) {
      for (Derivation.Rule rule : derivation.rules()) {
        rules.add(rule.method().key());
        rule.method().derivation().ifPresent(this::add);
      }
    }

    @Override
    public boolean areKnown(Function f) {
      return callers.areKnown(f) && !rules.contains(f.key());
    }

    @Override
    public List<Set<Var>> independents(Function f) {
      boolean isRule = callers.areKnown(f) && rules.contains(f.key());
      return isRule ? List.of(Set.copyOf(f.differentiable())) : callers.independents(f);
    }

    @Override
    public Set<Var> together(Function f) {
      return callers.together(f);
    }
  }

  private void look(Function f) {
    if (helpers.containsKey(f.key())) {
      lookInto(f, Set.copyOf(varied.get(f.key())));
    } else {
      callers.independents(f).forEach(each -> lookInto(f, each));
    }
  }

  private void lookInto(Function f, Set<Var> independents) {
    if (independents.isEmpty()) {
      return;
    }
    Regions regions = Regions.of(f, independents, summaries);
    Activity activity = Activity.of(f, regions, summaries, independents, true);
    new Walker() {
      @Override
      public Void visit(Expr.Call e) {
        if (e.callee().kind() == Callee.Kind.LOCAL && helpers.containsKey(e.callee().key())) {
          pass(e, activity);
        }
        return super.visit(e);
      }
    }.walk(f.body());
    if (helpers.containsKey(f.key())) {
      keepOwn(f, activity);
    }
  }

  private void pass(Expr.Call call, Activity activity) {
    Function helper = helpers.get(call.callee().key());
    for (int i = 0; i < call.arguments().size(); i++) {
      if (activity.isVaried(call.arguments().get(i))) {
        vary(helper, helper.parameters().get(i));
      }
    }
  }

  /** What a helper itself gives a value that is varied, or cannot tell from what it varies. */
  private void keepOwn(Function helper, Activity activity) {
    for (Var p : helper.differentiable()) {
      boolean isOwn = activity.isVaried(new Expr.Read(p));
      if (isOwn || mayBeWrittenAs(p, Set.copyOf(varied.get(helper.key())), helper)) {
        vary(helper, p);
      }
    }
  }

  private boolean mayBeWrittenAs(Var parameter, Set<Var> others, Function helper) {
    return others.stream()
        .filter(other -> writes(helper, parameter) || writes(helper, other))
        .anyMatch(other -> summaries.mayShare(helper, parameter, other));
  }

  private boolean writes(Function helper, Var parameter) {
    return summaries.writes(helper, helper.parameters().indexOf(parameter));
  }

  private void vary(Function helper, Var parameter) {
    if (parameter.type().isDifferentiable() && !helper.constants().contains(parameter)) {
      changes |= varied.get(helper.key()).add(parameter);
    }
  }

  /** A helper that nothing varied goes into is not differentiated. */
  private List<Marked> marked() {
    Map<String, Set<Var>> passive = new HashMap<>();
    helpers.forEach(
        (key, f) -> {
          Set<Var> without = new LinkedHashSet<>(f.differentiable());
          without.removeAll(varied.get(key));
          if (!without.isEmpty() && !varied.get(key).isEmpty()) {
            passive.put(key, without);
          }
        });
    return functions.stream()
        .filter(f -> passive.containsKey(f.key()) || calls(f, passive.keySet()))
        .map(f -> marked(f, passive))
        .toList();
  }

  private static boolean calls(Function f, Set<String> keys) {
    return CallGraph.callees(f).stream().anyMatch(c -> keys.contains(c.key()));
  }

  private Marked marked(Function f, Map<String, Set<Var>> passive) {
    Set<Var> mine = passive.getOrDefault(f.key(), Set.of());
    Rewriter calls =
        new Rewriter() {
          @Override
          public Expr visit(Expr.Call e) {
            Expr.Call call = (Expr.Call) super.visit(e);
            Set<Var> its = passive.getOrDefault(call.callee().key(), Set.of());
            boolean isKnown = its.isEmpty() || call.callee().kind() != Callee.Kind.LOCAL;
            return isKnown ? call : marked(call, its);
          }
        };
    return new Marked(
        f.withBody(calls.block(f.body())).withConstants(mine),
        mine.stream()
            .map(p -> Explanation.of(f.origin(), p.name(), Reason.of(Why.PASSIVE)))
            .toList());
  }

  private Expr marked(Expr.Call call, Set<Var> passive) {
    List<Var> parameters = helpers.get(call.callee().key()).parameters();
    Callee marked =
        call.callee()
            .withConstants(passive.stream().map(parameters::indexOf).collect(Collectors.toSet()));
    return new Expr.Call(marked, call.receiver(), call.arguments(), call.origin());
  }

  /**
   * A function with more constants, or with calls of such functions.
   *
   * @param told which of its parameters became constants
   */
  public record Marked(Function function, List<Explanation> told) {}
}
