package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  public static Scalarized apply(
      Function f, Names given, java.util.function.Function<Callee, Optional<Function>> bodies) {
    CopyNames names = new CopyNames(given);
    InPlaceCalls.Inlined inlined = InPlaceCalls.of(Crossing.FORMULAS, f, bodies, Map.of(), names);
    boolean isTooLong =
        Mentions.assignments(inlined.body().statements()) > Scalarized.MAX_STATEMENTS;
    if (inlined.sites().isEmpty() || isTooLong) {
      return new Scalarized(f, given, List.of());
    }
    return new Scalarized(inlined.in(f, inlined.body()), names.names(), inlined.told());
  }

  /** True for a method that computes one number by a few statements, and does nothing else. */
  static boolean isFormula(Function method) {
    return method.result().isScalar()
        && Mentions.assignments(method.body().statements()) <= MAX_STATEMENTS
        && isSimple(method.body());
  }

  /** True for code without loops that only gives variables of its own their value. */
  private static boolean isSimple(Stmt.Block body) {
    boolean[] simple = {true};
    Set<Var> blank = new HashSet<>();
    new Walker() {
      private Void not() {
        simple[0] = false;
        return null;
      }

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
        return isValue && !s.compound() ? super.visit(s) : not();
      }

      @Override
      public Void visit(Stmt.Evaluate s) {
        return not();
      }

      @Override
      public Void visit(Stmt.Throw s) {
        return not();
      }

      @Override
      public Void visit(Stmt.For s) {
        return not();
      }

      @Override
      public Void visit(Stmt.While s) {
        return not();
      }

      @Override
      public Void visit(Stmt.DoWhile s) {
        return not();
      }

      @Override
      public Void visit(Stmt.Labeled s) {
        return not();
      }
    }.walk(body);
    return simple[0];
  }
}
