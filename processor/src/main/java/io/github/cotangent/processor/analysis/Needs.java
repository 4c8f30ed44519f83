package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of {@link Recording} at a point of a function: what the adjoints of the statements
 * executed so far will read, and which of them first.
 */
final class Needs {

  /** Where more elements of a region are read, it may as well be any. */
  private static final int MAX_SITES = 32;

  private final Map<Var, String> vars = new HashMap<>();
  private final Map<Regions.Region, Map<ElementOrder.Site, String>> regions = new HashMap<>();

  /** The variables that are declared, outside of loops, and have no value yet. */
  private final Set<Var> unassigned = new HashSet<>();

  Needs copy() {
    Needs n = new Needs();
    n.unassigned.addAll(unassigned);
    n.join(this);
    return n;
  }

  /** Adds what is needed where one came another way; true if that changes anything. */
  boolean join(Needs other) {
    if (other == null) {
      return false;
    }
    int before = vars.size() - unassigned.size();
    boolean[] changed = new boolean[1];
    other.vars.forEach(vars::putIfAbsent);
    other.regions.forEach(
        (r, sites) -> sites.forEach((site, reader) -> changed[0] |= add(r, site, reader)));
    unassigned.retainAll(other.unassigned);
    return changed[0] || vars.size() - unassigned.size() != before;
  }

  /** An adjoint reads a variable. */
  void add(Var v, String reader) {
    vars.putIfAbsent(v, reader);
  }

  /**
   * An adjoint reads an element of a region; true if that was not known. Once any element may be
   * read, no more need be known.
   */
  boolean add(Regions.Region region, ElementOrder.Site site, String reader) {
    Map<ElementOrder.Site, String> sites =
        regions.computeIfAbsent(region, k -> new LinkedHashMap<>());
    if (sites.containsKey(ElementOrder.Site.ANY) || sites.containsKey(site)) {
      return false;
    }
    sites.put(sites.size() < MAX_SITES ? site : ElementOrder.Site.ANY, reader);
    return true;
  }

  /** An adjoint reads all of that, and of the regions any elements. */
  void add(Reads reads, String reader) {
    reads.vars().forEach(v -> add(v, reader));
    reads.regions().forEach(r -> add(r, ElementOrder.Site.ANY, reader));
  }

  /** The first reader of a variable. */
  Optional<String> reader(Var v) {
    return Optional.ofNullable(vars.get(v));
  }

  /** The first reader of each element of a region that is read. */
  Map<ElementOrder.Site, String> readers(Regions.Region region) {
    return regions.getOrDefault(region, Map.of());
  }

  /** All that is read. */
  Reads reads() {
    return new Reads(vars.keySet(), regions.keySet());
  }

  /** What the variable holds from here on, no adjoint of the statements so far reads. */
  void forget(Var v) {
    vars.remove(v);
  }

  /**
   * These variables are put back: nobody reads what they hold from here on, and all hold a value.
   */
  void forget(Set<Var> restored) {
    vars.keySet().removeAll(restored);
    unassigned.removeAll(restored);
  }

  /** A variable is declared without a value. */
  void declare(Var v) {
    unassigned.add(v);
  }

  /** A variable is assigned; true if that is the first value of one that was declared without. */
  boolean assign(Var v) {
    return unassigned.remove(v);
  }
}
