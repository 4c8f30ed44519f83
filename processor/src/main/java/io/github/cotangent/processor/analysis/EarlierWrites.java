package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which assignments to elements come behind others to the same element, always: what such an
 * assignment overwrites, the earlier one has written.
 *
 * <pre>{@code
 * out[i] = 0;
 * for (int j = 0; j < n; j++) {
 *   out[i] += a[i][j] * x[j];       // what out[i] held before is gone already
 * }
 * }</pre>
 */
final class EarlierWrites extends Walker {

  private final Assignments assignments;
  private final Regions regions;
  private final Map<Stmt, List<Stmt.Assign>> earlier = new IdentityHashMap<>();

  /** The assignments that were surely made, to elements that have the same name still. */
  private List<Stmt.Assign> made = List.of();

  private EarlierWrites(Assignments assignments, Regions regions) {
    this.assignments = assignments;
    this.regions = regions;
  }

  /** Of all assignments in the body of a function. */
  static EarlierWrites of(Stmt.Block body, Assignments assignments, Regions regions) {
    EarlierWrites writes = new EarlierWrites(assignments, regions);
    writes.walk(body);
    return writes;
  }

  /**
   * The assignments to the element that this one assigns which were made before it: in the same
   * rounds of all loops around them.
   */
  List<Stmt.Assign> before(Stmt.Assign s) {
    return earlier.getOrDefault(s, List.of());
  }

  @Override
  public Void visit(Stmt.Assign s) {
    super.visit(s);
    if (s.target() instanceof Place.Slot slot && isNamed(slot)) {
      earlier.put(s, made.stream().filter(m -> m.target().equals(slot)).toList());
      made = new ArrayList<>(made);
      made.add(s);
    }
    return null;
  }

  /** True if the variables in the name of an element tell which one it is. */
  private boolean isNamed(Place.Slot slot) {
    Expr array = slot.array();
    boolean isPlain = isPlain(slot.index());
    while (isPlain && array instanceof Expr.Element row) {
      isPlain = isPlain(row.index()) && !assignments.isWritten(regions.of(row.array()));
      array = row.array();
    }
    return isPlain && array instanceof Expr.Read && slot.type().isScalar();
  }

  private static boolean isPlain(Expr index) {
    if (index instanceof Expr.Binary b) {
      return isPlain(b.left()) && isPlain(b.right());
    }
    return index instanceof Expr.Read || index instanceof Expr.Literal;
  }

  // Where names get another meaning

  @Override
  protected void declare(Var v) {
    write(v);
  }

  @Override
  protected void write(Var v) {
    made = without(made, Set.of(v));
  }

  /** What is made in a block may not have been made behind it. */
  @Override
  public Void visit(Stmt.Block s) {
    List<Stmt.Assign> outside = made;
    super.visit(s);
    made = without(outside, Mentions.written(List.of(s)));
    return null;
  }

  @Override
  protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    made = without(made, Mentions.written(List.of(loop)));
    super.loop(loop, body, inside);
  }

  private static List<Stmt.Assign> without(List<Stmt.Assign> all, Set<Var> changed) {
    return all.stream()
        .filter(
            s ->
                Mentions.all(new Stmt.Evaluate(((Place.Slot) s.target()).read(), s.origin()))
                    .stream()
                    .noneMatch(changed::contains))
        .toList();
  }
}
