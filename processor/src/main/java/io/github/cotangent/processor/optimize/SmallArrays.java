package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.MethodBodies;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns small arrays of fixed length into variables, before anything is differentiated:
 *
 * <pre>{@code
 * double[] v = new double[2];           double v0 = x - 1;
 * for (int i = 0; i < 2; i++) {         double v1 = x - 2;
 *   v[i] = x - (i + 1);                 double square = v0 * v0 + v1 * v1;
 * }                                     return square;
 * return square(v);
 * }</pre>
 *
 * <p>Loops over such arrays are unrolled ({@link Unrolling}), and methods of the class that they
 * are passed to are put in place ({@link InPlaceCalls}): the latter only if all small arrays that
 * cross the call become variables. What cannot be followed through the text stays as it was: an
 * array that is stored, returned, compared or cloned, or used at an index that is not known.
 *
 * <p>It starts from the hope that everything can be done, and goes back to the start with less
 * until what is left holds.
 */
public final class SmallArrays {

  private final Function function;
  private final Names given;
  private final MethodBodies bodies;

  /** The array variables that stay, and the paths of the calls that do, each with the reason. */
  private final Map<String, Reason> staying = new HashMap<>();

  private final Map<String, Reason> linked = new HashMap<>();

  private SmallArrays(Function function, Names given, MethodBodies bodies) {
    this.function = function;
    this.given = given;
    this.bodies = bodies;
  }

  /**
   * The function with variables in the place of its small arrays; as it was where none can be.
   *
   * @param bodies the methods of the class
   */
  public static Scalarized apply(Function f, Names names, MethodBodies bodies) {
    return SmallArraySources.areIn(f, bodies)
        ? new SmallArrays(f, names, bodies).make()
        : new Scalarized(f, names, SmallArraySources.tellOfNone(f, bodies));
  }

  private Scalarized make() {
    while (true) {
      Attempt attempt = new Attempt();
      if (attempt.isTooLong()) {
        return new Scalarized(function, given, attempt.tooLong());
      }
      if (!attempt.asksForLess()) {
        return attempt.result();
      }
    }
  }

  /** One way of doing it: without the calls and arrays that stay. */
  private final class Attempt {
    private final CopyNames names = new CopyNames(given);
    private final InPlaceCalls.Inlined inlined =
        InPlaceCalls.of(Crossing.ARRAYS, function, bodies, linked, names);
    private final Optional<Unrolling.Unrolled> unrolled = unrolled();
    private ArrayClasses classes;
    private ArrayFlow flow;

    private Optional<Unrolling.Unrolled> unrolled() {
      ArrayClasses rough = ArrayClasses.of(function, inlined.body(), names::isMade);
      Stmt.Block known = lengths(inlined.body(), rough);
      return Unrolling.of(known, v -> mayChange(rough, v), names, Scalarized.MAX_STATEMENTS);
    }

    private boolean mayChange(ArrayClasses all, Var v) {
      return Crossing.ARRAYS.test(v.type())
          && all.facts(v).isSmall()
          && !all.facts(v).isReturned()
          && all.facts(v).members().stream().noneMatch(this::stays);
    }

    private boolean stays(Var v) {
      return staying.containsKey(names.key(v));
    }

    private Stmt.Block lengths(Stmt.Block body, ArrayClasses all) {
      return new Rewriter() {
        @Override
        public Expr visit(Expr.Length e) {
          return e.array() instanceof Expr.Read r && mayChange(all, r.var())
              ? new Expr.Literal(Type.INT, Integer.toString(all.facts(r.var()).length()))
              : super.visit(e);
        }
      }.block(body);
    }

    boolean isTooLong() {
      return unrolled.isEmpty();
    }

    /** Says of each array that it stays, as the method would become too long. */
    List<Explanation> tooLong() {
      return ArrayClasses.of(function, function.body(), names::isMade).all().stream()
          .filter(ArrayClasses.Facts::isSmall)
          .map(
              f ->
                  stays(
                      f,
                      why(f).orElse(Reason.of(Why.TOO_MANY_STATEMENTS, Scalarized.MAX_STATEMENTS))))
          .toList();
    }

    /** What made the arrays of a class stay in an attempt before. */
    private Optional<Reason> why(ArrayClasses.Facts facts) {
      return Optional.ofNullable(staying.get(names.key(facts.members().get(0))));
    }

    private Explanation stays(ArrayClasses.Facts facts, Reason why) {
      return explained(facts, Reason.of(Why.STAYS_ARRAY, why));
    }

    /**
     * What is said of an array, where its variable is declared; where it is made if it has none.
     */
    private Explanation explained(ArrayClasses.Facts facts, Reason reason) {
      Var named = facts.named(names::isMade);
      Origin declared = inlined.declarations().getOrDefault(named, facts.madeAt());
      String made = facts.madeAt().text().replaceFirst("^\\w+ = (?=new )", "");
      return names.isMade(named)
          ? Explanation.of(facts.madeAt(), made, reason)
          : Explanation.of(declared, names.original(named).name(), reason);
    }

    /** Says of each array of known length whether it becomes variables. */
    private List<Explanation> told() {
      List<Explanation> told = new ArrayList<>();
      for (ArrayClasses.Facts facts : classes.all()) {
        Var v = facts.members().get(0);
        Optional<Reason> why = why(facts).or(facts::hindrance);
        if (facts.length() < 0 && why(facts).isEmpty()) {
          continue; // Nothing was ever known of it that would make it small.
        }
        if (isReplaced(v)) {
          told.add(explained(facts, Reason.of(Why.BECOMES_VARIABLES, facts.length())));
        } else {
          why.ifPresent(r -> told.add(stays(facts, r)));
        }
      }
      return told;
    }

    private boolean isReplaced(Var v) {
      return mayChange(classes, v) && classes.facts(v).isContained();
    }

    /** Finds what hinders; true if there is something that the next attempt must leave. */
    boolean asksForLess() {
      classes = ArrayClasses.of(function, unrolled.get().body(), names::isMade);
      flow = ArrayFlow.of(unrolled.get().body(), classes, this::isReplaced);
      boolean found = false;
      for (ArrayClasses.Facts facts : classes.all()) {
        Var v = facts.members().get(0);
        boolean fails = mayChange(classes, v) && (!facts.isContained() || flow.isStale(v));
        if (fails) {
          Reason why = facts.hindrance().orElse(Reason.of(Why.IS_STALE));
          facts.members().forEach(x -> staying.put(names.key(x), why));
          found = true;
        }
      }
      for (InPlaceCalls.Site site : inlined.sites()) {
        Optional<Reason> vain = vain(site);
        if (vain.isPresent()) {
          linked.put(site.path(), vain.get());
          found = true;
        }
      }
      return found;
    }

    /** Why a call need not be put in place: an array that crosses it stays, or none is small. */
    private Optional<Reason> vain(InPlaceCalls.Site site) {
      boolean any = false;
      for (Var v : site.crossing()) {
        if (classes.facts(v).members().stream().anyMatch(this::stays)) {
          return Optional.of(Reason.of(Why.ARRAY_STAYS, names.original(v)));
        }
        any |= isReplaced(v);
      }
      return any ? Optional.empty() : Optional.of(Reason.of(Why.NO_SMALL_ARRAY));
    }

    Scalarized result() {
      List<Explanation> told = told();
      told.addAll(inlined.told());
      boolean any = classes.all().stream().anyMatch(f -> isReplaced(f.members().get(0)));
      if (!any) {
        return new Scalarized(function, given, told);
      }
      told.addAll(unrolled.get().told());
      Stmt.Block body =
          ArrayElements.replace(unrolled.get().body(), classes, flow, this::isReplaced, names);
      return new Scalarized(inlined.in(function, body), names.names(), told);
    }
  }
}
