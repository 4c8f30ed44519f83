package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Every array that a constant argument leads to, to be held against what is differentiated. */
final class SharedArrays {

  static final Type.ClassType OBJECT =
      new Type.ClassType("java.lang", List.of("Object"), List.of(), true);

  private final AdjointVars adjoints;

  private SharedArrays(AdjointVars adjoints) {
    this.adjoints = adjoints;
  }

  /** The parameter itself where it is an array of numbers; else an array of all arrays in it. */
  static Expr of(Var parameter, AdjointVars adjoints) {
    return of(parameter, new Leaf(List.of(), parameter.type()), adjoints);
  }

  /** The same for a part of a parameter. */
  static Expr of(Var parameter, Leaf part, AdjointVars adjoints) {
    Type type = part.type();
    if (type instanceof Type.Array && !holdsArrays(type.leaf())) {
      return part.in(Make.read(parameter));
    }
    List<Code.Part> value = new ArrayList<>(List.of(new Code.Reads(parameter)));
    part.path().forEach(name -> value.add(new Code.Text("." + name + "()")));
    return new Expr.Opaque(
        new Code(new SharedArrays(adjoints).collected(type, value, 0)),
        new Type.Array(OBJECT),
        "Internal",
        Origin.NONE);
  }

  private static boolean holdsArrays(Type type) {
    return !type.arrayTypes().isEmpty();
  }

  /** A call that collects the arrays in the elements of an array, or in a record. */
  private List<Code.Part> collected(Type type, List<Code.Part> value, int depth) {
    boolean isArray = type instanceof Type.Array;
    List<Code.Part> parts = new ArrayList<>();
    parts.add(new Code.Names(Make.SHADOWS));
    parts.add(new Code.Text(isArray ? ".arraysIn(" : ".arraysOf("));
    parts.addAll(value);
    String name = adjoints.lambdaParameter((isArray ? "element" : "part") + "s".repeat(depth));
    parts.add(new Code.Text(","));
    parts.add(new Code.Space());
    parts.add(new Code.Text(name + " -> new "));
    parts.add(new Code.Names(OBJECT));
    parts.add(new Code.Text("[] {"));
    List<List<Code.Part>> arrays = new ArrayList<>();
    addParts(isArray ? ((Type.Array) type).element() : type, name, depth, arrays);
    for (int i = 0; i < arrays.size(); i++) {
      if (i > 0) {
        parts.add(new Code.Text(","));
        parts.add(new Code.Space());
      }
      parts.addAll(arrays.get(i));
    }
    parts.add(new Code.Text("})"));
    return parts;
  }

  /** What the function collects: of a record its components, of a row the row itself. */
  private void addParts(Type type, String value, int depth, List<List<Code.Part>> arrays) {
    if (type instanceof Type.Record r) {
      for (Type.Component c : r.components()) {
        add(c.type(), value + "." + c.name() + "()", depth, arrays);
      }
    } else {
      add(type, value, depth, arrays);
    }
  }

  private void add(Type type, String value, int depth, List<List<Code.Part>> arrays) {
    List<Code.Part> text = List.of(new Code.Text(value));
    if (type instanceof Type.Array && !holdsArrays(type.leaf())) {
      arrays.add(text);
    } else if (holdsArrays(type)) {
      arrays.add(collected(type, text, depth + 1));
    }
  }
}
