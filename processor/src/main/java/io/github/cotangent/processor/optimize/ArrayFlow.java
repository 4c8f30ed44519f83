package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows small arrays through a body: whether a variable that is used leads to the newest array of
 * its class, so that one set of variables can stand for all of them; and which elements may be read
 * before they are written.
 */
final class ArrayFlow {

  /** What surely holds at a point of the program. */
  private record State(Set<Var> current, Map<Var, BitSet> written) {

    State copy() {
      Map<Var, BitSet> sets = new HashMap<>();
      written.forEach((v, set) -> sets.put(v, (BitSet) set.clone()));
      return new State(new HashSet<>(current), sets);
    }

    /** What holds wherever one came from; null where nobody comes from. */
    static State meet(State a, State b) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      State both = a.copy();
      both.current.retainAll(b.current);
      both.written.keySet().retainAll(b.written.keySet());
      both.written.forEach((v, set) -> set.and(b.written.get(v)));
      return both;
    }
  }

  /** A statement that can be left, or gone on with, by a jump. */
  private static final class Frame {
    private final Set<String> labels;
    private final boolean isLoop;
    private final boolean isSwitch;
    private State left;
    private State repeated;

    Frame(Set<String> labels, boolean isLoop, boolean isSwitch) {
      this.labels = Set.copyOf(labels);
      this.isLoop = isLoop;
      this.isSwitch = isSwitch;
    }
  }

  private final ArrayClasses classes;
  private final Predicate<Var> isFollowed;
  private final Set<Var> stale = new HashSet<>();
  private final Map<Var, BitSet> zeros = new HashMap<>();
  private final Deque<Frame> frames = new ArrayDeque<>();

  private ArrayFlow(ArrayClasses classes, Predicate<Var> isFollowed) {
    this.classes = classes;
    this.isFollowed = isFollowed;
  }

  /** Follows the arrays of some classes through a body. */
  static ArrayFlow of(Stmt.Block body, ArrayClasses classes, Predicate<Var> isFollowed) {
    ArrayFlow flow = new ArrayFlow(classes, isFollowed);
    flow.run(body, new State(new HashSet<>(), new HashMap<>()));
    return flow;
  }

  /** True if a variable of the class is used when a newer array of it has been made. */
  boolean isStale(Var v) {
    return stale.contains(classes.root(v));
  }

  /** True if the zero that a new array has at this place may be read. */
  boolean readsZero(Var v, int index) {
    BitSet read = zeros.get(classes.root(v));
    return read != null && read.get(index);
  }

  private State run(List<Stmt> ss, State in) {
    State at = in;
    for (Stmt s : ss) {
      at = run(s, at);
    }
    return at;
  }

  /** Runs a statement; it may change what it is given. */
  private State run(Stmt s, State in) {
    if (in == null) {
      return null;
    }
    if (s instanceof Stmt.Local l) {
      return given(l.var(), l.init(), in);
    }
    if (s instanceof Stmt.Assign a) {
      return assign(a, in);
    }
    if (s instanceof Stmt.Block b) {
      return run(b.statements(), in);
    }
    if (s instanceof Stmt.If f) {
      read(f.test(), in);
      State then = run(f.then(), in.copy());
      return State.meet(then, run(f.otherwise(), in.copy()));
    }
    if (s instanceof Stmt.Labeled || s.isLoop()) {
      return labeled(s, new HashSet<>(), in);
    }
    if (s instanceof Stmt.Switch w) {
      return choice(w, in);
    }
    if (s instanceof Stmt.Break b) {
      Frame to = target(b.label(), true);
      to.left = State.meet(to.left, in.copy());
      return null;
    }
    if (s instanceof Stmt.Continue c) {
      Frame to = target(c.label(), false);
      to.repeated = State.meet(to.repeated, in.copy());
      return null;
    }
    new Reader(in).walk(s);
    return s instanceof Stmt.Return || s instanceof Stmt.Throw ? null : in;
  }

  private State given(Var v, Optional<Expr> value, State in) {
    value.ifPresent(e -> read(e, in, v));
    if (!isFollowed.test(v)) {
      return in;
    }
    if (value.isEmpty()) {
      in.current.remove(v);
      return in;
    }
    if (value.get() instanceof Expr.Read r) {
      // Whether the source is the newest is asked where the variable is used.
      if (in.current.contains(r.var())) {
        in.current.add(v);
      } else {
        in.current.remove(v);
      }
      return in;
    }
    in.current.removeIf(x -> classes.root(x).equals(classes.root(v)));
    in.current.add(v);
    BitSet written = new BitSet();
    if (value.get() instanceof Expr.ArrayLiteral a) {
      written.set(0, a.elements().size());
    }
    in.written.put(classes.root(v), written);
    return in;
  }

  private State assign(Stmt.Assign s, State in) {
    if (s.target() instanceof Place.Variable v) {
      return given(v.var(), Optional.of(s.value()), in);
    }
    read(s.value(), in);
    Place.Slot slot = (Place.Slot) s.target();
    if (slot.array() instanceof Expr.Read r && isFollowed.test(r.var())) {
      check(r.var(), in);
      in.written
          .computeIfAbsent(classes.root(r.var()), x -> new BitSet())
          .set(ConstantInts.value(slot.index()).orElseThrow());
    } else {
      read(slot.array(), in);
      read(slot.index(), in);
    }
    return in;
  }

  private void check(Var v, State in) {
    if (!in.current.contains(v)) {
      stale.add(classes.root(v));
    }
  }

  private void read(Expr e, State in) {
    new Reader(in).walk(e);
  }

  private void read(Expr e, State in, Var target) {
    boolean isAlias = e instanceof Expr.Read && isFollowed.test(target);
    if (!isAlias) {
      read(e, in);
    }
  }

  private Frame target(Optional<String> label, boolean isBreak) {
    return frames.stream()
        .filter(
            f ->
                label.isPresent()
                    ? f.labels.contains(label.get())
                    : f.isLoop || isBreak && f.isSwitch)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a jump to nowhere"));
  }

  private State labeled(Stmt s, Set<String> labels, State in) {
    if (s instanceof Stmt.Labeled l) {
      labels.add(l.label());
      if (l.body().isLoop() || l.body() instanceof Stmt.Labeled) {
        return labeled(l.body(), labels, in);
      }
    }
    Frame frame = new Frame(labels, s.isLoop(), false);
    frames.push(frame);
    State out = s.isLoop() ? loop(s, frame, in) : run(((Stmt.Labeled) s).body(), in);
    frames.pop();
    return State.meet(out, frame.left);
  }

  private State choice(Stmt.Switch s, State in) {
    read(s.selector(), in);
    Frame frame = new Frame(Set.of(), false, true);
    frames.push(frame);
    boolean isComplete = s.arms().stream().anyMatch(Stmt.Arm::isDefault);
    State out = isComplete ? null : in.copy();
    for (Stmt.Arm a : s.arms()) {
      out = State.meet(out, run(a.body(), in.copy()));
    }
    frames.pop();
    return State.meet(out, frame.left);
  }

  private State loop(Stmt s, Frame frame, State in) {
    if (s instanceof Stmt.For f) {
      State head = run(f.init(), in);
      return loop(frame, head, f.test(), f.body(), f.update(), true);
    }
    if (s instanceof Stmt.While w) {
      return loop(frame, in, w.test(), w.body(), List.of(), true);
    }
    Stmt.DoWhile d = (Stmt.DoWhile) s;
    return loop(frame, in, d.test(), d.body(), List.of(), false);
  }

  private State loop(
      Frame frame, State in, Expr test, Stmt.Block body, List<Stmt> update, boolean testsFirst) {
    State head = in;
    while (true) {
      frame.left = null;
      frame.repeated = null;
      State at = head.copy();
      State exit = null;
      if (testsFirst) {
        read(test, at);
        exit = test.isTrue() ? null : at.copy();
      }
      at = State.meet(run(body, at), frame.repeated);
      at = run(update, at);
      if (!testsFirst && at != null) {
        read(test, at);
        exit = test.isTrue() ? null : at.copy();
      }
      State next = State.meet(head, at);
      if (next.equals(head)) {
        return exit;
      }
      head = next;
    }
  }

  /** Reads of elements, in what is evaluated at one point. */
  private final class Reader extends Walker {
    private final State at;

    Reader(State at) {
      this.at = at;
    }

    @Override
    public Void visit(Expr.Element e) {
      if (e.array() instanceof Expr.Read r && isFollowed.test(r.var())) {
        check(r.var(), at);
        int index = ConstantInts.value(e.index()).orElseThrow();
        BitSet written = at.written().get(classes.root(r.var()));
        if (written == null || !written.get(index)) {
          zeros.computeIfAbsent(classes.root(r.var()), x -> new BitSet()).set(index);
        }
        return null;
      }
      return super.visit(e);
    }
  }
}
