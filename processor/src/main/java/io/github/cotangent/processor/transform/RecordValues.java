package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Operations on the values of differentiable types in records that are elements of arrays. The
 * runtime has each of them for a value, for an array of values, and for an array of records with a
 * function for its elements, all by one name: what is made here is such a function.
 *
 * <pre>{@code
 * shadows.frozen(layers, element -> new Layer(shadows.frozen(element.weights()), element.name()))
 * }</pre>
 */
final class RecordValues extends ElementFunction {

  private final Code.Part receiver;
  private final String method;
  private final RecordValues ofValues;

  /**
   * Functions for one operation.
   *
   * @param ofValues the one for what is in the last record alone; null if all records are needed
   */
  private RecordValues(
      Code.Part receiver,
      String method,
      List<String> parameters,
      boolean mayBeNull,
      RecordValues ofValues,
      UnaryOperator<String> names) {
    super(
        parameters.size() == 1 ? "UnaryOperator" : "BinaryOperator", parameters, names, mayBeNull);
    this.receiver = receiver;
    this.method = method;
    this.ofValues = ofValues;
  }

  /**
   * Gives all values in an array of records an identity of their own.
   *
   * @param mayBeNull true where a record in a record may be null
   * @param names gives the function's parameters names that nothing else has
   */
  static Expr distinct(Expr records, boolean mayBeNull, UnaryOperator<String> names) {
    Expr copier =
        new RecordValues(
                new Code.Names(Make.SHADOWS),
                "distinct",
                List.of("element"),
                mayBeNull,
                null,
                names)
            .of((Type.Array) records.type());
    return Make.call(Make.SHADOWS, "distinct", records.type(), records, copier);
  }

  /**
   * The adjoints of an array of records.
   *
   * @param adjoints the shadow of the array, with the adjoints of its numbers; null if it has none
   */
  static Expr frozen(Expr records, Expr adjoints, Var shadows, AdjointVars names) {
    Type.Array type = (Type.Array) records.type();
    RecordValues freezer = freezer(List.of("element"), shadows, names, null);
    Expr map = Make.read(shadows);
    return adjoints == null
        ? Make.invoke(map, "frozen", type, records, freezer.of(type))
        : Make.invoke(
            map,
            "frozen",
            type,
            adjoints,
            records,
            freezer(List.of("adjoint", "element"), shadows, names, freezer).of(type));
  }

  private static RecordValues freezer(
      List<String> parameters, Var shadows, AdjointVars names, RecordValues ofValues) {
    return new RecordValues(
        new Code.Reads(shadows), "frozen", parameters, false, ofValues, names::lambdaParameter);
  }

  /** Adds to the adjoints of all values in an array of records. */
  static Expr added(Expr records, Expr adjoints, Var shadows, AdjointVars names) {
    Type.Array type = (Type.Array) records.type();
    Expr adder =
        new RecordValues(
                new Code.Reads(shadows),
                "add",
                List.of("element", "adjoint"),
                false,
                null,
                names::lambdaParameter)
            .of(type);
    return Make.invoke(Make.read(shadows), "add", type, records, adjoints, adder);
  }

  @Override
  boolean isMade(Type type) {
    return type.holdsValue();
  }

  /** In a shadow array there are none: only the record itself has them. */
  @Override
  List<Code.Part> ofValues(Type type, List<String> values, int depth) {
    return ofValues == null
        ? super.ofValues(type, values, depth)
        : ofValues.ofValues(type, List.of(values.get(values.size() - 1)), depth);
  }

  @Override
  List<Code.Part> arrayCall(boolean ofRecords) {
    return List.of(receiver, new Code.Text("." + method));
  }
}
