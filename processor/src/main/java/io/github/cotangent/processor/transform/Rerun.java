package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a loop, put where it runs again. A jump that leaves the loop ends only what is run
 * there: the steps of a loop before its last one do not leave it, and what follows the last one has
 * been gone back through already.
 */
final class Rerun extends Rewriter {

  private final Jumps jumps;
  private final Stmt loop;
  private final String leave;
  private final Optional<String> next;
  private final Set<Stmt> inside = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean leaves;
  private boolean skips;

  /**
   * Rewrites the jumps out of a loop's body.
   *
   * @param loop the loop that the jumps were found in
   * @param leave the label of what runs again
   * @param next the label of a block that the body becomes; empty where it stays a loop's body
   */
  private Rerun(Jumps jumps, Stmt loop, String leave, Optional<String> next) {
    this.jumps = jumps;
    this.loop = loop;
    this.leave = leave;
    this.next = next;
    new Targets().walk(Bodies.ofLoop(loop).statements());
  }

  /** Finds what a jump inside of the loop may refer to. */
  private final class Targets extends Walker {
    @Override
    public Void visit(Stmt.For s) {
      inside.add(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.While s) {
      inside.add(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.DoWhile s) {
      inside.add(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Switch s) {
      inside.add(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Labeled s) {
      inside.add(s);
      return super.visit(s);
    }
  }

  /** A loop around the body; its update stays what it was. */
  static Stmt loop(
      Jumps jumps, Stmt loop, Expr test, List<Stmt> update, List<Stmt> body, String label) {
    Rerun rerun = new Rerun(jumps, loop, label, Optional.empty());
    Stmt.Block again = Stmt.Block.of(rerun.stmts(body));
    Stmt made =
        update.isEmpty()
            ? new Stmt.While(test, again, loop.origin())
            : new Stmt.For(List.of(), test, update, again, loop.origin());
    return rerun.leaves || rerun.skips ? new Stmt.Labeled(label, made, Origin.NONE) : made;
  }

  /** The body and the update once. */
  static List<Stmt> once(
      Jumps jumps, Stmt loop, List<Stmt> body, List<Stmt> update, String label, String inner) {
    boolean isSplit = !update.isEmpty();
    Rerun rerun = new Rerun(jumps, loop, label, Optional.of(isSplit ? inner : label));
    List<Stmt> first = rerun.stmts(body);
    boolean isLeft = rerun.leaves || rerun.skips && !isSplit;
    List<Stmt> code = new ArrayList<>();
    if (rerun.skips && isSplit) {
      code.add(new Stmt.Labeled(inner, Stmt.Block.of(first), Origin.NONE));
    } else {
      code.addAll(first);
    }
    code.addAll(update);
    return isLeft ? List.of(new Stmt.Labeled(label, Stmt.Block.of(code), Origin.NONE)) : code;
  }

  /** Statements without jumps keep their identity: others know them by it. */
  @Override
  public List<Stmt> visit(Stmt.Local s) {
    return List.of(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    return List.of(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Evaluate s) {
    return List.of(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Break s) {
    Stmt target = jumps.target(s);
    if (target == null) {
      leaves |= s.label().filter(leave::equals).isPresent(); // It was a return.
      return List.of(s);
    }
    if (inside.contains(target) || target == loop && s.label().isEmpty() && next.isEmpty()) {
      return List.of(s);
    }
    leaves = true;
    return List.of(new Stmt.Break(Optional.of(leave), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Continue s) {
    Stmt target = jumps.target(s);
    boolean isOwn = target == loop;
    if (inside.contains(target) || isOwn && s.label().isEmpty() && next.isEmpty()) {
      return List.of(s);
    }
    if (isOwn && next.isEmpty()) {
      skips = true;
      return List.of(new Stmt.Continue(Optional.of(leave), s.origin()));
    }
    skips |= isOwn;
    leaves |= !isOwn;
    String label = isOwn ? next.orElseThrow() : leave;
    return List.of(new Stmt.Break(Optional.of(label), s.origin()));
  }
}
