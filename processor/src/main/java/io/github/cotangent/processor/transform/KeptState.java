package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the state of a loop with checkpoints is kept: for each variable, and for the contents of
 * each array, its value at the loop's start, recorded in the forward pass, and an array of slots in
 * the backward pass.
 */
final class KeptState {

  private static final Type.ClassType SYSTEM =
      new Type.ClassType("java.lang", List.of("System"), List.of(), true);

  /** One part of the state. */
  private final class Part {
    /** A variable, or an array whose contents are meant. */
    private final Expr what;

    private final boolean isContents;
    private final Type type;
    private final String name;
    private Expr start;
    private Var slots;

    Part(Expr what, boolean isContents, Type type, String name, Expr start) {
      this.what = what;
      this.isContents = isContents;
      this.type = type;
      this.name = name;
      this.start = start;
    }

    Expr now() {
      if (!isContents) {
        return what;
      }
      Expr copy =
          hasRows() ? Make.call(Make.RANGES, "saveRows", type, what) : Make.invokeClone(what);
      return whereThere(copy);
    }

    private boolean hasRows() {
      return what.type().rank() > 1;
    }

    /** Null where there is no array, or no record that it would be in. */
    private Expr whereThere(Expr copy) {
      Expr value = copy;
      for (Expr e : maybeNull()) {
        Expr nothing = new Expr.Literal(type, "null");
        value = new Expr.Conditional(isNull(e, true), nothing, value, type);
      }
      return value;
    }

    /** What may be null on the way to an array, itself first, then the records that it is in. */
    private List<Expr> maybeNull() {
      List<Expr> path = new ArrayList<>();
      if (facts.nulls().mayBeNull(what)) {
        path.add(what);
        for (Expr e = what; e instanceof Expr.Component c; e = c.record()) {
          path.add(c.record());
        }
      }
      return path;
    }

    /** Puts a kept value back. */
    Stmt restore(Expr kept, boolean declares) {
      if (!isContents) {
        Var v = ((Expr.Read) what).var();
        return declares ? Make.local(v, kept) : Make.assign(v, kept);
      }
      Expr put =
          hasRows()
              ? Make.call(Make.RANGES, "restoreRows", Type.VOID, kept, what)
              : Make.call(
                  SYSTEM,
                  "arraycopy",
                  Type.VOID,
                  kept,
                  Make.literal(0),
                  what,
                  Make.literal(0),
                  new Expr.Length(what));
      Stmt code = Make.evaluate(put);
      for (Expr e : maybeNull()) {
        code =
            new Stmt.If(
                isNull(e, false), Stmt.Block.of(List.of(code)), Stmt.Block.EMPTY, Origin.NONE);
      }
      return code;
    }

    private static Expr isNull(Expr e, boolean is) {
      Expr.Binary.Op op = is ? Expr.Binary.Op.EQ : Expr.Binary.Op.NE;
      return Make.binary(op, e, new Expr.Literal(e.type(), "null"));
    }

    Expr slot(Expr index) {
      return new Expr.Element(Make.read(slots), index);
    }
  }

  private final Checkpointing facts;
  private final Stmt loop;
  private final Storage storage;
  private final Plan plan;
  private final Set<Var> header = new HashSet<>();
  private final List<Part> parts = new ArrayList<>();

  /**
   * The state of one loop.
   *
   * @param derived variables that need not be kept, because their values are known otherwise
   */
  KeptState(Checkpointing facts, Stmt loop, Storage storage, Plan plan, Set<Var> derived) {
    this.facts = facts;
    this.loop = loop;
    this.storage = storage;
    this.plan = plan;
    LoopState state = facts.state(loop);
    for (Stmt s : loop instanceof Stmt.For f ? f.init() : List.<Stmt>of()) {
      header.add(((Stmt.Local) s).var());
    }
    for (Var v : state.variables()) {
      if (!derived.contains(v)) {
        parts.add(new Part(Make.read(v), false, v.type(), v.name(), startInHeader(v)));
      }
    }
    for (Expr array : state.arrays()) {
      Type type = array.type().rank() > 1 ? new Type.Array(array.type()) : array.type();
      parts.add(new Part(array, true, type, name(array, state), null));
    }
  }

  /** The value that a variable in the header starts from, which never changes; or null. */
  private Expr startInHeader(Var v) {
    if (!header.contains(v)) {
      return null;
    }
    return ((Stmt.For) loop)
        .init().stream()
            .map(Stmt.Local.class::cast)
            .filter(l -> l.var().equals(v))
            .findFirst()
            .flatMap(Stmt.Local::init)
            .orElseThrow();
  }

  private static String name(Expr array, LoopState state) {
    if (array instanceof Expr.Component c) {
      return name(c.record(), state) + Names.capitalized(c.name());
    }
    Var v = ((Expr.Read) array).var();
    return state.variables().contains(v) && v.type() instanceof Type.Array
        ? v.name() + "Contents"
        : v.name();
  }

  /** The value of a part at the loop's start, in the backward pass; to be asked for once. */
  private Expr start(Part part) {
    if (part.start != null) {
      return part.start;
    }
    Recorded kept =
        storage.value(
            part.name + "Start",
            part.type,
            how ->
                Explanation.of(
                    loop.origin(), loop.origin().text(), Reason.of(Why.STATE, part.what, how)));
    plan.before(loop, List.of(kept.store(part.now()), new Stmt.Comment("^to run the loop again")));
    return kept.load();
  }

  /** Declares the slots; the first holds the state at the start. */
  List<Stmt> declare(Expr size) {
    List<Stmt> code = new ArrayList<>();
    for (Part part : parts) {
      Type.Array type = new Type.Array(part.type);
      part.slots = facts.adjoints().keeping(part.name + "Kept", type);
      code.add(Make.local(part.slots, new Expr.NewArray(type, List.of(size))));
      code.add(Make.assign(new Place.Slot(Make.read(part.slots), Make.literal(0)), start(part)));
    }
    return code;
  }

  /** True for a variable that the loop's header declares. */
  boolean isInHeader(Var v) {
    return header.contains(v);
  }

  /** The value that a variable had at the loop's start. */
  Expr atStart(Var v) {
    return parts.stream()
        .filter(p -> !p.isContents && p.what.equals(Make.read(v)))
        .findFirst()
        .orElseThrow()
        .slot(Make.literal(0));
  }

  /** Keeps the present state. */
  List<Stmt> keep(Expr slot) {
    List<Stmt> code = new ArrayList<>();
    for (Part part : parts) {
      code.add(Make.assign(new Place.Slot(Make.read(part.slots), slot), part.now()));
    }
    return code;
  }

  /** Puts a state back; what the loop's header declares is declared here. */
  List<Stmt> restore(Expr slot) {
    List<Stmt> code = new ArrayList<>();
    for (Part part : parts) {
      boolean declares = part.what instanceof Expr.Read r && header.contains(r.var());
      code.add(part.restore(part.slot(slot), declares));
    }
    return code;
  }

  /**
   * Puts back what others read of the state at the start.
   *
   * @param isReversed true where the slots are there
   */
  List<Stmt> restoreStart(Reads needed, boolean isReversed) {
    Set<Expr> moved = new HashSet<>();
    List<Part> chosen = new ArrayList<>();
    for (Part part : parts) {
      if (part.isContents && isNeeded(part, needed)) {
        moved.add(base(part.what));
        chosen.add(part);
      }
    }
    List<Stmt> code = new ArrayList<>();
    for (Part part : parts) {
      boolean isOwn = part.start != null;
      boolean isChosen =
          part.isContents
              ? chosen.contains(part)
              : !isOwn && (isNeeded(part, needed) || moved.contains(part.what));
      if (isChosen) {
        Expr kept = isReversed ? part.slot(Make.literal(0)) : start(part);
        code.add(part.restore(kept, false));
      }
    }
    return code;
  }

  private boolean isNeeded(Part part, Reads needed) {
    if (!part.isContents) {
      return needed.vars().contains(((Expr.Read) part.what).var());
    }
    return facts.regions().reachable(part.what.type(), facts.regions().of(part.what)).stream()
        .anyMatch(needed.regions()::contains);
  }

  private static Expr base(Expr e) {
    return e instanceof Expr.Component c ? base(c.record()) : e;
  }
}
