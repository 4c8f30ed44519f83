package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a statement overwrites in arrays, and how it is put back: an element, the range of one of
 * the JDK's array operations, or all that a call without a derivative may reach.
 */
final class Overwriting {

  private static final Set<String> SORTS = Set.of("sort", "parallelSort");

  private final Regions regions;
  private final Summaries summaries;

  Overwriting(Regions regions, Summaries summaries) {
    this.regions = regions;
    this.summaries = summaries;
  }

  /** The regions whose contents the statement changes. */
  List<Regions.Region> contents(Stmt s) {
    List<Regions.Region> out = new ArrayList<>();
    if (slot(s) != null) {
      out.add(regions.of(slot(s).array()));
    }
    for (Expr array : arrays(s)) {
      if (arrayCall(s) != null || isSort(s)) {
        out.add(regions.of(array)); // Rows and records move as references.
      } else {
        out.addAll(regions.reachable(array.type(), regions.of(array)));
      }
    }
    return out;
  }

  /** The arrays that the statement writes into; of a call's arguments, their rows as well. */
  List<Expr> written(Stmt s) {
    List<Expr> out = new ArrayList<>(arrays(s));
    if (slot(s) != null) {
      out.add(slot(s).array());
    }
    return out;
  }

  /** What {@link #restore} reads, as it was before the statement. */
  Reads restoring(Stmt s) {
    List<Expr> operands = new ArrayList<>(arrays(s));
    if (slot(s) != null) {
      operands.add(slot(s).array());
      operands.add(slot(s).index());
    }
    if (arrayCall(s) != null) {
      operands.addAll(arrayCall(s).bounds());
    }
    Reads reads = Reads.NONE;
    for (Expr e : operands) {
      reads = reads.and(Reads.of(e, regions));
    }
    return reads;
  }

  /** The backward code that puts everything back; what it needs is saved in the forward sweep. */
  List<Stmt> restore(Stmt s, Storage storage, Plan plan, String reader) {
    List<Stmt> code = new ArrayList<>();
    Place.Slot slot = slot(s);
    if (slot != null) {
      Recorded saved =
          storage.value(
              wish(slot.array()),
              slot.type(),
              kept ->
                  Explanation.of(
                      s.origin(), Printer.print(slot.read()), kept, why(s, slot.array(), reader)));
      plan.before(s, save(saved, slot.read(), reader));
      code.add(Make.assign(slot, saved.load()));
    }
    for (Expr array : arrays(s)) {
      code.add(restoreArray(array, storage, plan, s, reader));
    }
    return code;
  }

  private static Stmt restoreArray(Expr array, Storage storage, Plan plan, Stmt s, String reader) {
    ArrayCall call = arrayCall(s);
    Type.Array type = (Type.Array) array.type();
    boolean isDeep = call == null && !isSort(s);
    if (isDeep && type.leaf() instanceof Type.Record r && !r.arrayTypes().isEmpty()) {
      throw new Refusal(
          ErrorId.UNSUPPORTED_EXPRESSION,
          s.origin(),
          "A call that may overwrite the arrays in an array of records",
          "Pass the arrays themselves.");
    }
    boolean hasRows = isDeep && type.rank() > 1;
    Type savedType = hasRows ? new Type.Array(type) : type;
    Expr from = from(call);
    Expr copy =
        hasRows
            ? Make.call(Make.RANGES, "saveRows", savedType, array)
            : Make.call(Make.RANGES, "save", savedType, array, from, length(array, call));
    Recorded saved =
        storage.value(
            wish(array),
            savedType,
            kept -> Explanation.of(s.origin(), Printer.print(array), kept, why(s, array, reader)));
    Expr putBack =
        hasRows
            ? Make.call(Make.RANGES, "restoreRows", Type.VOID, saved.load(), array)
            : Make.call(Make.RANGES, "restore", Type.VOID, saved.load(), array, from);
    plan.before(s, ifThere(array, save(saved, copy, reader)));
    return ifThere(array, List.of(Make.evaluate(putBack))).get(0);
  }

  /** Why what a statement overwrites in an array is saved. */
  private static Reason why(Stmt s, Expr array, String reader) {
    Reason why = why(s, reader);
    Var base = Reads.base(array);
    boolean isNamed =
        base == null
            || Names.isMade(base)
            || reader.matches("(?s).*\\b" + Pattern.quote(base.name()) + "\\b.*");
    return why.why() != Why.OVERWRITTEN || isNamed
        ? why
        : Reason.of(Why.OVERWRITTEN_UNSEEN, s.origin().text(), reader);
  }

  /** Why what a statement overwrites is saved. */
  static Reason why(Stmt s, String reader) {
    String by = s.origin().text();
    if (reader.isEmpty()) {
      return Reason.of(Why.OVERWRITTEN_FOR_CALLER, by);
    }
    return reader.equals(by)
        ? Reason.of(Why.OVERWRITTEN_BY_ITSELF, by)
        : Reason.of(Why.OVERWRITTEN, by, reader);
  }

  private static Expr from(ArrayCall call) {
    if (call == null || call.bounds().isEmpty()) {
      return Make.literal(0);
    }
    return call.bounds().get(call.kind() == ArrayCall.Kind.ARRAYCOPY ? 1 : 0);
  }

  private static Expr length(Expr array, ArrayCall call) {
    if (call == null || call.bounds().isEmpty()) {
      return new Expr.Length(array);
    }
    return call.kind() == ArrayCall.Kind.ARRAYCOPY
        ? call.bounds().get(2)
        : Make.subtract(call.bounds().get(1), call.bounds().get(0));
  }

  /** Code about an array in a record, where there is a record: a call may be given null. */
  private static List<Stmt> ifThere(Expr array, List<Stmt> code) {
    List<Stmt> guarded = code;
    for (Expr e = array; e instanceof Expr.Component c; e = c.record()) {
      Expr there =
          Make.binary(Expr.Binary.Op.NE, c.record(), new Expr.Literal(c.record().type(), "null"));
      guarded = List.of(new Stmt.If(there, Stmt.Block.of(guarded), Stmt.Block.EMPTY, Origin.NONE));
    }
    return guarded;
  }

  /** What is saved says for whom. */
  static List<Stmt> save(Recorded saved, Expr value, String reader) {
    Stmt.Comment comment =
        reader.isEmpty()
            ? new Stmt.Comment("^may be needed by the caller")
            : Readers.comment(reader);
    return List.of(saved.store(value), comment);
  }

  private static String wish(Expr array) {
    Var base = Reads.base(array);
    return (base == null ? "element" : base.name()) + "Saved";
  }

  private static Place.Slot slot(Stmt s) {
    return s instanceof Stmt.Assign a && a.target() instanceof Place.Slot slot ? slot : null;
  }

  private static ArrayCall arrayCall(Stmt s) {
    return s instanceof Stmt.Evaluate e
            && e.expr() instanceof Expr.Call c
            && c.callee().kind() == Callee.Kind.ARRAY
        ? ArrayCall.of(c)
        : null;
  }

  /** True for a sort by the JDK, which puts what an array holds into another order. */
  private static boolean isSort(Stmt s) {
    return s instanceof Stmt.Evaluate e
        && e.expr() instanceof Expr.Call c
        && c.callee().owner().canonicalName().equals("java.util.Arrays")
        && SORTS.contains(c.callee().name());
  }

  /** The arrays that a statement's call writes into. */
  private List<Expr> arrays(Stmt s) {
    ArrayCall inPlace = arrayCall(s);
    if (inPlace != null) {
      return inPlace.target() == null ? List.of() : List.of(inPlace.target());
    }
    List<Expr> out = new ArrayList<>();
    new Walker() {
      @Override
      public Void visit(Expr.Call c) {
        boolean own = c.callee().kind() == Callee.Kind.ARRAY;
        for (int i = 0; i < c.arguments().size() && !own; i++) {
          if (summaries.writes(c.callee(), i)) {
            collect(c.arguments().get(i), out);
          }
        }
        if (summaries.writesReceiver(c)) {
          collect(c.receiver(), out);
        }
        return super.visit(c);
      }
    }.walk(s);
    return out;
  }

  /** The arrays of a value, those inside of records included. */
  private static void collect(Expr e, List<Expr> out) {
    if (e instanceof Expr.Literal) {
      return; // null
    }
    if (e.type() instanceof Type.Record r) {
      for (Type.Component c : r.components()) {
        if (!c.type().arrayTypes().isEmpty()) {
          collect(new Expr.Component(e, c.name()), out);
        }
      }
    } else if (e.type() instanceof Type.Array) {
      out.add(e);
    }
  }
}
