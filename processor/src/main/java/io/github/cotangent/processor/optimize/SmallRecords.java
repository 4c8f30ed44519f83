package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.MethodBodies;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
 * <p>Methods of the class that take or give small records are put in place ({@link InPlaceCalls})
 * if they have no loop, also where a record stays one: its components are read where the method
 * needs them, and no tape is kept for the call. {@link RecordLocals} tells which records become
 * variables. Where all that makes the function too long, its calls stay.
 */
public final class SmallRecords {

  private final Function function;
  private final Names given;
  private final MethodBodies bodies;

  private SmallRecords(Function function, Names given, MethodBodies bodies) {
    this.function = function;
    this.given = given;
    this.bodies = bodies;
  }

  /**
   * The function with variables in the place of its small records; as it was where none can be.
   *
   * @param bodies the methods of the class
   */
  public static Scalarized apply(Function f, Names names, MethodBodies bodies) {
    return hasSmall(f, bodies)
        ? new SmallRecords(f, names, bodies).make()
        : new Scalarized(f, names, List.of());
  }

  /** True if there is a variable that may become others, or a call that may be put in place. */
  private static boolean hasSmall(Function f, MethodBodies bodies) {
    return new Search() {
      @Override
      protected void declare(Var v) {
        foundIf(Crossing.RECORDS.test(v.type()));
      }

      @Override
      public Void visit(Expr.Call e) {
        foundIf(
            e.callee().kind() == Callee.Kind.LOCAL
                && bodies.body(e.callee()).filter(b -> Crossing.RECORDS.crosses(e, b)).isPresent());
        return super.visit(e);
      }
    }.in(f.body());
  }

  private Scalarized make() {
    Attempt attempt = new Attempt(Map.of());
    return attempt.isTooLong()
        ? new Attempt(attempt.inlined.allLinked()).result()
        : attempt.result();
  }

  /** One way of doing it: without the calls that stay. */
  private final class Attempt {
    private final CopyNames names = new CopyNames(given);
    private final InPlaceCalls.Inlined inlined;
    private final Stmt.Block body;
    private final RecordLocals locals;

    /**
     * Tries it.
     *
     * @param linked the paths of the calls that stay, each with the reason
     */
    Attempt(Map<String, Reason> linked) {
      this.inlined = InPlaceCalls.of(Crossing.RECORDS, function, bodies, linked, names);
      this.body = RecordAliases.remove(inlined.body(), names::isMade);
      this.locals = RecordLocals.of(body, names::original);
    }

    boolean isTooLong() {
      return inlined.isTooLong(body);
    }

    Scalarized result() {
      List<Explanation> told = told();
      told.addAll(inlined.told());
      if (inlined.sites().isEmpty() && locals.all().stream().noneMatch(locals::isReplaced)) {
        return new Scalarized(function, given, told);
      }
      Stmt.Block made = RecordComponents.replace(body, locals, names.names());
      return new Scalarized(inlined.in(function, made), names.names(), told);
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
        Origin at = inlined.declarations().getOrDefault(v, locals.declaredAt(v));
        told.add(Explanation.of(at, names.original(v).name(), reason));
      }
      return told;
    }
  }
}
