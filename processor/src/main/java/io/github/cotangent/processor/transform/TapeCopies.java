package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code copy} method of a tape. A backward half restores arrays in place; a pullback, which
 * may be applied again, runs it on a copy of its tape.
 */
final class TapeCopies {

  static final Type.ClassType TAPE = Make.runtime("Tape");

  private final Type.Record tape;
  private final Set<Type> callTapes;
  private final Var copies;

  private TapeCopies(Type.Record tape, Set<Type> callTapes) {
    this.tape = tape;
    this.callTapes = callTapes;
    Names names =
        new Names(tape.components().stream().map(Type.Component::name).collect(Collectors.toSet()));
    this.copies = names.same(names.freshName("copies"), Make.COPIES);
  }

  /** The interface that the tape implements. */
  static Type contract(Type.Record tape) {
    return new Type.ClassType(TAPE.packageName(), TAPE.simpleNames(), List.of(tape.name()), true);
  }

  /** The method; {@code callTapes} are the types of tapes inside of this one. */
  static Declaration.Method method(Type.Record tape, Set<Type> callTapes, Function of) {
    return new TapeCopies(tape, callTapes).method(of);
  }

  private Declaration.Method method(Function of) {
    List<Expr> parts = new ArrayList<>();
    for (Type.Component c : tape.components()) {
      parts.add(copy(Make.read(new Var(-2, c.name(), c.type()))));
    }
    Stmt body = Members.returns(Members.newRecord(tape, parts));
    Function f =
        new Function(
            tape.name(),
            "copy",
            List.of(copies),
            Set.of(),
            tape.name(),
            Stmt.Block.of(List.of(body)),
            of.reserved(),
            of.origin());
    return new Declaration.Method(f, false, Declaration.Visibility.PUBLIC, "");
  }

  private Expr copy(Expr part) {
    Type type = part.type();
    if (callTapes.contains(type.leaf())) {
      return type.rank() == 0
          ? Make.call(TAPE, "copyOf", type, part, Make.read(copies))
          : Make.invoke(Make.read(copies), "ofRecords", type, part, copier((Type.Array) type));
    }
    boolean isObjectTape =
        type instanceof Type.ClassType c && c.simpleNames().equals(List.of("ObjectTape"));
    if (isObjectTape) {
      Type element = ((Type.ClassType) type).arguments().get(0);
      if (callTapes.contains(element)) {
        return Make.invoke(part, "map", type, opaque("tape -> ", tapeOf("tape")));
      }
      if (element instanceof Type.Record r && !r.arrayTypes().isEmpty()) {
        List<Code.Part> record = RecordCopies.copied(r, "record", copies);
        return Make.invoke(part, "map", type, opaque("record -> record == null ? null : ", record));
      }
      return element instanceof Type.Array a
          ? Make.invoke(part, "map", type, opaque("array -> ", arrayOf(a, "array")))
          : part;
    }
    // Null where the statement that makes the record was not reached.
    return RecordCopies.copy(part, Make.read(copies), lambdas(), true);
  }

  private AdjointVars lambdas() {
    return new AdjointVars(new Names(Set.of(copies.name())));
  }

  private Expr copier(Type.Array array) {
    if (array.element() instanceof Type.Array rows) {
      String row = "row" + "s".repeat(rows.rank() - 1);
      List<Code.Part> inner = new ArrayList<>();
      inner.add(new Code.Reads(copies));
      inner.add(new Code.Text(".ofRecords(" + row + ", "));
      inner.addAll(((Expr.Opaque) copier(rows)).code().parts());
      inner.add(new Code.Text(")"));
      return opaque(row + " -> ", inner);
    }
    return opaque("tape -> ", tapeOf("tape"));
  }

  private List<Code.Part> tapeOf(String name) {
    return List.of(
        new Code.Names(TAPE),
        new Code.Text(".copyOf(" + name + ", "),
        new Code.Reads(copies),
        new Code.Text(")"));
  }

  private List<Code.Part> arrayOf(Type.Array array, String name) {
    Expr.Opaque parameter =
        new Expr.Opaque(new Code(List.of(new Code.Text(name))), array, "Internal", Origin.NONE);
    Expr.Call copy = (Expr.Call) RecordCopies.copy(parameter, Make.read(copies), lambdas(), true);
    List<Code.Part> parts = new ArrayList<>();
    parts.add(new Code.Reads(copies));
    parts.add(new Code.Text("." + copy.callee().name() + "(" + name));
    for (Expr argument : copy.arguments().subList(1, copy.arguments().size())) {
      parts.add(new Code.Text(", "));
      parts.addAll(((Expr.Opaque) argument).code().parts());
    }
    parts.add(new Code.Text(")"));
    return parts;
  }

  private static Expr opaque(String head, List<Code.Part> parts) {
    List<Code.Part> all = new ArrayList<>(List.of(new Code.Text(head)));
    all.addAll(parts);
    Type type = new Type.ClassType("java.util.function", List.of("UnaryOperator"), List.of(), true);
    return new Expr.Opaque(new Code(all), type, "Internal", Origin.NONE);
  }
}
