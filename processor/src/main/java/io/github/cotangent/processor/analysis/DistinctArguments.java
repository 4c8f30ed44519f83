package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which parameters of a helper its callers pass one array for. All calls of a helper are known, as
 * only the class itself calls its derivative; of other methods any two parameters may share an
 * array.
 *
 * <pre>{@code
 * double[] next = new double[n];
 * multiply(matrix, state, next);     // the only call: next is neither state nor a row of matrix
 * }</pre>
 *
 * <p>What a parameter leads to is numbered, all parameters in order, as {@link Regions#collect}
 * visits it: for {@code (double[][] a, double[] x)} the rows' array, the rows, and {@code x}.
 */
public final class DistinctArguments {

  /** Nothing is known of any caller. */
  static final DistinctArguments UNKNOWN = new DistinctArguments();

  /** By the keys of helpers: equal numbers for what may share an array. */
  private final Map<String, int[]> groups = new HashMap<>();

  private DistinctArguments() {}

  /**
   * Finds them, by iteration over the calls from the most hopeful assumption.
   *
   * @param functions all that may call; closed under local calls
   * @param isHelper true for a function whose derivative only these functions call
   */
  public static DistinctArguments of(
      List<Function> functions, Predicate<Function> isHelper, Summaries summaries) {
    DistinctArguments shared = new DistinctArguments();
    for (Function f : functions) {
      if (isHelper.test(f)) {
        shared.groups.put(f.key(), apart(f, Regions.ofDistinct(f, summaries)));
      }
    }
    if (!shared.groups.isEmpty()) {
      OutsideArrays outside = OutsideArrays.of(functions);
      while (shared.look(functions, outside, summaries)) {
        // Until no call adds anything.
      }
    }
    return shared;
  }

  private static int[] apart(Function f, Regions regions) {
    int size = 0;
    for (Var p : f.parameters()) {
      size += regions.reachable(p.type(), regions.of(p)).size();
    }
    return IntStream.range(0, size).toArray();
  }

  /** Equal numbers for what may be one array, as far as the callers of the function are known. */
  int group(Function f, int number) {
    int[] mine = groups.get(f.key());
    return mine == null ? 0 : mine[number];
  }

  private boolean look(List<Function> functions, OutsideArrays outside, Summaries summaries) {
    boolean changed = false;
    for (Function f : functions) {
      Caller caller = new Caller(f, outside, summaries);
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

    Caller(Function function, OutsideArrays outside, Summaries summaries) {
      this.function = function;
      this.outside = outside;
      this.summaries = summaries;
      this.regions =
          Regions.of(
              function, Set.copyOf(function.parameters()), summaries, DistinctArguments.this);
      this.found = outside.look(function, regions);
      this.changes = found.isNews();
    }

    @Override
    public Void visit(Expr.Call e) {
      int[] mine = e.callee().kind() == Callee.Kind.LOCAL ? groups.get(e.callee().key()) : null;
      if (mine != null) {
        List<Led> arguments = arguments(e);
        changes |= join(mine, (i, j) -> mayBeOne(e, arguments.get(i), arguments.get(j)));
      }
      return super.visit(e);
    }

    private List<Led> arguments(Expr.Call e) {
      List<Led> all = new ArrayList<>();
      for (int i = 0; i < e.arguments().size(); i++) {
        Expr argument = e.arguments().get(i);
        regions.collect(
            e.callee().parameterTypes().get(i),
            regions.of(argument),
            (type, region) -> all.add(new Led(type, region, argument)));
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
      int number = 0;
      for (Var p : function.parameters()) {
        if (p.equals(parameter)) {
          return DistinctArguments.this.group(function, number);
        }
        number += regions.reachable(p.type(), regions.of(p)).size();
      }
      throw new IllegalStateException("no parameter: " + parameter);
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
  private record Led(Type type, Regions.Region region, Expr argument) {
    /** The variable that holds the array; null if it is reached in another way. */
    Var variable() {
      return argument instanceof Expr.Read r && r.type().equals(type) ? r.var() : null;
    }
  }

  private static boolean join(int[] groups, BiPredicate<Integer, Integer> isOne) {
    boolean changed = false;
    for (int i = 0; i < groups.length; i++) {
      for (int j = 0; j < i; j++) {
        if (groups[i] != groups[j] && isOne.test(i, j)) {
          int gone = groups[i];
          int kept = groups[j];
          Arrays.setAll(groups, k -> groups[k] == gone ? kept : groups[k]);
          changed = true;
        }
      }
    }
    return changed;
  }
}
