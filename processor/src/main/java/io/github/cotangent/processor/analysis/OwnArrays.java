package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables that lead to no other arrays than those that the function makes itself, rows and
 * the arrays of records included. {@link Regions} do not tell: they know of no order, so {@code
 * next} shares one with {@code x} here, though it never leads to the array of {@code x}.
 *
 * <pre>{@code
 * double[] h = x;
 * for (Layer layer : layers) {
 *   double[] next = new double[layer.size()];
 *   next[0] = ...;
 *   h = next;
 * }
 * }</pre>
 *
 * <p>It is shown for a variable that is given only what is new, or what such variables lead to, and
 * of whose regions no array is put into another array: but for one of these into one of these.
 */
final class OwnArrays extends Walker {

  /** A reference that is put into an array; into one that nobody knows where that is null. */
  private record Store(Expr array, Expr value) {}

  private final Regions regions;
  private final Summaries summaries;
  private final Map<Var, List<Expr>> values = new HashMap<>();
  private final List<Store> stores = new ArrayList<>();
  private final Set<Var> own = new HashSet<>();

  private OwnArrays(Regions regions, Summaries summaries) {
    this.regions = regions;
    this.summaries = summaries;
  }

  /** Those of a function: what it is given is none of its own. */
  static OwnArrays of(Function f, Regions regions, Summaries summaries) {
    OwnArrays found = new OwnArrays(regions, summaries);
    found.walk(f.body());
    found.own.addAll(found.values.keySet());
    f.parameters().forEach(found.own::remove);
    while (found.own.removeIf(v -> !found.isOwn(v, found.stored()))) {
      // Without it, others may be none.
    }
    return found;
  }

  /** True if all arrays that the value of an expression leads to were made by the function. */
  boolean isOwn(Expr e) {
    if (e instanceof Expr.Read r) {
      return own.contains(r.var());
    }
    if (e instanceof Expr.Component c) {
      return isOwn(c.record());
    }
    if (e instanceof Expr.Element x) {
      return isOwn(x.array());
    }
    if (e instanceof Expr.Conditional c) {
      return isOwn(c.ifTrue()) && isOwn(c.ifFalse());
    }
    if (e instanceof Expr.NewRecord n) {
      return n.arguments().stream().allMatch(a -> !a.type().isReference() || isOwn(a));
    }
    if (e instanceof Expr.ArrayLiteral l) {
      return l.elements().stream().allMatch(x -> !x.type().isReference() || isOwn(x));
    }
    return isNew(e);
  }

  private boolean isNew(Expr e) {
    if (e instanceof Expr.Call c && c.callee().kind() == Callee.Kind.ARRAY) {
      return ArrayCall.isNew(e) && !ArrayCall.of(c).element().isReference(); // It copies no row.
    }
    return summaries.isFresh(e);
  }

  private boolean isOwn(Var v, Set<Regions.Region> stored) {
    return values.get(v).stream().allMatch(this::isOwn)
        && regions.reachable(v.type(), regions.of(v)).stream().noneMatch(stored::contains);
  }

  /** The regions of what may be in arrays, or may come from arrays, that are none of these. */
  private Set<Regions.Region> stored() {
    Set<Regions.Region> stored = new HashSet<>();
    for (Store s : stores) {
      if (s.array() == null || !isOwn(s.array()) || !isOwn(s.value())) {
        stored.addAll(regions.reachable(s.value().type(), regions.of(s.value())));
      }
    }
    return stored;
  }

  @Override
  public Void visit(Stmt.Local s) {
    s.init().ifPresent(e -> gets(s.var(), e));
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.Assign s) {
    if (s.target() instanceof Place.Variable v) {
      gets(v.var(), s.value());
    } else if (s.target() instanceof Place.Slot slot && s.value().type().isReference()) {
      stores.add(new Store(slot.array(), s.value()));
    }
    return super.visit(s);
  }

  private void gets(Var v, Expr value) {
    if (!v.type().arrayTypes().isEmpty()) {
      values.computeIfAbsent(v, k -> new ArrayList<>()).add(value);
    }
  }

  @Override
  public Void visit(Expr.Call e) {
    Callee.Kind kind = e.callee().kind();
    boolean isCall = kind == Callee.Kind.LOCAL || kind == Callee.Kind.LINKED;
    boolean isMove =
        kind == Callee.Kind.ARRAY
            && ArrayCall.of(e).target() != null
            && ArrayCall.of(e).element().isReference();
    if (isMove || isCall && summaries.storesReferences(e.callee())) {
      e.arguments().stream()
          .filter(a -> a.type().isReference())
          .forEach(a -> stores.add(new Store(null, a)));
    }
    return super.visit(e);
  }
}
