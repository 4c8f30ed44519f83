package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Evaluates expressions of one frame, in Java's order. */
final class Expressions implements Expr.Visitor<Object> {
  private final Frame frame;
  private final Statements statements;
  private final Calls calls;

  Expressions(Frame frame, Statements statements) {
    this.frame = frame;
    this.statements = statements;
    this.calls = new Calls(frame.interpreter());
  }

  /** The value, checked against the type that the node claims. */
  Object value(Expr e) {
    return Values.checked(e.accept(this), e.type(), e);
  }

  private List<Object> values(List<Expr> es) {
    List<Object> values = new ArrayList<>();
    es.forEach(e -> values.add(value(e)));
    return values;
  }

  private static <T> T nonNull(T value, Object node) {
    if (value == null) {
      throw new NullPointerException(node.toString());
    }
    return value;
  }

  private int index(Expr e) {
    return (int) Values.integral(value(e));
  }

  /** A place whose operands have been evaluated. */
  private sealed interface Target {
    record Variable(Frame frame, Place.Variable place) implements Target {}

    record Slot(ArrayValue array, int index) implements Target {}

    default Object read() {
      if (this instanceof Variable v) {
        return v.frame.read(v.place.var());
      }
      Slot s = (Slot) this;
      return nonNull(s.array, s).get(s.index);
    }

    /** Writes, and gives what has been written after conversion. */
    default Object write(Object value) {
      if (this instanceof Variable v) {
        v.frame.write(v.place.var(), value);
        return v.frame.read(v.place.var());
      }
      Slot s = (Slot) this;
      nonNull(s.array, s).set(s.index, value);
      return s.array.get(s.index);
    }
  }

  private Target target(Place place) {
    if (place instanceof Place.Variable v) {
      return new Target.Variable(frame, v);
    }
    Place.Slot s = (Place.Slot) place;
    ArrayValue array = (ArrayValue) value(s.array());
    return new Target.Slot(array, index(s.index()));
  }

  /** The plain assignment: the operands of the place, then the value, then the write. */
  Object assign(Place place, Expr value) {
    Target target = target(place);
    return target.write(value(value));
  }

  @Override
  public Object visit(Expr.Literal e) {
    return Literals.parse(e.text(), e.type());
  }

  @Override
  public Object visit(Expr.Read e) {
    return frame.read(e.var());
  }

  @Override
  public Object visit(Expr.Unary e) {
    return Operators.unary(e.op(), value(e.operand()));
  }

  @Override
  public Object visit(Expr.Binary e) {
    Object left = value(e.left());
    if (e.op() == Expr.Binary.Op.AND || e.op() == Expr.Binary.Op.OR) {
      boolean decided = (Boolean) left == (e.op() == Expr.Binary.Op.OR);
      return decided ? left : value(e.right());
    }
    return Operators.binary(e.op(), left, value(e.right()));
  }

  @Override
  public Object visit(Expr.Cast e) {
    return Values.convert(value(e.operand()), e.type());
  }

  @Override
  public Object visit(Expr.Conditional e) {
    Object chosen = value((Boolean) value(e.test()) ? e.ifTrue() : e.ifFalse());
    return Values.convert(chosen, e.type());
  }

  @Override
  public Object visit(Expr.Element e) {
    ArrayValue array = (ArrayValue) value(e.array());
    int index = index(e.index());
    return nonNull(array, e).get(index);
  }

  @Override
  public Object visit(Expr.Length e) {
    Object array = nonNull(value(e.array()), e);
    return array instanceof ArrayValue a
        ? a.cells.length
        : java.lang.reflect.Array.getLength(array);
  }

  @Override
  public Object visit(Expr.Field e) {
    Object receiver = e.receiver() == null ? null : value(e.receiver());
    Marshal marshal = frame.interpreter().marshal();
    try {
      Field field = marshal.classOf(e.owner()).getDeclaredField(e.name());
      field.setAccessible(true);
      return marshal.enterConstant(field.get(receiver), e.type());
    } catch (ReflectiveOperationException x) {
      throw new IllegalStateException(x);
    }
  }

  @Override
  public Object visit(Expr.Component e) {
    return nonNull((RecordValue) value(e.record()), e).component(e.name());
  }

  @Override
  public Object visit(Expr.Call e) {
    Object receiver = e.receiver() == null ? null : value(e.receiver());
    return calls.call(e, receiver, values(e.arguments()));
  }

  @Override
  public Object visit(Expr.NewRecord e) {
    List<Object> given = values(e.arguments());
    List<Object> components = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      components.add(Values.convert(given.get(i), e.type().components().get(i).type()));
    }
    return new RecordValue(e.type(), components);
  }

  @Override
  public Object visit(Expr.NewArray e) {
    int[] sizes = e.sizes().stream().mapToInt(this::index).toArray();
    for (int size : sizes) {
      if (size < 0) {
        throw new NegativeArraySizeException(Integer.toString(size));
      }
    }
    return allocate(e.type(), sizes, 0);
  }

  private static ArrayValue allocate(Type.Array type, int[] sizes, int level) {
    ArrayValue array = new ArrayValue(type.element(), sizes[level]);
    if (level + 1 < sizes.length) {
      for (int i = 0; i < sizes[level]; i++) {
        array.set(i, allocate((Type.Array) type.element(), sizes, level + 1));
      }
    }
    return array;
  }

  @Override
  public Object visit(Expr.ArrayLiteral e) {
    ArrayValue array = new ArrayValue(e.type().element(), e.elements().size());
    for (int i = 0; i < e.elements().size(); i++) {
      array.set(i, value(e.elements().get(i)));
    }
    return array;
  }

  @Override
  public Object visit(Expr.Opaque e) {
    return frame.interpreter().host().opaque(e);
  }

  @Override
  public Object visit(Expr.Assigning e) {
    if (e.op() == null) {
      return assign(e.target(), e.value());
    }
    Target target = target(e.target());
    Object old = target.read();
    return target.write(Operators.binary(e.op(), old, value(e.value())));
  }

  @Override
  public Object visit(Expr.Stepping e) {
    Target target = target(e.target());
    Object old = target.read();
    Expr.Binary.Op op = e.increment() ? Expr.Binary.Op.ADD : Expr.Binary.Op.SUB;
    Object changed = target.write(Operators.binary(op, old, 1));
    return e.prefix() ? changed : old;
  }

  @Override
  public Object visit(Expr.Choosing e) {
    Stmt.Arm arm =
        Selection.arm(e.arms(), value(e.selector()))
            .orElseThrow(() -> new IllegalStateException("no arm of " + e));
    Completion end = statements.run(arm.body());
    if (end instanceof Completion.Yield y) {
      return Values.convert(y.value(), e.type());
    }
    throw new IllegalStateException("an arm of a switch expression ended with " + end);
  }
}
