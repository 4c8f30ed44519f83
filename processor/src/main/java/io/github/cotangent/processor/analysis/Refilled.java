package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Arrays that a loop uses as working space: each round fills them before it reads them, and nothing
 * but the loop uses them.
 *
 * <pre>{@code
 * double[] terms = new double[k];
 * for (int i = 0; i < n; i++) {
 *   for (int c = 0; c < k; c++) {
 *     terms[c] = ...;
 *   }
 *   total += logSumExp(terms);
 * }
 * }</pre>
 *
 * <p>That is shown for an array of numbers with one name, made by {@code new} with a size that
 * never changes, whose first use in a round is a loop over all of its elements that assigns each
 * before anything else is done with it.
 */
public final class Refilled {

  private final Function function;
  private final Regions regions;
  private final Assignments assignments;
  private final Jumps jumps;

  /** Asks about the arrays of one function. */
  public Refilled(Function function, Regions regions, Assignments assignments, Jumps jumps) {
    this.function = function;
    this.regions = regions;
    this.assignments = assignments;
    this.jumps = jumps;
  }

  /**
   * What prevents that a loop, which stands directly in the function's body, has the array to
   * itself; nothing if it has.
   */
  public Optional<Reason> hindrance(Var array, Stmt.For loop) {
    boolean isGiven = assignments.declaration(array) == null;
    for (Stmt s : function.body().statements()) {
      if (!isGiven && s != loop && uses(s, array)) {
        Stmt using = Innermost.of(s, x -> uses(x, array));
        return Optional.of(Reason.at(using.origin(), Why.USED_OUTSIDE, using.origin().text()));
      }
    }
    Optional<Expr> size = size(array);
    if (isGiven || size.isEmpty()) {
      return Optional.of(Reason.of(Why.OWN_SPACE));
    }
    if (!fills(loop.body().statements(), array, size.get())) {
      return Optional.of(Reason.of(Why.NOT_FILLED_FIRST));
    }
    return otherName(array).map(other -> Reason.of(Why.OTHER_NAMES, other));
  }

  private Optional<Expr> size(Var array) {
    Stmt.Local made = assignments.declaration(array);
    return made != null
            && assignments.isSingle(array)
            && made.init().orElse(null) instanceof Expr.NewArray a
            && a.type().rank() == 1
            && a.type().element() instanceof Type.Primitive
            && a.sizes().size() == 1
            && assignments.isStable(a.sizes().get(0), regions)
        ? Optional.of(a.sizes().get(0))
        : Optional.empty();
  }

  /** Another variable that leads to the array. */
  private Optional<Var> otherName(Var array) {
    Set<Var> others = new LinkedHashSet<>(function.parameters());
    others.addAll(Mentions.declared(List.of(function.body())));
    others.remove(array);
    Regions.Region own = regions.of(array);
    return others.stream()
        .filter(v -> regions.reachable(v.type(), regions.of(v)).contains(own))
        .findFirst();
  }

  /** True if the statements use the array, other than to make it or to ask for its length. */
  private static boolean uses(Stmt s, Var array) {
    return new Uses(array).in(s);
  }

  private static final class Uses extends Search {
    private final Var array;

    Uses(Var array) {
      this.array = array;
    }

    @Override
    protected void read(Var v) {
      foundIf(v.equals(array));
    }

    @Override
    protected void write(Var v) {
      foundIf(v.equals(array));
    }

    @Override
    public Void visit(Expr.Length e) {
      return e.array() instanceof Expr.Read ? null : super.visit(e);
    }
  }

  /** True if the first statement that uses the array fills it. */
  private boolean fills(List<Stmt> statements, Var array, Expr size) {
    List<Stmt> using = new ArrayList<>(statements);
    using.removeIf(s -> !uses(s, array));
    if (using.isEmpty()) {
      return true;
    }
    Stmt first = using.get(0);
    if (first instanceof Stmt.For f && isFilling(f, array, size)) {
      return true;
    }
    if (first instanceof Stmt.Block b) {
      List<Stmt> inside = new ArrayList<>(b.statements());
      inside.addAll(using.subList(1, using.size()));
      return fills(inside, array, size);
    }
    // It may run no round: then nothing may be read behind it either.
    return using.size() == 1
        && first instanceof Stmt.For f
        && f.init().stream().noneMatch(s -> uses(s, array))
        && f.update().stream().noneMatch(s -> uses(s, array))
        && !new Uses(array).in(f.test())
        && fills(f.body().statements(), array, size);
  }

  /** True for {@code for (int j = 0; j < size; j++)} around {@code array[j] = e}. */
  private boolean isFilling(Stmt.For loop, Var array, Expr size) {
    Optional<CountedLoop> counted = assignments.counted(loop);
    if (counted.isEmpty()
        || !counted.get().isExact()
        || counted.get().step() != 1
        || counted.get().inclusive()
        || Signs.value(counted.get().start()).orElse(-1) != 0
        || !isWhole(counted.get().bound(), array, size)
        || jumps.leavesEarly(loop, loop.body())
        || jumps.skipsEnd(loop, loop.body())) {
      return false;
    }
    Expr element = new Expr.Element(new Expr.Read(array), new Expr.Read(counted.get().index()));
    boolean isAssigned = false;
    for (Stmt s : loop.body().statements()) {
      if (!isAssigned && s instanceof Stmt.Assign a && a.target() instanceof Place.Slot slot) {
        isAssigned = slot.read().equals(element) && !new Uses(array).in(a.value());
        if (isAssigned) {
          continue;
        }
      }
      if (isAssigned ? usesOther(s, array, element) : uses(s, array)) {
        return false;
      }
    }
    return isAssigned;
  }

  private static boolean isWhole(Expr bound, Var array, Expr size) {
    return bound.equals(size) || bound.equals(new Expr.Length(new Expr.Read(array)));
  }

  /** True if a statement uses the array other than by this element. */
  private static boolean usesOther(Stmt s, Var array, Expr element) {
    return new Search() {
      @Override
      protected void read(Var v) {
        foundIf(v.equals(array));
      }

      @Override
      public Void visit(Expr.Element e) {
        return e.equals(element) ? null : super.visit(e);
      }

      @Override
      protected void place(Place p) {
        if (!(p instanceof Place.Slot && p.read().equals(element))) {
          super.place(p);
        }
      }
    }.in(s);
  }
}
