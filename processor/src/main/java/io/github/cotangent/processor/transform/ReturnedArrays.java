package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.LoopLocals;
import io.github.cotangent.processor.analysis.RenewedArrays;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The new arrays that a function returns, alone or in a record: their shadows simply are the
 * result's adjoint, or parts of it.
 *
 * <pre>{@code
 * double[][] sum = new double[n][m];             double[][] dsum = dResult.a();
 * ...                                            ...
 * return new Matrix(sum);
 * }</pre>
 */
final class ReturnedArrays {

  private static final ReturnedArrays UNKNOWN = new ReturnedArrays(null, Map.of());

  private final Var variable;

  /** The variables of arrays that are in the record which is returned, by its components. */
  private final Map<Var, String> parts;

  private ReturnedArrays(Var variable, Map<Var, String> parts) {
    this.variable = variable;
    this.parts = parts;
  }

  /** Nothing is known. */
  static ReturnedArrays unknown() {
    return UNKNOWN;
  }

  /**
   * What is returned, if it is always one variable that leads to new arrays only, made outside of
   * loops.
   */
  static ReturnedArrays of(
      Function f, Assignments assignments, Summaries summaries, RenewedArrays renewed) {
    Optional<Var> only = only(f).filter(v -> assignments.declaration(v) != null);
    if (only.isEmpty() || f.result().holdsValue()) {
      return UNKNOWN;
    }
    Var v = only.get();
    Set<Var> inLoops = LoopLocals.of(f.body());
    if (inLoops.contains(v) || !assignments.isSingle(v) && !renewed.contains(v)) {
      return UNKNOWN;
    }
    Expr init = assignments.declaration(v).init().orElseThrow();
    if (f.result() instanceof Type.Array) {
      return summaries.isFresh(init) ? new ReturnedArrays(v, Map.of()) : UNKNOWN;
    }
    return init instanceof Expr.NewRecord n
        ? parts(n, assignments, summaries, inLoops)
            .map(found -> new ReturnedArrays(v, found))
            .orElse(UNKNOWN)
        : UNKNOWN;
  }

  private static Optional<Var> only(Function f) {
    Set<Expr> all = new HashSet<>();
    new Walker() {
      @Override
      public Void visit(Stmt.Return s) {
        s.value().ifPresent(all::add);
        return super.visit(s);
      }
    }.walk(f.body());
    return all.size() == 1 && all.iterator().next() instanceof Expr.Read r
        ? Optional.of(r.var())
        : Optional.empty();
  }

  private static Optional<Map<Var, String>> parts(
      Expr.NewRecord made, Assignments assignments, Summaries summaries, Set<Var> inLoops) {
    Map<Var, String> parts = new HashMap<>();
    List<Type.Component> components = made.type().components();
    for (int i = 0; i < components.size(); i++) {
      Expr a = made.arguments().get(i);
      if (!a.type().holdsDifferentiableArray()) {
        continue;
      }
      boolean isNew =
          a.type() instanceof Type.Array array
              && array.leaf().isScalar()
              && a instanceof Expr.Read r
              && assignments.isSingle(r.var())
              && assignments.declaration(r.var()) != null
              && assignments.declaration(r.var()).init().filter(summaries::isFresh).isPresent()
              && !inLoops.contains(r.var());
      if (!isNew || parts.put(((Expr.Read) a).var(), components.get(i).name()) != null) {
        return Optional.empty();
      }
    }
    boolean mayShareRows =
        parts.size() > 1 && parts.keySet().stream().anyMatch(v -> isListed(v, assignments));
    return parts.isEmpty() || mayShareRows ? Optional.empty() : Optional.of(parts);
  }

  /** True for a matrix that a literal makes of rows, which may be those of another one, too. */
  private static boolean isListed(Var v, Assignments assignments) {
    return v.type().rank() > 1
        && assignments.declaration(v).init().orElseThrow() instanceof Expr.ArrayLiteral;
  }

  /** The variable that is returned, or null. */
  Var variable() {
    return variable;
  }

  /** True for a variable of an array that is returned, alone or in a record. */
  boolean holds(Var array) {
    return array.equals(variable) || parts.containsKey(array);
  }

  /** The shadow of such an array. */
  Optional<Expr> of(Var array, Expr resultAdjoint) {
    if (parts.containsKey(array)) {
      return Optional.of(new Expr.Component(resultAdjoint, parts.get(array)));
    }
    return array.equals(variable) && parts.isEmpty()
        ? Optional.of(resultAdjoint)
        : Optional.empty();
  }
}
