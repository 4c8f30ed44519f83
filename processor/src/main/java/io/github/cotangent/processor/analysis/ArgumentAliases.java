package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which parts of a helper's arguments may be one array, as its callers tell. All calls of a helper
 * are known, as only the class itself calls its derivative; of other methods any two parameters may
 * share an array.
 *
 * <pre>{@code
 * double[] next = new double[n];
 * multiply(matrix, state, next);     // the only call: next is neither state nor a row of matrix
 * }</pre>
 */
public final class ArgumentAliases {

  /** Nothing is known of any caller. */
  static final ArgumentAliases UNKNOWN = new ArgumentAliases();

  /** By the keys of helpers: equal numbers for parts that may be one array. */
  private final Map<String, Map<ArgumentPart, Integer>> groups = new HashMap<>();

  private ArgumentAliases() {}

  /**
   * Finds them, by iteration over the calls from the most hopeful assumption.
   *
   * @param functions all that may call; closed under local calls
   * @param callers who calls the derivatives of these functions
   */
  public static ArgumentAliases of(List<Function> functions, Callers callers, Summaries summaries) {
    ArgumentAliases aliases = new ArgumentAliases();
    for (Function f : functions) {
      if (callers.areKnown(f)) {
        aliases.groups.put(f.key(), apart(f));
      }
    }
    if (!aliases.groups.isEmpty()) {
      OutsideArrays outside = OutsideArrays.of(functions);
      while (aliases.look(functions, callers, outside, summaries)) {
        // Until no call adds anything.
      }
    }
    return aliases;
  }

  private static Map<ArgumentPart, Integer> apart(Function f) {
    Map<ArgumentPart, Integer> groups = new LinkedHashMap<>();
    for (int i = 0; i < f.parameters().size(); i++) {
      for (ArgumentPart part : ArgumentPart.storage(i, f.parameters().get(i).type()).keySet()) {
        groups.put(part, groups.size());
      }
    }
    return groups;
  }

  /** Equal numbers for what may be one array, as far as the callers of the function are known. */
  int group(Function f, ArgumentPart part) {
    Map<ArgumentPart, Integer> mine = groups.get(f.key());
    return mine == null ? 0 : mine.get(part);
  }

  /** True if the two parameters may be one array, or lead to one. */
  boolean mayShare(Function f, int one, int other) {
    Map<ArgumentPart, Type> parts = ArgumentPart.storage(other, f.parameters().get(other).type());
    return ArgumentPart.storage(one, f.parameters().get(one).type()).entrySet().stream()
        .anyMatch(
            mine ->
                parts.entrySet().stream()
                    .anyMatch(
                        its ->
                            mine.getValue().equals(its.getValue())
                                && group(f, mine.getKey()) == group(f, its.getKey())));
  }

  private boolean look(
      List<Function> functions, Callers callers, OutsideArrays outside, Summaries summaries) {
    boolean changed = false;
    for (Function f : functions) {
      Caller caller = new Caller(f, callers.together(f), outside, summaries);
      caller.walk(f.body());
      changed |= caller.changes;
    }
    return changed;
  }

  /** A function, and what it passes to helpers. */
  private final class Caller extends Walker {
    private final Function function;
    private final OutsideArrays outside;
    private final Summaries summaries;
    private final Regions regions;
    private final OutsideArrays.Found found;
    private DistinctVariables variables;
    private boolean changes;

    Caller(Function function, Set<Var> together, OutsideArrays outside, Summaries summaries) {
      this.function = function;
      this.outside = outside;
      this.summaries = summaries;
      this.regions = Regions.of(function, together, summaries, ArgumentAliases.this);
      this.found = outside.look(function, regions);
      this.changes = found.isNews();
    }

    @Override
    public Void visit(Expr.Call e) {
      Map<ArgumentPart, Integer> mine =
          e.callee().kind() == Callee.Kind.LOCAL ? groups.get(e.callee().key()) : null;
      if (mine != null) {
        join(mine, e);
      }
      return super.visit(e);
    }

    private void join(Map<ArgumentPart, Integer> groups, Expr.Call e) {
      List<Led> arguments = arguments(e);
      for (Led a : arguments) {
        for (Led b : arguments) {
          int gone = groups.get(a.part());
          int kept = groups.get(b.part());
          if (kept < gone && mayBeOne(e, a, b)) {
            groups.replaceAll((part, group) -> group == gone ? kept : group);
            changes = true;
          }
        }
      }
    }

    private List<Led> arguments(Expr.Call e) {
      List<Led> all = new ArrayList<>();
      for (int i = 0; i < e.arguments().size(); i++) {
        Expr argument = e.arguments().get(i);
        ArgumentPart.storage(i, e.callee().parameterTypes().get(i))
            .forEach((part, type) -> all.add(new Led(part, type, part.of(e, regions), argument)));
      }
      return all;
    }

    private boolean mayBeOne(Expr.Call call, Led a, Led b) {
      if (!a.type().equals(b.type())) {
        return false;
      }
      boolean isOutside = found.holds(a.region()) || found.holds(b.region());
      boolean areOutside = found.holds(a.region()) && found.holds(b.region());
      boolean mayBe =
          a.argument() instanceof Expr.Conditional
              || b.argument() instanceof Expr.Conditional
              || a.region() == b.region()
              || areOutside
              || isOutside && outside.wereGiven(a.type());
      return mayBe && !differ(call, a, b);
    }

    private boolean differ(Expr.Call call, Led a, Led b) {
      if (a.variable() == null || b.variable() == null) {
        return false;
      }
      if (variables == null) {
        variables = DistinctVariables.of(function, this::areApart, this::isNew);
      }
      return variables.differ(call, a.variable(), b.variable());
    }

    private boolean areApart(Var a, Var b) {
      return a.type().equals(b.type()) && group(a) != group(b);
    }

    private int group(Var parameter) {
      int index = function.parameters().indexOf(parameter);
      return ArgumentAliases.this.group(function, ArgumentPart.whole(index));
    }

    private boolean isNew(Expr e) {
      return summaries.isFresh(e) && !found.holds(regions.of(e));
    }
  }

  /**
   * One array that an argument leads to.
   *
   * @param argument the whole argument
   */
  private record Led(ArgumentPart part, Type type, Regions.Region region, Expr argument) {
    /** The variable that holds the array; null if it is reached in another way. */
    Var variable() {
      return argument instanceof Expr.Read r && r.type().equals(type) ? r.var() : null;
    }
  }
}
