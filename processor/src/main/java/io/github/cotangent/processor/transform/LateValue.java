package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Sums;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A function's value, computed behind its backward pass. Sums over independent rounds need not be
 * known before: where their adjoints do not depend on them, they are added up while the rounds go
 * forward and straight back, and what is made of them follows:
 *
 * <pre>{@code
 * for (int i = 0; i < n; i++) {
 *   double r = predict(w, x[i]) - y[i];
 *   loss += r * r;
 *   the adjoint of the round
 * }
 * double value = loss / n;
 * }</pre>
 *
 * @param code what depends on the sums, before the value itself
 * @param value the value
 */
record LateValue(List<Stmt> code, Expr value) {

  /**
   * The value of a function; empty where it cannot be left to the end.
   *
   * @param body the function's body; its calls are linked
   * @param checkpointing knows the loops that add up their sums in the backward pass
   * @param backward the backward pass
   */
  static Optional<LateValue> of(
      Stmt.Block body,
      Checkpointing checkpointing,
      Assignments assignments,
      Regions regions,
      List<Stmt> backward) {
    Search search = new Search(checkpointing.jumps(), assignments, regions);
    for (Stmt s : body.statements()) {
      if (checkpointing.isAdding(s)) {
        search.loop(s, checkpointing);
      } else {
        search.other(s);
      }
    }
    return search.isPossible && search.value != null && !search.isReadIn(backward)
        ? Optional.of(new LateValue(List.copyOf(search.code), search.value))
        : Optional.empty();
  }

  /** The forward pass without what is computed behind the backward pass. */
  List<Stmt> without(ForwardSweep.Pass forward) {
    return forward.code().stream()
        .filter(made -> code.stream().noneMatch(s -> s == forward.sources().get(made)))
        .toList();
  }

  private static final class Search {
    private final Jumps jumps;
    private final Assignments assignments;
    private final Regions regions;

    /** The sums, and what is made of them. */
    private final Set<Var> late = new HashSet<>();

    private final Set<Var> sums = new HashSet<>();

    /** What has a value before the first of the loops. */
    private final Set<Var> assignedBefore = new HashSet<>();

    private final List<Stmt> code = new ArrayList<>();
    private Expr value;
    private boolean isPossible = true;

    Search(Jumps jumps, Assignments assignments, Regions regions) {
      this.jumps = jumps;
      this.assignments = assignments;
      this.regions = regions;
    }

    /** Two loops that add to one sum would do so in another order. */
    void loop(Stmt loop, Checkpointing checkpointing) {
      Set<Var> own = checkpointing.sums(loop);
      isPossible &=
          !checkpointing.mayThrow(loop)
              && Collections.disjoint(late, own)
              && Collections.disjoint(late, Mentions.read(loop))
              && Collections.disjoint(assignedBefore, own);
      sums.addAll(own);
      late.addAll(own);
    }

    void other(Stmt s) {
      if (s instanceof Stmt.Return r) {
        isPossible &= value == null && r.value().isPresent() && isKnownAtEnd(r.value().get());
        value = r.value().orElse(null);
      } else if (Collections.disjoint(late, Mentions.all(s))) {
        isPossible &= !jumps.mayLeave(s);
        assignedBefore.addAll(Mentions.written(List.of(s)));
      } else {
        late(s);
      }
    }

    private void late(Stmt s) {
      if (s instanceof Stmt.Local l && l.init().isPresent() && l.var().type().isScalar()) {
        isPossible &= isKnownAtEnd(l.init().get());
        late.add(l.var());
      } else if (s instanceof Stmt.Assign a && a.target() instanceof Place.Variable v) {
        isPossible &= isKnownAtEnd(a.value()) && !assignedBefore.contains(v.var());
        late.add(v.var());
      } else {
        isPossible = false;
      }
      code.add(s);
    }

    /** True if the expression has its value also behind the backward pass. */
    private boolean isKnownAtEnd(Expr e) {
      if (e instanceof Expr.Read r && late.contains(r.var()) || assignments.isStable(e, regions)) {
        return true;
      }
      if (e instanceof Expr.Unary u) {
        return isKnownAtEnd(u.operand());
      }
      if (e instanceof Expr.Binary b) {
        return b.type() instanceof Type.Primitive
            && isKnownAtEnd(b.left())
            && isKnownAtEnd(b.right());
      }
      if (e instanceof Expr.Cast c) {
        return c.type() instanceof Type.Primitive && isKnownAtEnd(c.operand());
      }
      return e instanceof Expr.Call c
          && c.callee().kind() == Callee.Kind.MATH
          && c.arguments().stream().allMatch(this::isKnownAtEnd);
    }

    /** True if code reads what is late, other than to add to a sum. */
    boolean isReadIn(List<Stmt> backward) {
      Stmt all = Stmt.Block.of(backward);
      return late.stream()
          .anyMatch(v -> sums.contains(v) ? !Sums.isSum(v, all) : Mentions.reads(all, v));
    }
  }
}
