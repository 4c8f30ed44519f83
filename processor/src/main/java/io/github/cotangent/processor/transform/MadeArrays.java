package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrays, and the values of differentiable types, that a loop makes, and where it leaves them.
 * When a step of the loop runs again, they are others, with the same contents.
 */
final class MadeArrays extends Walker {

  /** References to storage of some regions go into arrays of others. */
  private record Store(Set<Regions.Region> into, Set<Regions.Region> what, Origin at) {}

  private final Regions regions;
  private final Summaries summaries;
  private final Set<Regions.Region> made = new HashSet<>();
  private final Map<Origin, Set<Regions.Region>> returned = new LinkedHashMap<>();
  private final List<Store> stores = new ArrayList<>();
  private boolean sharesShadows;

  MadeArrays(Regions regions, Summaries summaries) {
    this.regions = regions;
    this.summaries = summaries;
  }

  /** The regions of the arrays that are made. */
  Set<Regions.Region> regions() {
    return made;
  }

  /** True if there are any, or if a callee makes those known that it has made. */
  boolean any() {
    return sharesShadows || !made.isEmpty();
  }

  /** Where one of them may be stored in an array of these regions. */
  List<Origin> storesInto(Set<Regions.Region> outside) {
    return stores.stream()
        .filter(
            s -> !Collections.disjoint(s.into(), outside) && !Collections.disjoint(s.what(), made))
        .map(Store::at)
        .toList();
  }

  /** Where one of them may be returned. */
  List<Origin> returnsOne() {
    return returned.entrySet().stream()
        .filter(r -> !Collections.disjoint(r.getValue(), made))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Set<Regions.Region> reachable(Expr e) {
    return new HashSet<>(regions.reachable(e.type(), regions.of(e)));
  }

  /** True for what leads to arrays, or to values, whose adjoints are found by identity. */
  private static boolean holdsObjects(Type type) {
    return !type.arrayTypes().isEmpty() || type.holdsValue();
  }

  @Override
  public Void visit(Stmt.Assign s) {
    if (s.target() instanceof Place.Slot slot && holdsObjects(s.value().type())) {
      stores.add(
          new Store(Set.of(regions.of(slot.array())), reachable(s.target().read()), s.origin()));
    }
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.Return s) {
    s.value()
        .filter(e -> holdsObjects(e.type()))
        .ifPresent(
            e -> returned.computeIfAbsent(s.origin(), k -> new HashSet<>()).addAll(reachable(e)));
    return super.visit(s);
  }

  @Override
  public Void visit(Expr.NewArray e) {
    made.addAll(reachable(e));
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.ArrayLiteral e) {
    made.add(regions.of(e));
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Call e) {
    if (e.callee().kind() == Callee.Kind.ARRAY) {
      ArrayCall call = ArrayCall.of(e);
      if (e.type() instanceof Type.Array) {
        made.add(regions.of(e));
      }
      if (call.target() != null && call.element().isReference()) {
        Set<Regions.Region> rows =
            new HashSet<>(
                regions.reachable(call.element(), regions.element(regions.of(call.target()))));
        stores.add(new Store(Set.of(regions.of(call.target())), rows, e.origin()));
      }
    } else {
      if (holdsObjects(e.type())) {
        made.addAll(reachable(e));
      }
      callee(e);
    }
    return super.visit(e);
  }

  private void callee(Expr.Call e) {
    boolean isDifferentiated =
        e.callee().kind() == Callee.Kind.LOCAL || e.callee().kind() == Callee.Kind.LINKED;
    if (!isDifferentiated) {
      return;
    }
    Set<Regions.Region> given = new HashSet<>();
    e.arguments().forEach(a -> given.addAll(reachable(a)));
    sharesShadows |=
        e.arguments().stream().anyMatch(a -> a.type().holdsRows() || a.type().holdsValue());
    if (summaries.storesReferences(e.callee())) {
      made.addAll(given); // It may have made what it stores.
      stores.add(new Store(given, given, e.origin()));
    }
  }
}
