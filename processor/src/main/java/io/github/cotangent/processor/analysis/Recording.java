package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which statements must save what they overwrite, because the adjoint of a statement executed
 * before reads it: the "to be recorded" analysis (Hascoët, Naumann and Pascual 2005, "To be
 * recorded analysis in reverse-mode automatic differentiation").
 *
 * <p>A forward data flow. The state at a point is what adjoints of earlier statements read: a
 * variable leaves the state when it is saved and overwritten, and stays in it when the assignment
 * is undone from the new value instead; the contents of a region stay in it, because an assignment
 * overwrites one element only. Whether that is one that is read, {@link ElementOrder} tells.
 */
public final class Recording {

  /** What the analysis asks of the derivative, statement by statement. */
  public interface Adjoints {
    /** What the adjoint of a statement reads, as it was before the statement. */
    Reads before(Stmt s);

    /** What the adjoint of a statement reads, as it was behind the statement. */
    Reads after(Stmt s);

    /** What running a loop backward reads, as it was when the loop ended. */
    Reads bounds(Stmt.For loop);

    /** The regions that a statement overwrites without restoring them itself. */
    List<Regions.Region> overwritten(Stmt s);

    /** What running a loop with checkpoints again needs. */
    Rerun rerun(Stmt loop);

    /** What putting back the overwritten contents reads, as it was before the statement. */
    Reads restoring(Stmt s);

    /**
     * What undoing an assignment reads, besides the value that it assigned; nothing where the old
     * value is saved.
     */
    Optional<Reads> undoing(Stmt s);
  }

  /**
   * What running a loop again needs.
   *
   * @param assigned variables from outside of the loop that it assigns: they are put back
   * @param reads what must be there again, and is not put back
   */
  public record Rerun(Set<Var> assigned, Reads reads) {}

  private final Jumps jumps;
  private final FinalValues finals;
  private final ElementOrder order;
  private final Adjoints adjoints;
  private final Map<Stmt, String> savedVars = new IdentityHashMap<>();
  private final Map<Stmt, String> savedContents = new IdentityHashMap<>();
  private final Map<Stmt, Boolean> initial = new IdentityHashMap<>();
  private int loops;
  private Map<Stmt, Needs> breaks = new IdentityHashMap<>();
  private Map<Stmt, Needs> continues = new IdentityHashMap<>();
  private final Map<Stmt, Needs> atStart = new IdentityHashMap<>();

  private Recording(Jumps jumps, FinalValues finals, ElementOrder order, Adjoints adjoints) {
    this.order = order;
    this.jumps = jumps;
    this.finals = finals;
    this.adjoints = adjoints;
  }

  /**
   * The statements of a body that must save.
   *
   * @param neededAtEntry contents that a caller's adjoints will read after this function's
   */
  public static Recording of(
      Stmt.Block body,
      Jumps jumps,
      FinalValues finals,
      ElementOrder order,
      Adjoints adjoints,
      Set<Regions.Region> neededAtEntry) {
    Recording recording = new Recording(jumps, finals, order, adjoints);
    int before;
    do {
      before = recording.size();
      Needs entry = new Needs();
      neededAtEntry.forEach(r -> entry.add(r, order.atEntry(), ""));
      recording.flow(body.statements(), entry);
    } while (recording.size() != before);
    return recording;
  }

  private int size() {
    return savedVars.size() + savedContents.size();
  }

  /**
   * The source of a statement whose adjoint reads the old value of the variable that this statement
   * assigns; nothing if no adjoint does.
   */
  public Optional<String> readerOfVariable(Stmt s) {
    return Optional.ofNullable(savedVars.get(s));
  }

  /**
   * The source of a statement whose adjoint reads what this statement overwrites in arrays, empty
   * if it is the caller's; nothing if no adjoint does.
   */
  public Optional<String> readerOfContents(Stmt s) {
    return Optional.ofNullable(savedContents.get(s));
  }

  /** True if the statement gives its first value to a variable that was declared without one. */
  public boolean isInitial(Stmt s) {
    return initial.getOrDefault(s, false);
  }

  /** What adjoints read of the state at the start of a loop with checkpoints. */
  public Reads neededAtStart(Stmt loop) {
    Needs needs = atStart.get(loop);
    return needs == null ? Reads.NONE : needs.reads();
  }

  private Needs flow(List<Stmt> statements, Needs in) {
    Needs state = in;
    for (Stmt s : statements) {
      if (state == null) {
        return null;
      }
      state = flow(s, state);
    }
    return state;
  }

  /** The state behind a statement; null where its end is not reached. */
  private Needs flow(Stmt s, Needs in) {
    if (s instanceof Stmt.Block b) {
      return flow(b.statements(), in);
    }
    if (s instanceof Stmt.If i) {
      return join(flow(i.then(), in.copy()), flow(i.otherwise(), in));
    }
    if (s instanceof Stmt.Switch w) {
      return choice(w, in);
    }
    if (s instanceof Stmt.For f) {
      Needs start = flow(f.init(), in);
      List<Stmt> update = f.update();
      Needs out = loop(f, f.body(), update, start, f.test().isTrue(), true);
      if (out != null) {
        read(out, adjoints.bounds(f), f, true);
      }
      return out;
    }
    if (s instanceof Stmt.While w) {
      return loop(w, w.body(), List.of(), in, w.test().isTrue(), true);
    }
    if (s instanceof Stmt.DoWhile d) {
      return loop(d, d.body(), List.of(), in, d.test().isTrue(), false);
    }
    if (s instanceof Stmt.Labeled l) {
      breaks.remove(l);
      return join(flow(l.body(), in), breaks.remove(l));
    }
    if (s instanceof Stmt.Break) {
      breaks.merge(jumps.target(s), in, Recording::join);
      return null;
    }
    if (s instanceof Stmt.Continue) {
      continues.merge(jumps.target(s), in, Recording::join);
      return null;
    }
    if (s instanceof Stmt.Throw || s instanceof Stmt.Return) {
      read(in, adjoints.before(s), s, false);
      return null;
    }
    return simple(s, in);
  }

  private static Needs join(Needs a, Needs b) {
    if (a == null) {
      return b;
    }
    a.join(b);
    return a;
  }

  private Needs choice(Stmt.Switch s, Needs in) {
    breaks.remove(s);
    Needs out = s.arms().stream().anyMatch(Stmt.Arm::isDefault) ? null : in.copy();
    for (Stmt.Arm a : s.arms()) {
      out = join(flow(a.body(), in.copy()), out);
    }
    return join(out, breaks.remove(s));
  }

  private Needs loop(
      Stmt loop, Stmt.Block body, List<Stmt> update, Needs in, boolean endless, boolean testFirst) {
    if (Stmt.Checkpoint.of(body).isPresent()) {
      return checkpointed(loop, body, update, in, endless);
    }
    Needs head = in;
    Needs out;
    boolean changed;
    loops++;
    do {
      breaks.remove(loop);
      continues.remove(loop);
      Needs end = join(flow(body, head.copy()), continues.remove(loop));
      end = end == null ? null : flow(update, end);
      out = endless ? null : testFirst ? join(head.copy(), end) : end;
      changed = head.join(end);
    } while (changed);
    loops--;
    return join(out == null ? null : out.copy(), breaks.remove(loop));
  }

  /**
   * A loop that is run again. Each of its steps starts from a state put back, so nothing read
   * before it is of concern; and the state at the start of the loop is put back in the end.
   */
  private Needs checkpointed(
      Stmt loop, Stmt.Block body, List<Stmt> update, Needs in, boolean endless) {
    atStart.computeIfAbsent(loop, k -> new Needs()).join(in);
    Map<Stmt, Needs> outerBreaks = breaks;
    Map<Stmt, Needs> outerContinues = continues;
    int outerLoops = loops;
    breaks = new IdentityHashMap<>();
    continues = new IdentityHashMap<>();
    loops = 0;
    Needs end = flow(body, new Needs());
    end = join(end, continues.remove(loop));
    if (end != null) {
      flow(update, end);
    }
    Rerun rerun = adjoints.rerun(loop);
    Needs out = in.copy();
    out.forget(rerun.assigned());
    out.add(rerun.reads(), loop.origin().text());
    boolean ends = breaks.remove(loop) != null || !endless;
    breaks.keySet().forEach(target -> outerBreaks.merge(target, out.copy(), Recording::join));
    continues.keySet().forEach(target -> outerContinues.merge(target, out.copy(), Recording::join));
    breaks = outerBreaks;
    continues = outerContinues;
    loops = outerLoops;
    return ends ? out : null;
  }

  /** The adjoint of a statement reads, as it was before or after it. */
  private void read(Needs in, Reads reads, Stmt s, boolean after) {
    String reader = s.origin().text();
    reads.vars().forEach(v -> in.add(v, reader));
    for (Regions.Region r : reads.regions()) {
      Set<Expr.Element> elements = reads.elements().get(r);
      if (!order.asksFor(r)) {
        in.add(r, ElementOrder.Site.ANY, reader);
      } else if (elements == null) {
        in.add(r, order.site(s, after), reader);
      } else {
        elements.forEach(e -> in.add(r, order.site(s, after, e), reader));
      }
    }
  }

  /** The first reader of what a statement overwrites in a region. */
  private Optional<String> reader(Stmt s, Needs in, List<Regions.Region> overwritten) {
    boolean isOneElement =
        s instanceof Stmt.Assign a && a.target() instanceof Place.Slot && overwritten.size() == 1;
    return overwritten.stream()
        .flatMap(r -> in.readers(r).entrySet().stream())
        .filter(read -> !isOneElement || order.mayOverwrite((Stmt.Assign) s, read.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Needs simple(Stmt s, Needs in) {
    read(in, adjoints.before(s), s, false);
    List<Regions.Region> overwritten = adjoints.overwritten(s);
    Var var = null;
    if (s instanceof Stmt.Assign a && a.target() instanceof Place.Variable v) {
      var = v.var();
    } else if (s instanceof Stmt.Local l && (l.init().isPresent() || finals.holds(l))) {
      var = l.var(); // It had another value in the iteration before.
    }
    boolean isInitial = s instanceof Stmt.Assign && in.assign(var);
    initial.put(s, isInitial);
    if (s instanceof Stmt.Local l && l.init().isEmpty() && loops == 0) {
      in.declare(l.var());
    }
    if (var != null && in.reader(var).isPresent() && !isInitial) {
      savedVars.putIfAbsent(s, in.reader(var).get());
    }
    Optional<String> reader = reader(s, in, overwritten);
    if (reader.isPresent()) {
      savedContents.putIfAbsent(s, reader.get());
      read(in, adjoints.restoring(s), s, false);
    }
    Optional<Reads> undoing = savedVars.containsKey(s) ? adjoints.undoing(s) : Optional.empty();
    if (undoing.isPresent()) {
      in.add(undoing.get(), s.origin().text());
    } else {
      in.forget(var);
    }
    read(in, adjoints.after(s), s, true);
    return in;
  }
}
