package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * The chain rule for one statement: the code that passes the adjoint of what it assigned on to what
 * it read. For {@code y = a * x}:
 *
 * <pre>{@code
 * da += dy * x;
 * dx += dy * a;
 * dy = 0.0;         // y's old value has no part in what came after
 * }</pre>
 *
 * <p>The code reads primal values as they were before the statement; with {@code readsAfter}, the
 * assigned value itself, which must not have been restored yet.
 */
final class StatementAdjoint {

  /**
   * The adjoint code of a statement.
   *
   * @param code may be empty
   * @param readsAfter true if the code reads the value that the statement assigned
   */
  record Fragment(List<Stmt> code, boolean readsAfter) {
    static final Fragment EMPTY = new Fragment(List.of(), false);

    private static Fragment of(List<Stmt> code) {
      return new Fragment(code, false);
    }
  }

  private final Activity activity;
  private final AdjointPlaces places;
  private final Var resultAdjoint;
  private final ScalarAdjoint scalars;
  private final RecordAdjoint records;
  private final ArrayAdjoint arrays;
  private final SurgeryAdjoint surgery;

  StatementAdjoint(
      Primal primal,
      AdjointVars adjoints,
      AdjointPlaces places,
      Partials partials,
      ScalarAdjoint scalars,
      Var resultAdjoint) {
    this.activity = primal.activity();
    this.places = places;
    this.resultAdjoint = resultAdjoint;
    this.scalars = scalars;
    this.records = new RecordAdjoint(activity, primal.regions(), places, scalars);
    this.arrays = new ArrayAdjoint(activity, primal.regions(), adjoints, places, partials, scalars);
    this.surgery = new SurgeryAdjoint(activity, adjoints, places);
  }

  /** The adjoint of a declaration, an assignment or a return; empty for all other statements. */
  Fragment of(Stmt s) {
    if (s instanceof Stmt.Local l && l.init().isPresent()) {
      return assignment(s, Make.read(l.var()), l.init().get(), true);
    }
    if (s instanceof Stmt.Assign a) {
      return assignment(s, a.target().read(), a.value(), false);
    }
    if (s instanceof Stmt.Evaluate e
        && e.expr() instanceof Expr.Call c
        && c.callee().kind() == Callee.Kind.ARRAY) {
      return Fragment.of(arrays.inPlace(c));
    }
    if (s instanceof Stmt.Surgery u) {
      return Fragment.of(surgery.of(u));
    }
    if (s instanceof Stmt.Return r && r.value().isPresent()) {
      return Fragment.of(returned(r.value().get()));
    }
    return Fragment.EMPTY;
  }

  private Fragment assignment(Stmt s, Expr target, Expr value, boolean isDeclaration) {
    Type type = target.type();
    if (target.equals(value)) {
      return Fragment.EMPTY;
    }
    if (type.isScalar()) {
      return scalars.assignment(s, target, value, isDeclaration);
    }
    if (type instanceof Type.Record && type.isDifferentiable()) {
      return Fragment.of(records.assignment(target, value, isDeclaration));
    }
    if (type instanceof Type.Array && type.isDifferentiable()) {
      return Fragment.of(arrays.newArray(target, value));
    }
    return Fragment.EMPTY;
  }

  private List<Stmt> returned(Expr value) {
    Type type = value.type();
    if (type.isScalar()) {
      return scalars.propagate(value, Make.read(resultAdjoint));
    }
    List<Stmt> code = new ArrayList<>();
    if (type instanceof Type.Record && value instanceof Expr.Read r && activity.isActive(r.var())) {
      for (Leaf leaf : Leaf.of(type)) {
        if (leaf.isScalar()) {
          Expr adjoint = places.adjoint(leaf.in(value));
          code.add(Make.accumulate(adjoint, leaf.in(Make.read(resultAdjoint))));
        }
      }
    }
    return code;
  }
}
