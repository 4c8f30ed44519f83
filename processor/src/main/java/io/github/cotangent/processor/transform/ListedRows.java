package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The matrices that are made of new rows by a literal. The rows of such a matrix's shadow are the
 * shadows of these rows, as the text tells:
 *
 * <pre>{@code
 * double[] row = {x, 0};                     double[] drow = new double[2];
 * double[] row1 = {0, y};                    double[] drow1 = new double[2];
 * double[][] m = {row, row1};                double[][] dm = {drow, drow1};
 * }</pre>
 *
 * <p>If the matrix is returned, its shadow is given, and has the rows' shadows in it: {@code drow =
 * dResult[0]}.
 */
final class ListedRows {

  private final Assignments assignments;
  private final Summaries summaries;
  private final Map<Var, List<Expr>> rows = new LinkedHashMap<>();

  ListedRows(Assignments assignments, Summaries summaries) {
    this.assignments = assignments;
    this.summaries = summaries;
  }

  /**
   * Takes a declaration in, if it makes such a matrix.
   *
   * @param isReturned true if the function returns it; then its rows must have none themselves, as
   *     these would be in the shadow that is given, too
   */
  boolean take(Stmt.Local s, boolean isReturned) {
    boolean isOne =
        s.init().orElse(null) instanceof Expr.ArrayLiteral l
            && l.type().element() instanceof Type.Array row
            && row.leaf().isScalar()
            && !(isReturned && row.rank() > 1)
            && assignments.isSingle(s.var())
            && l.elements().stream().allMatch(this::isNewRow);
    if (isOne) {
      rows.put(s.var(), ((Expr.ArrayLiteral) s.init().get()).elements());
    }
    return isOne;
  }

  private boolean isNewRow(Expr e) {
    return e instanceof Expr.Read r
        && assignments.isSingle(r.var())
        && assignments.declaration(r.var()) != null
        && assignments.declaration(r.var()).init().filter(summaries::isFresh).isPresent();
  }

  /** The variables of these matrices. */
  Set<Var> matrices() {
    return rows.keySet();
  }

  /** Where a row is in one of these matrices; the first place, if it is there twice. */
  OptionalInt place(Var row, Var matrix) {
    int at = rows.getOrDefault(matrix, List.of()).indexOf(new Expr.Read(row));
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }
}
