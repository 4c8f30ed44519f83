package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which assignments to elements of arrays may overwrite what was read before, as far as indices
 * tell: the test for anti-dependences of compilers that reorder loops (Banerjee 1988, "Dependence
 * Analysis for Supercomputing"), between an assignment and what adjoints read of earlier states.
 *
 * <pre>{@code
 * for (int k = 0; k < n; k++) {
 *   for (int i = k + 1; i < n; i++) {
 *     b[i] -= f[i] * b[k];            // b[k] is never assigned again: i > k
 *   }
 * }
 * }</pre>
 *
 * <p>A read comes before an assignment in an earlier round of one of the loops around both, or in
 * the same rounds of all of them and further up. In each of these cases one index has to be proven
 * larger than the other ({@link IndexComparison}). Nothing is read of an array before it is made,
 * and rows are told apart where they are {@linkplain DistinctRows distinct}.
 */
public final class ElementOrder {

  /**
   * An element that is read.
   *
   * @param number where the statement stands whose adjoint reads it; negative if that is unknown
   * @param after true if it is read as it was behind the statement
   * @param element nothing if it may be any
   */
  record Site(int number, boolean after, Optional<Expr.Element> element) {
    /** Any element, read anywhere. */
    static final Site ANY = new Site(-1, false, Optional.empty());
  }

  private final Function function;
  private final Stmt.Block body;
  private final Assignments assignments;
  private final Regions regions;
  private final Summaries summaries;
  private final boolean isEnabled;
  private final Map<Stmt, Map<Site, Boolean>> known = new IdentityHashMap<>();
  private LoopNests nests;
  private DistinctRows rows;
  private EarlierWrites earlier;

  /**
   * The order of reads and assignments in a function.
   *
   * @param body the function's statements, with other calls, it may be
   * @param isEnabled false if indices are not to be compared
   */
  public ElementOrder(
      Function function,
      Stmt.Block body,
      Assignments assignments,
      Regions regions,
      Summaries summaries,
      boolean isEnabled) {
    this.function = function;
    this.body = body;
    this.assignments = assignments;
    this.regions = regions;
    this.summaries = summaries;
    this.isEnabled = isEnabled;
  }

  /** Many functions write into no array: there is nothing to look for. */
  private LoopNests nests() {
    if (nests == null) {
      nests = LoopNests.of(function.parameters(), body, assignments);
    }
    return nests;
  }

  /** Most functions have no arrays of arrays. */
  private DistinctRows rows() {
    if (rows == null) {
      rows = DistinctRows.of(function, assignments, regions, summaries);
    }
    return rows;
  }

  private EarlierWrites earlier() {
    if (earlier == null) {
      earlier = EarlierWrites.of(body, assignments, regions);
    }
    return earlier;
  }

  /** True if it is worth knowing which elements of a region are read: some are overwritten. */
  boolean asksFor(Regions.Region region) {
    return isEnabled && assignments.isWritten(region);
  }

  /** The place where the adjoint of a statement reads an element. */
  Site site(Stmt s, boolean after, Expr.Element element) {
    return Chain.of(element).indices().isEmpty()
        ? site(s, after)
        : at(nests().position(s), after, Optional.of(element));
  }

  /** The place where the adjoint of a statement reads elements that are not known. */
  Site site(Stmt s, boolean after) {
    return at(nests().position(s), after, Optional.empty());
  }

  /** What the caller reads: the arrays are older than all that the function makes. */
  Site atEntry() {
    return isEnabled ? at(Optional.of(nests().entry()), false, Optional.empty()) : Site.ANY;
  }

  private Site at(
      Optional<LoopNests.Position> position, boolean after, Optional<Expr.Element> element) {
    return position.isPresent() ? new Site(position.get().number(), after, element) : Site.ANY;
  }

  /** True if an assignment to an element may overwrite what was read there before. */
  boolean mayOverwrite(Stmt.Assign s, Site read) {
    if (read == Site.ANY || nests().position(s).isEmpty()) {
      return true;
    }
    return known
        .computeIfAbsent(s, k -> new HashMap<>())
        .computeIfAbsent(read, k -> !isOverwritten(read, s) && !new Test(read, s).holds());
  }

  /**
   * True if what was read there is gone already, by an assignment between the read and this one.
   */
  private boolean isOverwritten(Site site, Stmt.Assign s) {
    LoopNests.Position read = nests().position(site.number());
    LoopNests.Position last = nests().position(s).orElseThrow();
    return earlier().before(s).stream()
        .flatMap(e -> nests().position(e).stream())
        .anyMatch(
            first ->
                read.number() < first.number()
                    || read.number() == first.number() && !site.after()
                    || read.number() > last.number() && read.common(last) <= first.loops().size());
  }

  /** True if two elements that a statement names are surely not the same. */
  public boolean differ(Stmt s, Expr.Element a, Expr.Element b) {
    if (!isEnabled) {
      return false;
    }
    Optional<LoopNests.Position> at = nests().position(s);
    boolean areNamed = !Chain.of(a).indices().isEmpty() && !Chain.of(b).indices().isEmpty();
    return areNamed
        && at.isPresent()
        && differ(
            chain(a), chain(b), IndexComparison.same(nests(), assignments, regions, at.get()));
  }

  private boolean differ(Chain a, Chain b, IndexComparison comparison) {
    int indices = Math.min(a.indices().size(), b.indices().size());
    for (int i = 1; i <= indices; i++) {
      Expr left = a.indices().get(a.indices().size() - i);
      Expr right = b.indices().get(b.indices().size() - i);
      if (comparison.differ(left, right)) {
        return true;
      }
      if (!hasDistinctRows(a, i + 1) || !hasDistinctRows(b, i + 1)) {
        return false;
      }
    }
    return false;
  }

  /** True if the array with the index that is this far from the end never has one row twice. */
  private boolean hasDistinctRows(Chain chain, int fromEnd) {
    int at = chain.arrays().size() - fromEnd;
    return at >= 0 && rows().holds(regions.of(chain.arrays().get(at)));
  }

  /**
   * An array and the indices of one of its elements, outermost first.
   *
   * @param arrays the arrays that the indices are of
   */
  private record Chain(Var base, List<Expr> arrays, List<Expr> indices) {
    /** Without indices if the array is not that of a variable. */
    static Chain of(Expr e) {
      Chain chain = new Chain(Reads.base(e), new ArrayList<>(), new ArrayList<>());
      Expr x = e;
      while (x instanceof Expr.Element element) {
        chain.arrays.add(0, element.array());
        chain.indices.add(0, element.index());
        x = element.array();
      }
      return x instanceof Expr.Read ? chain : new Chain(null, List.of(), List.of());
    }
  }

  /** The chain where names of rows, {@code double[] row = a[i]}, are replaced by what they name. */
  private Chain chain(Expr.Element e) {
    Chain chain = Chain.of(e);
    Stmt.Local declaration = assignments.declaration(chain.base());
    boolean isName =
        declaration != null
            && assignments.isSingle(chain.base())
            && declaration.init().get() instanceof Expr.Element
            && assignments.isStable(declaration.init().get(), regions);
    if (!isName) {
      return chain;
    }
    Chain row = chain((Expr.Element) declaration.init().get());
    if (row.indices().isEmpty()) {
      return chain;
    }
    List<Expr> arrays = new ArrayList<>(row.arrays());
    List<Expr> indices = new ArrayList<>(row.indices());
    arrays.addAll(chain.arrays());
    indices.addAll(chain.indices());
    return new Chain(row.base(), arrays, indices);
  }

  /** Proves that a read does not come before an assignment to the same element. */
  private final class Test {
    private final Site site;
    private final LoopNests.Position read;
    private final LoopNests.Position written;
    private final Optional<Chain> from;
    private final Chain to;
    private final Optional<LoopNests.Position> made;

    Test(Site site, Stmt.Assign s) {
      this.site = site;
      this.read = nests().position(site.number());
      this.written = nests().position(s).orElseThrow();
      this.from = site.element().map(ElementOrder.this::chain);
      this.to = chain((Expr.Element) ((Place.Slot) s.target()).read());
      this.made = made();
    }

    boolean holds() {
      int common = read.common(written);
      for (int level = read.firstRecorded(common); level < common; level++) {
        if (!isApart(level, true)) {
          return false;
        }
      }
      boolean isFurtherUp =
          read.number() < written.number() || read.number() == written.number() && !site.after();
      return !isFurtherUp || isApart(common, false);
    }

    /**
     * True if the elements differ.
     *
     * @param same the number of loops whose rounds are the same
     * @param earlier true if the read is in an earlier round of the next loop
     */
    private boolean isApart(int same, boolean earlier) {
      if (made.isPresent() && isOtherArray(made.get(), same)) {
        return true;
      }
      IndexComparison comparison =
          IndexComparison.of(nests(), assignments, regions, read, written, same, earlier);
      return from.isPresent() && differ(from.get(), to, comparison);
    }

    private static boolean isNew(Expr e) {
      boolean isCopy =
          e instanceof Expr.Call c
              && c.callee().kind() == Callee.Kind.ARRAY
              && e.type() instanceof Type.Array a
              && !a.element().isReference();
      return e instanceof Expr.NewArray || isCopy;
    }

    /** True if the array was not there yet when it was read, or nobody knew it by that name. */
    private boolean isOtherArray(LoopNests.Position birth, int same) {
      return same < birth.loops().size()
          || read.number() < birth.number()
          || from.isPresent()
              && !from.get().base().equals(to.base())
              && nests().isOnlyName(to.base(), birth, written);
    }

    /** Where the array that is written into is made, if it is made for this variable. */
    private Optional<LoopNests.Position> made() {
      Stmt.Local declaration = assignments.declaration(to.base());
      boolean isMade =
          declaration != null
              && assignments.isSingle(to.base())
              && isNew(declaration.init().orElseThrow())
              && to.arrays().subList(0, to.arrays().size() - 1).stream()
                  .map(regions::of)
                  .allMatch(r -> rows().holds(r) && rows().areYounger(r, to.base()));
      return isMade ? nests().declaration(to.base()) : Optional.empty();
    }
  }
}
