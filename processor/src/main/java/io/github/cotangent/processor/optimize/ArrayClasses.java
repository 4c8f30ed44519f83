package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The array variables of a function, in classes: two that are assigned to each other are in one. Of
 * each class it is known where its arrays are made, how long they are, and what else is done with
 * them.
 */
final class ArrayClasses {

  /** The longest array that becomes variables. */
  static final int MAX_LENGTH = 8;

  /** What is known of a class. */
  static final class Facts {
    private final List<Var> members = new ArrayList<>();
    private Var maker;
    private int length = -1;
    private Origin madeAt = Origin.NONE;

    /** Why the length is not known; null if it is, as for the following. */
    private Reason unknown;

    private Reason returned;
    private Reason escaping;
    private Reason indexed;

    /** The variables. */
    List<Var> members() {
      return members;
    }

    /**
     * The variable after which the elements are named: one of the user's that is given an array, if
     * there is any.
     */
    Var named(Predicate<Var> isMade) {
      Var first = maker == null ? members.get(0) : maker;
      return !isMade.test(first)
          ? first
          : members.stream().filter(v -> !isMade.test(v)).findFirst().orElse(first);
    }

    /** The number of elements of each of its arrays. */
    int length() {
      return length;
    }

    /** True if all of its arrays are made here, short, and equally long. */
    boolean isSmall() {
      return unknown == null && length >= 1 && length <= MAX_LENGTH;
    }

    /** True if the function returns one of its arrays: they stay arrays. */
    boolean isReturned() {
      return returned != null;
    }

    /** True if nothing is done but reading and writing elements at indices that are known. */
    boolean isContained() {
      return isSmall() && returned == null && escaping == null && indexed == null;
    }

    /** Where the first of its arrays is made with a known length. */
    Origin madeAt() {
      return madeAt;
    }

    /** The first thing that keeps its arrays from becoming variables, if anything does. */
    Optional<Reason> hindrance() {
      Reason size =
          length > MAX_LENGTH ? Reason.of(Why.TOO_MANY_ELEMENTS, length, MAX_LENGTH) : null;
      Reason empty = length == 0 ? Reason.of(Why.NO_ELEMENTS) : null;
      return Stream.of(unknown, size, empty, returned, escaping, indexed)
          .flatMap(Stream::ofNullable)
          .findFirst();
    }

    private void made(Var v, int size, boolean isBetter, Origin at) {
      if (maker == null || isBetter) {
        maker = v;
        madeAt = at;
      }
      differs(size);
      length = size;
    }

    private void differs(int size) {
      if (length >= 0 && size >= 0 && length != size) {
        unknown = first(unknown, Reason.of(Why.OTHER_LENGTHS));
      }
    }

    private void add(Facts other) {
      members.addAll(other.members);
      if (maker == null) {
        maker = other.maker;
        madeAt = other.madeAt;
      }
      differs(other.length);
      length = Math.max(length, other.length);
      unknown = first(unknown, other.unknown);
      returned = first(returned, other.returned);
      escaping = first(escaping, other.escaping);
      indexed = first(indexed, other.indexed);
    }
  }

  private static Reason first(Reason a, Reason b) {
    return a != null ? a : b;
  }

  private final Map<Var, Var> parents = new HashMap<>();
  private final Map<Var, Facts> facts = new LinkedHashMap<>();
  private final Predicate<Var> isMade;

  private ArrayClasses(Predicate<Var> isMade) {
    this.isMade = isMade;
  }

  /**
   * The classes of a function with this body.
   *
   * @param isMade tells variables that the user did not write
   */
  static ArrayClasses of(Function f, Stmt.Block body, Predicate<Var> isMade) {
    ArrayClasses classes = new ArrayClasses(isMade);
    for (Var p : f.parameters()) {
      if (Crossing.ARRAYS.test(p.type())) {
        classes.facts(p).unknown = Reason.of(Why.OTHER_LENGTHS);
      }
    }
    classes.new Collector().walk(body);
    return classes;
  }

  /** The variable that stands for a class. */
  Var root(Var v) {
    Var at = v;
    while (parents.get(at) != null) {
      at = parents.get(at);
    }
    return at;
  }

  /** What is known of the class of an array variable. */
  Facts facts(Var v) {
    return facts.computeIfAbsent(
        root(v),
        x -> {
          Facts made = new Facts();
          made.members.add(x);
          return made;
        });
  }

  /** All classes, in order of appearance. */
  List<Facts> all() {
    return List.copyOf(facts.values());
  }

  private void unite(Var a, Var b) {
    facts(a);
    facts(b);
    Var keep = root(a);
    Var lost = root(b);
    if (!keep.equals(lost)) {
      parents.put(lost, keep);
      facts.get(keep).add(facts.remove(lost));
    }
  }

  private static boolean isArray(Var v) {
    return Crossing.ARRAYS.test(v.type());
  }

  private final class Collector extends Walker {
    private boolean inHeader;
    private Origin here = Origin.NONE;

    private Reason here(Why why) {
      return Reason.at(here, why, here.text());
    }

    private void given(Var v, Expr value) {
      if (value instanceof Expr.Read r && isArray(r.var())) {
        unite(r.var(), v);
      } else if (value instanceof Expr.NewArray a
          && a.sizes().size() == 1
          && ConstantInts.value(a.sizes().get(0)).isPresent()) {
        made(v, ConstantInts.value(a.sizes().get(0)).getAsInt());
      } else if (value instanceof Expr.ArrayLiteral a) {
        made(v, a.elements().size());
        a.elements().forEach(this::walk);
      } else {
        facts(v).unknown = first(facts(v).unknown, Reason.of(Why.OTHER_LENGTHS));
        walk(value);
      }
    }

    private void made(Var v, int size) {
      Facts known = facts(v);
      boolean isBetter = known.maker != null && isMade.test(known.maker) && !isMade.test(v);
      known.made(v, size, isBetter, here);
    }

    private void use(Var v, Expr index) {
      OptionalInt at = ConstantInts.value(index);
      Facts known = facts(v);
      boolean isInside = at.isPresent() && at.getAsInt() >= 0 && at.getAsInt() < known.length;
      if (!isInside) {
        known.indexed = first(known.indexed, here(Why.UNKNOWN_INDEX));
      }
      walk(index);
    }

    @Override
    protected void read(Var v) {
      if (isArray(v)) {
        facts(v).escaping = first(facts(v).escaping, here(Why.USED_WHOLE));
      }
    }

    @Override
    public Void visit(Stmt.Local s) {
      here = s.origin();
      if (!isArray(s.var())) {
        return super.visit(s);
      }
      if (inHeader) {
        facts(s.var()).unknown = first(facts(s.var()).unknown, here(Why.USED_WHOLE));
      }
      s.init().ifPresent(e -> given(s.var(), e));
      return null;
    }

    @Override
    public Void visit(Stmt.Evaluate s) {
      here = s.origin();
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.If s) {
      here = s.origin();
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      here = s.origin();
      if (s.target() instanceof Place.Variable v && isArray(v.var())) {
        given(v.var(), s.value());
        return null;
      }
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.For s) {
      here = s.origin();
      inHeader = true;
      walk(s.init());
      inHeader = false;
      walk(s.test());
      walk(s.body());
      walk(s.update());
      return null;
    }

    @Override
    public Void visit(Stmt.Return s) {
      here = s.origin();
      if (s.value().isPresent() && s.value().get() instanceof Expr.Read r && isArray(r.var())) {
        facts(r.var()).returned = first(facts(r.var()).returned, here(Why.IS_RETURNED));
        return null;
      }
      return super.visit(s);
    }

    @Override
    public Void visit(Expr.Element e) {
      if (e.array() instanceof Expr.Read r && isArray(r.var())) {
        use(r.var(), e.index());
        return null;
      }
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Length e) {
      return e.array() instanceof Expr.Read r && isArray(r.var()) ? null : super.visit(e);
    }

    @Override
    protected void place(Place p) {
      if (p instanceof Place.Slot s && s.array() instanceof Expr.Read r && isArray(r.var())) {
        use(r.var(), s.index());
      } else {
        super.place(p);
      }
    }
  }
}
