package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns records of numbers into variables, before anything is differentiated:
 *
 * <pre>{@code
 * Vec v = new Vec(x, 2);           double vX = x;
 * v = v.times(a);                  double vY = 2;
 * return v.x() + v.y();            vX = vX * a;
 *                                  vY = vY * a;
 *                                  return vX + vY;
 * }</pre>
 *
 * <p>Methods of the class that they are passed to, or that return them, are put in place ({@link
 * InPlaceCalls}), if they have no loop, and all records that cross the call become variables;
 * {@link RecordLocals} tells which can. It starts from the hope that everything can be done, and
 * goes back to the start with fewer calls in place until what is left holds.
 */
public final class SmallRecords {

  private final Function function;
  private final Names given;
  private final java.util.function.Function<Callee, Optional<Function>> bodies;

  /** The paths of the calls that stay, each with the reason. */
  private final Map<String, Reason> linked = new HashMap<>();

  private SmallRecords(
      Function function,
      Names given,
      java.util.function.Function<Callee, Optional<Function>> bodies) {
    this.function = function;
    this.given = given;
    this.bodies = bodies;
  }

  /**
   * The function with variables in the place of its small records; as it was where none can be.
   *
   * @param bodies the methods of the class
   */
  public static Scalarized apply(
      Function f, Names names, java.util.function.Function<Callee, Optional<Function>> bodies) {
    return hasLocal(f)
        ? new SmallRecords(f, names, bodies).make()
        : new Scalarized(f, names, List.of());
  }

  private static boolean hasLocal(Function f) {
    boolean[] found = new boolean[1];
    new Walker() {
      @Override
      protected void declare(Var v) {
        found[0] |= Crossing.RECORDS.test(v.type());
      }
    }.walk(f.body());
    return found[0];
  }

  private Scalarized make() {
    while (true) {
      Attempt attempt = new Attempt();
      if (attempt.isTooLong()) {
        return new Scalarized(function, given, List.of());
      }
      if (!attempt.asksForLess()) {
        return attempt.result();
      }
    }
  }

  /** One way of doing it: without the calls that stay. */
  private final class Attempt {
    private final CopyNames names = new CopyNames(function, given);
    private final InPlaceCalls.Inlined inlined =
        InPlaceCalls.of(Crossing.RECORDS, function, bodies, linked, names);
    private final RecordAliases.Result aliases =
        RecordAliases.remove(inlined.body(), names::isMade);
    private final Stmt.Block body = aliases.body();
    private final RecordLocals locals = RecordLocals.of(body);

    boolean isTooLong() {
      return !inlined.sites().isEmpty()
          && Mentions.assignments(body.statements()) > Scalarized.MAX_STATEMENTS;
    }

    /** Finds what hinders; true if there is a call that the next attempt must leave. */
    boolean asksForLess() {
      boolean found = false;
      for (InPlaceCalls.Site site : inlined.sites()) {
        Optional<Reason> vain = vain(site);
        if (vain.isPresent()) {
          linked.put(site.path(), vain.get());
          found = true;
        }
      }
      return found;
    }

    /** Why a call need not be put in place: a record that crosses it stays, or none is small. */
    private Optional<Reason> vain(InPlaceCalls.Site site) {
      boolean any = false;
      for (Var crossing : site.crossing()) {
        Var v = aliases.named(crossing);
        if (locals.isLocal(v) && !locals.isReplaced(v)) {
          return Optional.of(Reason.of(Why.RECORD_STAYS, names.original(v)));
        }
        any |= locals.isReplaced(v);
      }
      return any ? Optional.empty() : Optional.of(Reason.of(Why.NO_SMALL_RECORD));
    }

    Scalarized result() {
      List<Explanation> told = told();
      told.addAll(inlined.told());
      if (locals.all().stream().noneMatch(locals::isReplaced)) {
        return new Scalarized(function, given, told);
      }
      Stmt.Block made = RecordComponents.replace(body, locals, names.names());
      Set<String> reserved = new HashSet<>(function.reserved());
      reserved.addAll(inlined.identifiers());
      return new Scalarized(function.with(made, reserved), names.names(), told);
    }

    /** Says of each variable of the user's whether it becomes others. */
    private List<Explanation> told() {
      List<Explanation> told = new ArrayList<>();
      for (Var v : locals.all()) {
        if (names.isMade(v)) {
          continue;
        }
        Reason becomes = Reason.of(Why.BECOMES_COMPONENTS, RecordComponents.count(v.type()));
        Reason reason =
            locals.hindrance(v).map(r -> Reason.of(Why.STAYS_RECORD, r)).orElse(becomes);
        told.add(Explanation.of(locals.declaredAt(v), names.original(v).name(), reason));
      }
      return told;
    }
  }
}
