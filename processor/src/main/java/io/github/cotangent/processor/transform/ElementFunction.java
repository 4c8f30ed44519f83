package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The Java text of a function over the elements of an array of records, {@code element -> new
 * Point(…)}: it makes a record from one record, or from several of the same type, component by
 * component. The runtime has methods that apply such a function to every element; where a component
 * is an array of records again, the text calls that method with an inner function.
 */
abstract class ElementFunction {

  private static final List<Code.Part> NEXT = List.of(new Code.Text(","), new Code.Space());

  private final String functionType;
  private final List<String> parameters;
  private final UnaryOperator<String> names;
  private final boolean mayBeNull;

  /**
   * A function.
   *
   * @param functionType its type, in {@code java.util.function}
   * @param parameters what it calls the records it is given
   * @param names gives parameters names that nothing else has
   * @param mayBeNull true where a record in a record may be null: then the result is
   */
  ElementFunction(
      String functionType,
      List<String> parameters,
      UnaryOperator<String> names,
      boolean mayBeNull) {
    this.functionType = functionType;
    this.parameters = parameters;
    this.names = names;
    this.mayBeNull = mayBeNull;
  }

  /** The result for a number. */
  String scalar(Type type, List<String> values) {
    return values.get(0);
  }

  /** True where the result for a component is more than one of the values given. */
  abstract boolean isMade(Type type);

  /** What is called for an array, with the values as arguments. */
  abstract List<Code.Part> arrayCall(boolean ofRecords);

  /** The function for the elements of an array. */
  final Expr of(Type.Array array) {
    Type.ClassType type =
        new Type.ClassType(
            "java.util.function", List.of(functionType), List.of(array.element()), true);
    return new Expr.Opaque(new Code(lambda(array, 0)), type, "Internal", Origin.NONE);
  }

  /** The record made from these. */
  final List<Code.Part> record(Type.Record record, List<String> values) {
    return record(record, values, 0);
  }

  private List<Code.Part> lambda(Type.Array array, int depth) {
    Type element = array.element();
    List<String> given =
        parameters.stream()
            .map(p -> element instanceof Type.Array a ? p + "Row" + "s".repeat(a.rank() - 1) : p)
            .map(p -> names.apply(depth == 0 ? p : "inner".repeat(depth) + Names.capitalized(p)))
            .toList();
    List<Code.Part> parts = new ArrayList<>();
    parts.add(new Code.Text(given.size() == 1 ? given.get(0) : "(" + list(given) + ")"));
    parts.add(new Code.Text(" -> "));
    parts.addAll(
        element instanceof Type.Record r ? record(r, given, depth) : array(element, given, depth));
    return parts;
  }

  private static String list(List<String> values) {
    return String.join(", ", values);
  }

  private List<Code.Part> record(Type.Record record, List<String> values, int depth) {
    List<Code.Part> parts = new ArrayList<>();
    parts.add(new Code.Text("new "));
    parts.add(new Code.Names(record.name()));
    parts.add(new Code.Text("("));
    for (Type.Component c : record.components()) {
      if (!c.equals(record.components().get(0))) {
        parts.addAll(NEXT);
      }
      List<String> inner = values.stream().map(v -> v + "." + c.name() + "()").toList();
      parts.addAll(component(c.type(), inner, depth));
    }
    parts.add(new Code.Text(")"));
    return parts;
  }

  private List<Code.Part> component(Type type, List<String> values, int depth) {
    if (type.isScalar()) {
      return List.of(new Code.Text(scalar(type, values)));
    }
    if (!isMade(type)) {
      return List.of(new Code.Text(values.get(0)));
    }
    if (!(type instanceof Type.Record r)) {
      return type.holdsNumbers()
          ? array(type, values, depth + 1)
          : ofValues(type, values, depth + 1);
    }
    List<Code.Part> parts = new ArrayList<>();
    if (mayBeNull) {
      parts.add(new Code.Text(values.get(0) + " == null ? null : "));
    }
    parts.addAll(record(r, values, depth));
    return parts;
  }

  /** The result for a value of a differentiable type, or for an array that leads to such only. */
  List<Code.Part> ofValues(Type type, List<String> values, int depth) {
    return array(type, values, depth);
  }

  /** The call for an array; or for a value, where such a call takes one. */
  final List<Code.Part> array(Type type, List<String> values, int depth) {
    boolean ofRecords = type.leaf() instanceof Type.Record r && isMade(r);
    List<Code.Part> parts = new ArrayList<>(arrayCall(ofRecords));
    parts.add(new Code.Text("("));
    for (int i = 0; i < values.size(); i++) {
      parts.addAll(i == 0 ? List.of() : NEXT);
      parts.add(new Code.Text(values.get(i)));
    }
    if (ofRecords) {
      parts.addAll(NEXT);
      parts.addAll(lambda((Type.Array) type, depth));
    }
    parts.add(new Code.Text(")"));
    return parts;
  }
}
