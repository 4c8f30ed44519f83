package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Assignments that fill a new array. What they overwrite are the zeros that it was made with, which
 * nobody has read, so there is nothing to save:
 *
 * <pre>{@code
 * double[] next = new double[n];
 * for (int i = 0; i < n; i++) {
 *   next[i] = Math.tanh(a[i]);
 * }
 * }</pre>
 *
 * <p>That holds where the array has one name only from its creation to the end of the loop (it is
 * not passed on, stored or renamed, so no other variable leads to it), where each index of the
 * element counts one of the loops around the assignment, and all of them (so each element is
 * assigned once), and where the loop reads no element that it has not assigned.
 */
public final class FirstWrites {

  private final Assignments assignments;
  private final Set<Stmt> found = Collections.newSetFromMap(new IdentityHashMap<>());

  private FirstWrites(Assignments assignments) {
    this.assignments = assignments;
  }

  /** The assignments of a function's body. */
  public static FirstWrites of(Stmt.Block body, Assignments assignments) {
    FirstWrites writes = new FirstWrites(assignments);
    new Walker() {
      @Override
      public Void visit(Stmt.Block s) {
        writes.block(s.statements());
        return super.visit(s);
      }
    }.walk(body);
    return writes;
  }

  /** True if the assignment overwrites nothing but untouched zeros. */
  public boolean contains(Stmt s) {
    return found.contains(s);
  }

  private void block(List<Stmt> statements) {
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) instanceof Stmt.Local l && isNewArray(l)) {
        int next = i + 1;
        while (next < statements.size() && !Mentions.reads(statements.get(next), l.var())) {
          next++;
        }
        if (next < statements.size() && statements.get(next) instanceof Stmt.For loop) {
          new Filling(l.var()).of(loop).ifPresent(found::add);
        }
      }
    }
  }

  private boolean isNewArray(Stmt.Local l) {
    return l.init().isPresent()
        && l.init().get() instanceof Expr.NewArray a
        && a.sizes().size() == a.type().rank()
        && !a.type().leaf().isReference()
        && assignments.isSingle(l.var());
  }

  /** Looks for the assignment that fills an array in a loop. */
  private final class Filling extends Walker {
    private final Var array;
    private final List<Var> counters = new ArrayList<>();
    private int uncounted;
    private List<Expr> indices;
    private Stmt filling;
    private boolean holds = true;

    Filling(Var array) {
      this.array = array;
    }

    Optional<Stmt> of(Stmt.For loop) {
      walk(loop);
      return holds ? Optional.ofNullable(filling) : Optional.empty();
    }

    /** Any mention but as {@code array[i]} or {@code array.length}. */
    @Override
    protected void read(Var v) {
      holds &= !v.equals(array);
    }

    @Override
    public Void visit(Expr.Length e) {
      return array.equals(Reads.base(e.array())) ? null : super.visit(e);
    }

    @Override
    public Void visit(Expr.Element e) {
      if (!array.equals(Reads.base(e))) {
        return super.visit(e);
      }
      List<Expr> at = indices(e);
      holds &= at != null && at.equals(indices); // It has been assigned in this iteration.
      return null;
    }

    @Override
    protected void place(Place p) {
      if (!(p instanceof Place.Slot s) || !array.equals(Reads.base(s.array()))) {
        super.place(p);
        return;
      }
      List<Expr> at = indices(new Expr.Element(s.array(), s.index()));
      if (indices == null) {
        indices = at;
        holds &= at != null && uncounted == 0 && countsEach(at);
      }
      holds &= at != null && at.equals(indices);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      walk(s.value());
      boolean isFirst = indices == null;
      place(s.target());
      if (isFirst && indices != null) {
        filling = s;
      }
      return null;
    }

    /** The indices of an element, outermost first; null if the array is a component. */
    private List<Expr> indices(Expr.Element e) {
      List<Expr> out = new ArrayList<>();
      Expr x = e;
      while (x instanceof Expr.Element element) {
        walk(element.index());
        out.add(0, element.index());
        x = element.array();
      }
      return x instanceof Expr.Read ? out : null;
    }

    private boolean countsEach(List<Expr> at) {
      List<Var> missing = new ArrayList<>(counters);
      for (Expr e : at) {
        if (!(e instanceof Expr.Read r) || !missing.remove(r.var())) {
          return false;
        }
      }
      return missing.isEmpty();
    }

    @Override
    public Void visit(Stmt.For s) {
      Optional<CountedLoop> counted = assignments.counted(s);
      counted.ifPresent(c -> counters.add(c.index()));
      uncounted += counted.isPresent() ? 0 : 1;
      super.visit(s);
      counted.ifPresent(c -> counters.remove(c.index()));
      uncounted -= counted.isPresent() ? 0 : 1;
      return null;
    }

    @Override
    public Void visit(Stmt.While s) {
      uncounted++;
      super.visit(s);
      uncounted--;
      return null;
    }

    @Override
    public Void visit(Stmt.DoWhile s) {
      uncounted++;
      super.visit(s);
      uncounted--;
      return null;
    }
  }
}
