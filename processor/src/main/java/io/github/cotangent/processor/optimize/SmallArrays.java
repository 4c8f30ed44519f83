package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

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

  /** Statements that a function may have afterwards. */
  private static final int MAX_STATEMENTS = 400;

  private final Function function;
  private final Names given;
  private final java.util.function.Function<Callee, Optional<Function>> bodies;
  private final Set<String> staying = new HashSet<>();
  private final Set<String> linked = new HashSet<>();

  private SmallArrays(
      Function function,
      Names given,
      java.util.function.Function<Callee, Optional<Function>> bodies) {
    this.function = function;
    this.given = given;
    this.bodies = bodies;
  }

  /** A function and the names of its variables. */
  public record Result(Function function, Names names) {}

  /**
   * The function with variables in the place of its small arrays; empty where it stays as it is.
   *
   * @param bodies the methods of the class
   */
  public static Optional<Result> apply(
      Function f, Names names, java.util.function.Function<Callee, Optional<Function>> bodies) {
    return InPlaceCalls.mayHaveSmallArrays(f, bodies)
        ? new SmallArrays(f, names, bodies).make()
        : Optional.empty();
  }

  private Optional<Result> make() {
    while (true) {
      Attempt attempt = new Attempt();
      if (attempt.isTooLong()) {
        return Optional.empty();
      }
      if (!attempt.asksForLess()) {
        return attempt.result();
      }
    }
  }

  /** One way of doing it: without the calls and arrays that stay. */
  private final class Attempt {
    private final ArrayNames names = new ArrayNames(function, given);
    private final InPlaceCalls.Inlined inlined = InPlaceCalls.of(function, bodies, linked, names);
    private final Optional<Stmt.Block> unrolled = unrolled();
    private ArrayClasses classes;
    private ArrayFlow flow;

    private Optional<Stmt.Block> unrolled() {
      ArrayClasses rough = ArrayClasses.of(function, inlined.body(), names::isMade);
      Stmt.Block known = lengths(inlined.body(), rough);
      return Unrolling.of(known, v -> mayChange(rough, v), names, MAX_STATEMENTS);
    }

    private boolean mayChange(ArrayClasses all, Var v) {
      return InPlaceCalls.isSmallArrayType(v.type())
          && all.facts(v).isSmall()
          && !all.facts(v).isReturned()
          && all.facts(v).members().stream().noneMatch(x -> staying.contains(names.key(x)));
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

    private boolean isReplaced(Var v) {
      return mayChange(classes, v) && classes.facts(v).isContained();
    }

    /** Finds what hinders; true if there is something that the next attempt must leave. */
    boolean asksForLess() {
      classes = ArrayClasses.of(function, unrolled.get(), names::isMade);
      flow = ArrayFlow.of(unrolled.get(), classes, this::isReplaced);
      boolean found = false;
      for (ArrayClasses.Facts facts : classes.all()) {
        Var v = facts.members().get(0);
        boolean fails = mayChange(classes, v) && (!facts.isContained() || flow.isStale(v));
        if (fails) {
          facts.members().forEach(x -> staying.add(names.key(x)));
          found = true;
        }
      }
      for (InPlaceCalls.Site site : inlined.sites()) {
        if (!isWorthwhile(site)) {
          linked.add(site.path());
          found = true;
        }
      }
      return found;
    }

    /** True if arrays that cross the call become variables, and none must stay. */
    private boolean isWorthwhile(InPlaceCalls.Site site) {
      boolean any = false;
      for (Var v : site.arrays()) {
        if (classes.facts(v).members().stream().anyMatch(x -> staying.contains(names.key(x)))) {
          return false;
        }
        any |= isReplaced(v);
      }
      return any;
    }

    Optional<Result> result() {
      boolean any = classes.all().stream().anyMatch(f -> isReplaced(f.members().get(0)));
      if (!any) {
        return Optional.empty();
      }
      Stmt.Block body =
          ArrayElements.replace(unrolled.get(), classes, flow, this::isReplaced, names);
      Set<String> reserved = new HashSet<>(function.reserved());
      reserved.addAll(inlined.identifiers());
      return Optional.of(new Result(function.with(body, reserved), names.names()));
    }
  }
}
