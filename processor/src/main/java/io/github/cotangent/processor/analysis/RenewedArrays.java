package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Variables whose array is replaced by a new one, round by round, so that nothing leads to the one
 * before any more:
 *
 * <pre>{@code
 * double[] v = start.clone();
 * for (int t = 0; t < n; t++) {
 *   double[] next = new double[v.length];
 *   ...
 *   v = next;
 * }
 * }</pre>
 *
 * <p>The text tells which array each name leads to: backward from the end of a block, {@code next}
 * is what {@code v} is then, and whatever {@code v} was before its assignment has not been met yet.
 * That is shown where the array has no names but {@code v} and local variables beside an assignment
 * to it, which stand for the array behind it ({@code v = next}) or before it ({@code old = v}). So
 * it is with a matrix whose rows have no names.
 */
public final class RenewedArrays {

  private final Set<Var> renewed = new LinkedHashSet<>();
  private final Set<Var> passedBy = new HashSet<>();
  private final Map<Var, Var> atEnd = new HashMap<>();
  private final Map<Stmt, Var> before = new IdentityHashMap<>();
  private final Map<Var, Var> olds = new HashMap<>();

  private RenewedArrays() {}

  /**
   * Those of one function.
   *
   * @param body its statements, where calls may be replaced by their forward halves
   * @param isNew true for a declaration or assignment whose value is an array that is not null and
   *     that nothing else leads to
   */
  public static RenewedArrays of(
      Function function,
      Stmt.Block body,
      Jumps jumps,
      Regions regions,
      Assignments assignments,
      Predicate<Stmt> isNew) {
    Scopes scopes = Scopes.of(body);
    RenewedArrays found = new RenewedArrays();
    if (scopes.hasSurgery()) {
      return found; // It may name any adjoint.
    }
    for (Var v : scopes.once()) {
      if (isArrayOfNumbers(v.type()) && !assignments.isSingle(v)) {
        found.add(v, new Names(v, function, scopes, jumps, regions, assignments, isNew));
      }
    }
    return found;
  }

  private static boolean isArrayOfNumbers(Type type) {
    return type.rank() > 0 && type.isDifferentiable() && type.leaf().isScalar();
  }

  private void add(Var v, Names names) {
    if (names.areKnown()) {
      renewed.add(v);
      if (names.mayBePassedBy()) {
        passedBy.add(v);
      }
      names.ends.forEach(end -> atEnd.put(end, v));
      before.putAll(names.before);
      olds.putAll(names.olds);
    }
  }

  /** The variables whose array is replaced by new ones only. */
  public Set<Var> all() {
    return Collections.unmodifiableSet(renewed);
  }

  /** True for a variable whose array is replaced by new ones only. */
  public boolean contains(Var v) {
    return renewed.contains(v);
  }

  /** True for one of these that a jump may leave without an array. */
  public boolean mayBePassedBy(Var v) {
    return passedBy.contains(v);
  }

  /** The variable that leads to the same array as this one at the end of this one's block. */
  public Optional<Var> atEnd(Var v) {
    return Optional.ofNullable(atEnd.get(v));
  }

  /**
   * The first variable of the same block that leads to the same array as this one, which is
   * replaced in that block.
   */
  public Optional<Var> old(Var v) {
    return Optional.ofNullable(olds.get(v));
  }

  /** The first variable of the same block that leads to the array which an assignment replaces. */
  public Optional<Var> before(Stmt assignment) {
    return Optional.ofNullable(before.get(assignment));
  }

  /** The names of the arrays that one variable leads to, one after the other. */
  private static final class Names extends Walker {
    private final Var v;
    private final Scopes scopes;
    private final Jumps jumps;
    private final Assignments assignments;
    private final Predicate<Stmt> isNew;
    private final Set<Var> others;
    private final Set<Var> ends = new HashSet<>();
    private final Map<Stmt, Var> before = new IdentityHashMap<>();
    private final Map<Var, Var> olds = new HashMap<>();
    private boolean areKnown;

    Names(
        Var v,
        Function function,
        Scopes scopes,
        Jumps jumps,
        Regions regions,
        Assignments assignments,
        Predicate<Stmt> isNew) {
      this.v = v;
      this.scopes = scopes;
      this.jumps = jumps;
      this.assignments = assignments;
      this.isNew = isNew;
      this.others = new LinkedHashSet<>(scopes.variables());
      others.addAll(function.parameters());
      List<Regions.Region> mine = regions.reachable(v.type(), regions.of(v));
      others.removeIf(o -> Collections.disjoint(regions.reachable(o.type(), regions.of(o)), mine));
      others.remove(v);
    }

    /** True if the text tells of each name which array it leads to. */
    boolean areKnown() {
      Stmt.Local made = assignments.declaration(v);
      areKnown =
          !scopes.isAssignedInStep(v)
              && !scopes.isUnread(v)
              && made != null
              && made.init().isPresent();
      for (Var other : others) {
        areKnown &= areKnown && isName(other);
      }
      if (areKnown) {
        walk(scopes.block(v));
      }
      return areKnown;
    }

    /** True if its declaration may not be reached. */
    boolean mayBePassedBy() {
      List<Stmt> block = scopes.block(v);
      return !mayNotLeave(block.subList(0, declaration(block, v)));
    }

    private boolean isName(Var other) {
      Stmt.Local made = assignments.declaration(other);
      if (made == null
          || !isArrayOfNumbers(other.type())
          || !assignments.isSingle(other)
          || scopes.isUnread(other)
          || !scopes.shareStep(other, v)) {
        return false;
      }
      List<Stmt> block = scopes.block(other);
      int at = declaration(block, other);
      if (at == block.size()) {
        return false;
      }
      int next = assignment(block, at + 1);
      if (isRead(((Stmt.Local) block.get(at)).init().orElseThrow(), v)) {
        return isOther(other, block, at, next);
      }
      // A new array, which v leads to from its only assignment on.
      return isNew.test(block.get(at))
          && next < block.size()
          && block.get(next) instanceof Stmt.Assign a
          && isRead(a.value(), other)
          && assignment(block, next + 1) == block.size()
          && mayNotLeave(block.subList(at, next))
          && ends.add(other);
    }

    /** Where a variable is declared; the end of the block where a loop's header does it. */
    private static int declaration(List<Stmt> block, Var declared) {
      int at = 0;
      while (at < block.size()
          && !(block.get(at) instanceof Stmt.Local l && l.var().equals(declared))) {
        at++;
      }
      return at;
    }

    /** Another name: of what v is at the end of the block, or of what is replaced. */
    private boolean isOther(Var other, List<Stmt> block, int at, int next) {
      if (next == block.size()) {
        return ends.add(other);
      }
      if (!(block.get(next) instanceof Stmt.Assign a) || !mayNotLeave(block.subList(at, next))) {
        return false;
      }
      before.putIfAbsent(a, other); // The others are in the order of their declarations.
      olds.put(other, before.get(a));
      return true;
    }

    private boolean mayNotLeave(List<Stmt> statements) {
      return statements.stream().noneMatch(jumps::mayLeave);
    }

    /** The first statement from an index on in which v is assigned, or the end of the block. */
    private int assignment(List<Stmt> block, int from) {
      int i = from;
      while (i < block.size() && !Mentions.writes(block.get(i), v)) {
        i++;
      }
      return i;
    }

    private static boolean isRead(Expr e, Var v) {
      return e instanceof Expr.Read r && r.var().equals(v);
    }

    @Override
    public Void visit(Stmt.Local s) {
      areKnown &= !s.var().equals(v) || isNew.test(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      if (s.target() instanceof Place.Variable p && p.var().equals(v)) {
        areKnown &=
            isNew.test(s)
                || s.value() instanceof Expr.Read r
                    && ends.contains(r.var())
                    && !isRead(assignments.declaration(r.var()).init().orElseThrow(), v);
      }
      return super.visit(s);
    }
  }
}
