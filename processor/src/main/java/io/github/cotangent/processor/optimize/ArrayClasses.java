package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

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
    private boolean isUnknown;
    private boolean isReturned;
    private boolean escapes;
    private boolean isIndexed;

    /** The variables. */
    List<Var> members() {
      return members;
    }

    /**
     * The variable after which the elements are named: one of the user's that is given an array.
     */
    Var named(Predicate<Var> isMade) {
      return !isMade.test(maker)
          ? maker
          : members.stream().filter(v -> !isMade.test(v)).findFirst().orElse(maker);
    }

    /** The number of elements of each of its arrays. */
    int length() {
      return length;
    }

    /** True if all of its arrays are made here, short, and equally long. */
    boolean isSmall() {
      return !isUnknown && length >= 1 && length <= MAX_LENGTH;
    }

    /** True if the function returns one of its arrays: they stay arrays. */
    boolean isReturned() {
      return isReturned;
    }

    /** True if nothing is done but reading and writing elements at indices that are known. */
    boolean isContained() {
      return isSmall() && !isReturned && !escapes && !isIndexed;
    }

    private void made(Var v, int size, boolean isBetter) {
      if (maker == null || isBetter) {
        maker = v;
      }
      isUnknown |= length >= 0 && length != size;
      length = size;
    }

    private void add(Facts other) {
      members.addAll(other.members);
      if (maker == null) {
        maker = other.maker;
      }
      isUnknown |= other.isUnknown || length >= 0 && other.length >= 0 && length != other.length;
      length = Math.max(length, other.length);
      isReturned |= other.isReturned;
      escapes |= other.escapes;
      isIndexed |= other.isIndexed;
    }
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
      if (InPlaceCalls.isSmallArrayType(p.type())) {
        classes.facts(p).isUnknown = true;
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
    return InPlaceCalls.isSmallArrayType(v.type());
  }

  private final class Collector extends Walker {
    private boolean inHeader;

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
        facts(v).isUnknown = true;
        walk(value);
      }
    }

    private void made(Var v, int size) {
      Facts known = facts(v);
      boolean isBetter = known.maker != null && isMade.test(known.maker) && !isMade.test(v);
      known.made(v, size, isBetter);
    }

    private void use(Var v, Expr index) {
      OptionalInt at = ConstantInts.value(index);
      Facts known = facts(v);
      boolean isInside = at.isPresent() && at.getAsInt() >= 0 && at.getAsInt() < known.length;
      known.isIndexed |= !isInside;
      walk(index);
    }

    @Override
    protected void read(Var v) {
      if (isArray(v)) {
        facts(v).escapes = true;
      }
    }

    @Override
    public Void visit(Stmt.Local s) {
      if (!isArray(s.var())) {
        return super.visit(s);
      }
      facts(s.var()).isUnknown |= inHeader;
      s.init().ifPresent(e -> given(s.var(), e));
      return null;
    }

    @Override
    public Void visit(Stmt.Assign s) {
      if (s.target() instanceof Place.Variable v && isArray(v.var())) {
        given(v.var(), s.value());
        return null;
      }
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.For s) {
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
      if (s.value().isPresent() && s.value().get() instanceof Expr.Read r && isArray(r.var())) {
        facts(r.var()).isReturned = true;
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
