package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import java.util.List;
import java.util.Optional;

/**
 * Whether control can reach the end of a statement, by the rules that javac applies: a statement
 * put behind one that cannot complete would not compile.
 */
final class Completion {

  private Completion() {}

  /** True where the statement behind them can be reached. */
  static boolean possible(List<? extends Stmt> statements) {
    return statements.stream().allMatch(Completion::possible);
  }

  private static boolean possible(Stmt s) {
    if (s instanceof Stmt.Block b) {
      return possible(b.statements());
    }
    if (s instanceof Stmt.If i) {
      return possible(i.then()) || possible(i.otherwise());
    }
    if (s instanceof Stmt.Labeled l) {
      return possible(l.body()) || hasBreak(l.body(), Optional.of(l.label()));
    }
    if (s instanceof Stmt.While w) {
      return !w.test().isTrue() || hasBreak(w.body(), Optional.empty());
    }
    if (s instanceof Stmt.For f) {
      return !f.test().isTrue() || hasBreak(f.body(), Optional.empty());
    }
    if (s instanceof Stmt.DoWhile d) {
      boolean tested = possible(d.body()) || Jumps.continues(d.body());
      return tested && !d.test().isTrue() || hasBreak(d.body(), Optional.empty());
    }
    if (s instanceof Stmt.Switch w) {
      return possible(w.arms(), w.arms().stream().anyMatch(a -> possible(a.body())));
    }
    if (s instanceof Stmt.OldSwitch w) {
      boolean end = w.groups().isEmpty() || possible(w.groups().get(w.groups().size() - 1).body());
      return possible(w.groups(), end);
    }
    return !(s instanceof Stmt.Break
        || s instanceof Stmt.Continue
        || s instanceof Stmt.Return
        || s instanceof Stmt.Throw
        || s instanceof Stmt.Yield);
  }

  private static boolean possible(List<Stmt.Arm> arms, boolean byEnd) {
    return byEnd
        || arms.stream().noneMatch(Stmt.Arm::isDefault)
        || arms.stream().anyMatch(a -> hasBreak(a.body(), Optional.empty()));
  }

  /**
   * True where a break leaves what encloses {@code s}.
   *
   * @param label its label; without one, the break is of the loop or switch that {@code s} is the
   *     body of
   */
  static boolean hasBreak(Stmt s, Optional<String> label) {
    return new Search() {
      private int depth;

      private Void inner(Runnable visit) {
        depth++;
        visit.run();
        depth--;
        return null;
      }

      @Override
      public Void visit(Stmt.Break b) {
        foundIf(b.label().equals(label) && (label.isPresent() || depth == 0));
        return null;
      }

      @Override
      protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
        inner(inside);
      }

      @Override
      public Void visit(Stmt.Switch w) {
        return inner(() -> super.visit(w));
      }

      @Override
      public Void visit(Stmt.OldSwitch w) {
        return inner(() -> super.visit(w));
      }

      @Override
      public Void visit(Expr.Choosing c) {
        return inner(() -> super.visit(c));
      }
    }.in(s);
  }
}
