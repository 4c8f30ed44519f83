package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What {@code yield} becomes in the arms of a switch expression that became a statement: its value
 * is used, and a break follows, with a label where a loop or another switch stands between.
 */
final class YieldTarget {

  private final String label;
  private final Consumer<Expr> use;
  private int depth;

  YieldTarget(String label, Consumer<Expr> use) {
    this.label = label;
    this.use = use;
  }

  String label() {
    return label;
  }

  /** Runs {@code work} on the body of a loop or switch inside an arm. */
  void inside(Runnable work) {
    depth++;
    work.run();
    depth--;
  }

  /** Writes the statements for {@code yield value}. */
  void yield(Expr value, Lines lines) {
    Stmt.Block used = lines.block(() -> use.accept(value));
    used.statements().forEach(lines::add);
    if (Completion.possible(used.statements())) {
      Optional<String> to = depth == 0 ? Optional.empty() : Optional.of(label);
      lines.add(new Stmt.Break(to, lines.origin()));
    }
  }

  /** An arm without the breaks that stand at its end. */
  Stmt.Block withoutLastJumps(Stmt.Block arm) {
    return Jumps.withoutLast(Jumps.withoutLast(arm, Optional.empty()), Optional.of(label));
  }
}
