package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.MethodBodies;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Puts the class's methods that are a formula, a few statements for one number, in the place of
 * their calls in loops, before anything is differentiated:
 *
 * <pre>{@code
 * static double sigmoid(double x) {
 *   return 1 / (1 + Math.exp(-x));
 * }
 *                                        double x1 = w * x[i];
 * y[i] = sigmoid(w * x[i]);    becomes   double exp = Math.exp(-x1);
 *                                        y[i] = 1 / (1 + exp);
 * }</pre>
 *
 * <p>The JIT compiler does that to the user's method. But the forward half of a call's derivative
 * gives an object with the value and what the backward half needs, in each round of the loop.
 */
public final class Formulas {

  /** Declarations and assignments of the longest: a long one is worth an object. */
  private static final int MAX_STATEMENTS = 5;

  private Formulas() {}

  /**
   * The function without calls of formulas in loops; as it was where that makes it too long.
   *
   * @param bodies the methods of the class
   */
  public static Scalarized apply(Function f, Names given, MethodBodies bodies) {
    CopyNames names = new CopyNames(given);
    InPlaceCalls.Inlined inlined = InPlaceCalls.of(Crossing.FORMULAS, f, bodies, Map.of(), names);
    if (inlined.isTooLong(inlined.body())) {
      names = new CopyNames(given);
      inlined = InPlaceCalls.of(Crossing.FORMULAS, f, bodies, inlined.allLinked(), names);
    }
    return inlined.made(f, given, names);
  }

  /** True for a method that computes one number by a few statements, and does nothing else. */
  static boolean isFormula(Function method) {
    return method.result().isScalar()
        && Mentions.assignments(method.body().statements()) <= MAX_STATEMENTS
        && isSimple(method.body());
  }

  /** True for code without loops that only gives variables of its own their value. */
  private static boolean isSimple(Stmt.Block body) {
    Set<Var> blank = new HashSet<>();
    return !new Search() {
      @Override
      public Void visit(Stmt.Local s) {
        if (s.init().isEmpty()) {
          blank.add(s.var());
        }
        return super.visit(s);
      }

      @Override
      public Void visit(Stmt.Assign s) {
        boolean isValue = s.target() instanceof Place.Variable v && blank.contains(v.var());
        return isValue && !s.compound() ? super.visit(s) : found();
      }

      @Override
      public Void visit(Stmt.Evaluate s) {
        return found();
      }

      @Override
      public Void visit(Stmt.Throw s) {
        return found();
      }

      @Override
      protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
        found();
      }

      /** Its returns would be jumps to the end of the whole. */
      @Override
      public Void visit(Stmt.Switch s) {
        return found();
      }

      @Override
      public Void visit(Stmt.Labeled s) {
        return found();
      }
    }.in(body);
  }
}
