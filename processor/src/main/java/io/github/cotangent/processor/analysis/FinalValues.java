package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Local variables of a loop's body whose value at the end of their block can be recorded there,
 * once, for the mirrored block to start from: no jump passes the end by.
 *
 * <pre>{@code
 * for (int i = 0; i < n; i++) {
 *   double s = 0;
 *   for (int j = 0; j < m; j++) {
 *     s += a[i][j];
 *   }
 *   y += s * s;
 *   sSaved[i] = s;
 * }
 * }</pre>
 *
 * <p>A variable that is assigned once is recorded where it is made, and needs none of this.
 */
public final class FinalValues {

  private final Set<Stmt> found = Collections.newSetFromMap(new IdentityHashMap<>());

  private FinalValues() {}

  /**
   * The variables of a function's body.
   *
   * @param isPlain tells the variables that have no shadow to be found again
   */
  public static FinalValues of(
      Stmt.Block body, Jumps jumps, Assignments assignments, Predicate<Var> isPlain) {
    FinalValues values = new FinalValues();
    new Walker() {
      private int loops;

      @Override
      protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
        int around = loops;
        // A step of a loop with checkpoints is recorded by itself: its variables are still there.
        loops = Stmt.Checkpoint.of(body).isPresent() ? 0 : loops + 1;
        inside.run();
        loops = around;
      }

      @Override
      public Void visit(Stmt.Block s) {
        for (int i = 0; loops > 0 && i < s.statements().size(); i++) {
          if (s.statements().get(i) instanceof Stmt.Local l
              && !assignments.isSingle(l.var())
              && isPlain.test(l.var())
              && isThereAtEnd(l, s.statements().subList(i + 1, s.statements().size()), jumps)) {
            values.found.add(l);
          }
        }
        return super.visit(s);
      }
    }.walk(body);
    return values;
  }

  /** True if the variable's value is recorded at the end of its block. */
  public boolean holds(Stmt.Local l) {
    return found.contains(l);
  }

  private static boolean isThereAtEnd(Stmt.Local l, List<Stmt> behind, Jumps jumps) {
    boolean ends =
        !behind.isEmpty()
            && behind.stream().noneMatch(s -> jumps.mayLeave(s) || jumps.neverCompletes(s));
    boolean hasValue = l.init().isPresent() || behind.stream().anyMatch(s -> assigns(s, l.var()));
    return ends && hasValue;
  }

  /** True if the statement surely assigns the variable, as far as the compiler of Java sees. */
  private static boolean assigns(Stmt s, Var v) {
    if (s instanceof Stmt.Assign a) {
      return a.target() instanceof Place.Variable target && target.var().equals(v);
    }
    if (s instanceof Stmt.Block b) {
      return b.statements().stream().anyMatch(x -> assigns(x, v));
    }
    return s instanceof Stmt.If i && assigns(i.then(), v) && assigns(i.otherwise(), v);
  }
}
