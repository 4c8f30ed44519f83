package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Which variables hold different arrays where a function calls others: a forward data flow, in
 * which two variables differ behind a point if they do on all ways to it.
 *
 * <pre>{@code
 * double[] next = new double[n];
 * for (int k = 0; k < steps; k++) {
 *   step(state, next);               // never the same array, though both are exchanged
 *   double[] old = state;
 *   state = next;
 *   next = old;
 * }
 * }</pre>
 */
final class DistinctVariables extends Walker {

  /** Two variables, in any order. */
  private static Set<Var> pair(Var a, Var b) {
    return Set.of(a, b);
  }

  private final Predicate<Expr> isNew;
  private final Set<Var> arrays = new LinkedHashSet<>();
  private final Map<Expr.Call, Set<Set<Var>>> atCalls = new IdentityHashMap<>();

  /** The pairs that differ; null where no way leads to. */
  private Set<Set<Var>> distinct = new HashSet<>();

  /** Those that differ at each jump, wherever it leads; null before the first one. */
  private Set<Set<Var>> atJumps;

  private DistinctVariables(Predicate<Expr> isNew) {
    this.isNew = isNew;
  }

  /**
   * The variables of one function.
   *
   * @param apart true for two arrays in parameters that are different ones at entry
   * @param isNew true for an expression that gives an array which nobody has, or null
   */
  static DistinctVariables of(Function f, BiPredicate<Var, Var> apart, Predicate<Expr> isNew) {
    DistinctVariables all = new DistinctVariables(isNew);
    all.findArrays(f);
    List<Var> given = f.parameters().stream().filter(all.arrays::contains).toList();
    for (Var a : given) {
      for (Var b : given) {
        if (!a.equals(b) && apart.test(a, b)) {
          all.distinct.add(pair(a, b));
        }
      }
    }
    all.walk(f.body());
    return all;
  }

  private void findArrays(Function f) {
    arrays.addAll(f.parameters());
    arrays.addAll(Mentions.declared(List.of(f.body())));
    arrays.removeIf(v -> !(v.type() instanceof Type.Array));
  }

  /** True if two variables surely hold different arrays, or null, when a call is made. */
  boolean differ(Expr.Call call, Var a, Var b) {
    return !a.equals(b) && atCalls.getOrDefault(call, Set.of()).contains(pair(a, b));
  }

  private static Set<Set<Var>> both(Set<Set<Var>> a, Set<Set<Var>> b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    Set<Set<Var>> both = new HashSet<>(a);
    both.retainAll(b);
    return both;
  }

  @Override
  public Void visit(Expr.Call e) {
    super.visit(e);
    if (distinct != null) {
      atCalls.put(e, Set.copyOf(distinct));
    }
    return null;
  }

  // Assignments

  @Override
  public Void visit(Stmt.Local s) {
    super.visit(s);
    s.init().ifPresent(value -> assigned(s.var(), value));
    return null;
  }

  @Override
  public Void visit(Stmt.Assign s) {
    Set<Set<Var>> before = distinct;
    super.visit(s);
    if (s.target() instanceof Place.Variable v) {
      distinct = before; // The value may name the variable as it was.
      assigned(v.var(), s.value());
    }
    return null;
  }

  private void assigned(Var v, Expr value) {
    if (distinct == null || !arrays.contains(v) || value.equals(new Expr.Read(v))) {
      return;
    }
    List<Set<Var>> more = new ArrayList<>();
    for (Var other : arrays) {
      boolean differs =
          isNew.test(value)
              || value instanceof Expr.Read r
                  && distinct.contains(Set.copyOf(List.of(r.var(), other)));
      if (!other.equals(v) && differs) {
        more.add(pair(v, other));
      }
    }
    write(v);
    distinct.addAll(more);
  }

  @Override
  protected void declare(Var v) {
    write(v);
  }

  @Override
  protected void write(Var v) {
    if (arrays.contains(v)) {
      distinct = without(distinct, Set.of(v));
    }
  }

  // Ways

  @Override
  public Void visit(Stmt.If s) {
    walk(s.test());
    Set<Set<Var>> before = distinct;
    walk(s.then());
    Set<Set<Var>> behindThen = distinct;
    distinct = before;
    walk(s.otherwise());
    distinct = both(behindThen, distinct);
    return null;
  }

  @Override
  public Void visit(Stmt.Switch s) {
    walk(s.selector());
    Set<Set<Var>> before = distinct;
    Set<Set<Var>> behind = before;
    for (Stmt.Arm a : s.arms()) {
      distinct = before;
      walk(a.body());
      behind = both(behind, distinct);
    }
    distinct = both(behind, atJumps);
    return null;
  }

  @Override
  protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    Set<Set<Var>> head = distinct;
    Set<Set<Var>> before;
    do {
      before = head;
      distinct = head;
      super.loop(loop, body, inside);
      head = without(both(both(before, distinct), atJumps), updated(loop));
    } while (head != null && !head.equals(before));
    distinct = head;
  }

  /** A {@code continue} goes to the updates, too, which are walked as they follow the body. */
  private static Set<Var> updated(Stmt loop) {
    return loop instanceof Stmt.For f ? Mentions.written(f.update()) : Set.of();
  }

  private static Set<Set<Var>> without(Set<Set<Var>> pairs, Set<Var> vars) {
    if (pairs == null || vars.isEmpty()) {
      return pairs;
    }
    Set<Set<Var>> others = new HashSet<>(pairs);
    others.removeIf(p -> p.stream().anyMatch(vars::contains));
    return others;
  }

  @Override
  public Void visit(Stmt.Labeled s) {
    super.visit(s);
    distinct = both(distinct, atJumps);
    return null;
  }

  @Override
  public Void visit(Stmt.Break s) {
    return jump();
  }

  @Override
  public Void visit(Stmt.Continue s) {
    return jump();
  }

  private Void jump() {
    atJumps = both(atJumps, distinct);
    distinct = null;
    return null;
  }

  @Override
  public Void visit(Stmt.Return s) {
    super.visit(s);
    distinct = null;
    return null;
  }

  @Override
  public Void visit(Stmt.Throw s) {
    super.visit(s);
    distinct = null;
    return null;
  }
}
