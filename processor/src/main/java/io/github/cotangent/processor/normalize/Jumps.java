package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Turns jumps of a loop or switch that is taken apart into breaks of a labelled block.
 *
 * <p>Before, with the label {@code body}: {@code if (x < 0) continue;}. After: {@code if (x < 0)
 * break body;}.
 */
final class Jumps extends Rewriter {

  private final boolean ofLoop;
  private final Set<String> labels;
  private final String target;
  private int loops;
  private int switches;

  private Jumps(boolean ofLoop, Set<String> labels, String target) {
    this.ofLoop = ofLoop;
    this.labels = labels;
    this.target = target;
  }

  /**
   * The body of a loop with every {@code continue} of that loop turned.
   *
   * @param labels the labels of the loop
   */
  static Stmt.Block continuesToBreaks(Stmt.Block body, Set<String> labels, String target) {
    return new Jumps(true, labels, target).block(body);
  }

  /** The body of a switch with every {@code break} of that switch turned. */
  static Stmt.Block breaksOfSwitch(Stmt.Block body, String target) {
    return new Jumps(false, Set.of(), target).block(body);
  }

  /** True where the body of a loop may continue it; any labelled continue might. */
  static boolean continues(Stmt body) {
    return new Search() {
      @Override
      public Void visit(Stmt.Continue c) {
        return found();
      }
    }.in(body);
  }

  /** The statements without the breaks of {@code label} that only lead to their end anyway. */
  static List<Stmt> withoutLast(List<Stmt> statements, Optional<String> label) {
    if (statements.isEmpty()) {
      return statements;
    }
    List<Stmt> out = new ArrayList<>(statements);
    Stmt last = out.remove(out.size() - 1);
    if (last instanceof Stmt.Break b && b.label().equals(label)) {
      return withoutLast(out, label);
    }
    if (last instanceof Stmt.Block b) {
      out.add(withoutLast(b, label));
    } else if (last instanceof Stmt.If i) {
      out.add(
          new Stmt.If(
              i.test(),
              withoutLast(i.then(), label),
              withoutLast(i.otherwise(), label),
              i.origin()));
    } else if (last instanceof Stmt.Switch s && label.isPresent()) {
      out.add(
          new Stmt.Switch(
              s.selector(),
              s.arms().stream()
                  .map(a -> new Stmt.Arm(a.labels(), a.isDefault(), withoutLast(a.body(), label)))
                  .toList(),
              s.origin()));
    } else {
      out.add(last);
    }
    return out;
  }

  /** {@link #withoutLast(List, Optional)} of a block. */
  static Stmt.Block withoutLast(Stmt.Block b, Optional<String> label) {
    return new Stmt.Block(withoutLast(b.statements(), label), b.origin());
  }

  private boolean isOurs(Optional<String> label) {
    if (label.isPresent()) {
      return labels.contains(label.get());
    }
    return loops == 0 && (ofLoop || switches == 0);
  }

  @Override
  public List<Stmt> visit(Stmt.Break s) {
    boolean turned = !ofLoop && isOurs(s.label());
    return List.of(turned ? new Stmt.Break(Optional.of(target), s.origin()) : s);
  }

  @Override
  public List<Stmt> visit(Stmt.Continue s) {
    boolean turned = ofLoop && isOurs(s.label());
    return List.of(turned ? new Stmt.Break(Optional.of(target), s.origin()) : s);
  }

  @Override
  protected List<Stmt> loop(Stmt loop, Supplier<Stmt> inside) {
    loops++;
    Stmt made = inside.get();
    loops--;
    return List.of(made);
  }

  private List<Stmt> inSwitch(Supplier<List<Stmt>> visit) {
    switches++;
    List<Stmt> out = visit.get();
    switches--;
    return out;
  }

  @Override
  public List<Stmt> visit(Stmt.Switch s) {
    return inSwitch(() -> super.visit(s));
  }

  @Override
  public List<Stmt> visit(Stmt.OldSwitch s) {
    return inSwitch(() -> super.visit(s));
  }

  @Override
  public Expr visit(Expr.Choosing e) {
    // No jump leaves a switch expression: what is inside is none of ours.
    return e;
  }
}
