package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Optional;

/** A value that is stored once where it is and loaded once in the backward pass. */
final class Recorded {

  /** How a value is kept. */
  enum Mode {
    VARIABLE,
    ARRAY,
    TAPE
  }

  private final Var var;
  private final Mode mode;
  private final Type type;
  private final List<Expr> indices;

  Recorded(Var var, Mode mode, Type type, List<Expr> indices) {
    this.var = var;
    this.mode = mode;
    this.type = type;
    this.indices = indices;
  }

  /** Stores, in the forward pass. */
  Stmt store(Expr value) {
    return mode == Mode.TAPE
        ? Make.evaluate(Make.invoke(Make.read(var), "push", Type.VOID, value))
        : Make.assign(place(), value);
  }

  /** Loads, in the backward pass. */
  Expr load() {
    if (mode != Mode.TAPE) {
      return place().read();
    }
    Type popped = type instanceof Type.Primitive p ? tapeElement(p) : type;
    Expr pop = Make.invoke(Make.read(var), "pop", popped);
    return popped.equals(type) ? pop : new Expr.Cast(type, pop, Origin.NONE);
  }

  /** Reads what was just stored, in the forward pass; empty if it is gone to a tape. */
  Optional<Expr> reread() {
    return mode == Mode.TAPE ? Optional.empty() : Optional.of(place().read());
  }

  private Place place() {
    return place(var, indices);
  }

  private static Type tapeElement(Type.Primitive p) {
    return switch (p.kind()) {
      case BYTE, SHORT, CHAR, INT -> Type.INT;
      case DOUBLE, FLOAT, LONG, BOOLEAN -> p;
    };
  }

  static Place place(Var var, List<Expr> indices) {
    if (indices.isEmpty()) {
      return Make.place(var);
    }
    Expr array = Make.read(var);
    for (Expr i : indices.subList(0, indices.size() - 1)) {
      array = new Expr.Element(array, i);
    }
    return new Place.Slot(array, indices.get(indices.size() - 1));
  }
}
