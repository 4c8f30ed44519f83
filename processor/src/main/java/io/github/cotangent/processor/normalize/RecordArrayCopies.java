package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the array operations of the JDK out as loops, and array literals as assignments, where the
 * elements are records that hold numbers: their adjoint goes component by component, from one
 * variable into one element. The loops throw what the operations throw.
 *
 * <p>Before: {@code Point[] q = ps.clone();}. After: {@code Point[] q = new Point[ps.length]; for
 * (int i = 0; i < ps.length; i += 1) { Point p = ps[i]; q[i] = p; }}
 */
final class RecordArrayCopies extends Rewriter {

  private static final Expr ZERO = new Expr.Literal(Type.INT, "0");
  private static final Expr ONE = new Expr.Literal(Type.INT, "1");

  private final Names names;
  private List<Stmt> out;
  private Origin origin;

  private RecordArrayCopies(Names names) {
    this.names = names;
  }

  static Function apply(Function f, Names names) {
    return f.withBody(new RecordArrayCopies(names).block(f.body()));
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    if (s.init().isPresent() && isLiteral(s.init().get())) {
      return literal((Expr.ArrayLiteral) s.init().get(), s.var(), s.origin());
    }
    return s.init().isPresent() && isCopy(s.init().get())
        ? copy((Expr.Call) s.init().get(), s.var(), s.origin())
        : List.of(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    if (isLiteral(s.value())) {
      Var made = names.fresh("array", s.value().type());
      List<Stmt> code = literal((Expr.ArrayLiteral) s.value(), made, s.origin());
      code.add(new Stmt.Assign(s.target(), new Expr.Read(made), false, s.origin()));
      return code;
    }
    if (!isCopy(s.value())) {
      return List.of(s);
    }
    // The target may be the source: q = q.clone().
    Var made = names.fresh("copy", s.value().type());
    List<Stmt> code = copy((Expr.Call) s.value(), made, s.origin());
    code.add(new Stmt.Assign(s.target(), new Expr.Read(made), false, s.origin()));
    return code;
  }

  @Override
  public List<Stmt> visit(Stmt.Evaluate s) {
    if (isCopy(s.expr())) {
      return copy((Expr.Call) s.expr(), names.fresh("copy", s.expr().type()), s.origin());
    }
    if (s.expr() instanceof Expr.Call c && c.callee().kind() == Callee.Kind.ARRAY) {
      start(s.origin());
      if (c.callee().name().equals("fill") && ofRecords(c.arguments().get(0))) {
        fill(c.arguments());
        return out;
      }
      if (c.callee().name().equals("arraycopy")
          && ofRecords(c.arguments().get(0))
          && c.arguments().get(0).type().equals(c.arguments().get(2).type())) {
        arraycopy(c.arguments());
        return out;
      }
    }
    return List.of(s);
  }

  private static boolean isLiteral(Expr e) {
    return e instanceof Expr.ArrayLiteral && ofRecords(e);
  }

  private List<Stmt> literal(Expr.ArrayLiteral literal, Var target, Origin from) {
    start(from);
    int size = literal.elements().size();
    declare(target, new Expr.NewArray(literal.type(), List.of(index(size))));
    for (int k = 0; k < size; k++) {
      Place slot = new Place.Slot(new Expr.Read(target), index(k));
      out.add(new Stmt.Assign(slot, literal.elements().get(k), false, origin));
    }
    return out;
  }

  private static Expr index(int k) {
    return new Expr.Literal(Type.INT, Integer.toString(k));
  }

  private static boolean isCopy(Expr e) {
    if (!(e instanceof Expr.Call c) || c.callee().kind() != Callee.Kind.ARRAY) {
      return false;
    }
    return c.receiver() != null
        ? ofRecords(c.receiver())
        : c.callee().name().startsWith("copyOf") && ofRecords(c.arguments().get(0));
  }

  private static boolean ofRecords(Expr array) {
    return array.type() instanceof Type.Array a
        && a.element() instanceof Type.Record r
        && r.holdsScalar();
  }

  private void start(Origin from) {
    origin = from;
    out = new ArrayList<>();
  }

  /** {@code clone}, {@code copyOf}, {@code copyOfRange} into a new variable. */
  private List<Stmt> copy(Expr.Call call, Var target, Origin from) {
    start(from);
    Expr source = call.receiver() != null ? call.receiver() : call.arguments().get(0);
    Expr size = new Expr.Length(source);
    Expr count = size;
    Expr first = ZERO;
    if (call.callee().name().equals("copyOf")) {
      size = held("length", call.arguments().get(1));
      count = smaller(size, new Expr.Length(source));
    } else if (call.callee().name().equals("copyOfRange")) {
      first = held("from", call.arguments().get(1));
      Expr to = held("to", call.arguments().get(2));
      fail(compare(Op.GT, first, to), "IllegalArgumentException");
      fail(outside(first, new Expr.Length(source)), "ArrayIndexOutOfBoundsException");
      size = held("length", operation(Op.SUB, to, first));
      count = smaller(size, operation(Op.SUB, new Expr.Length(source), first));
    }
    Type.Array type = (Type.Array) source.type();
    declare(target, new Expr.NewArray(type, List.of(size)));
    loop(ZERO, count, new Expr.Read(target), ZERO, source, first);
    return out;
  }

  private void arraycopy(List<Expr> arguments) {
    Expr source = arguments.get(0);
    Expr target = arguments.get(2);
    Expr from = held("from", arguments.get(1));
    Expr to = held("to", arguments.get(3));
    Expr length = held("length", arguments.get(4));
    Expr negative = compare(Op.LT, length, ZERO);
    Expr lastFrom = operation(Op.SUB, new Expr.Length(source), length);
    Expr lastTo = operation(Op.SUB, new Expr.Length(target), length);
    Expr bad = or(negative, or(outside(from, lastFrom), outside(to, lastTo)));
    fail(bad, "ArrayIndexOutOfBoundsException");
    // By way of a third array: the two ranges may overlap.
    Var moved = names.fresh("moved", source.type());
    declare(moved, new Expr.NewArray((Type.Array) source.type(), List.of(length)));
    loop(ZERO, length, new Expr.Read(moved), ZERO, source, from);
    loop(ZERO, length, target, to, new Expr.Read(moved), ZERO);
  }

  private void fill(List<Expr> arguments) {
    Expr array = arguments.get(0);
    Expr value = arguments.get(arguments.size() - 1);
    Expr from = ZERO;
    Expr to = new Expr.Length(array);
    if (arguments.size() > 2) {
      from = held("from", arguments.get(1));
      to = held("to", arguments.get(2));
      fail(compare(Op.GT, from, to), "IllegalArgumentException");
      Expr beyond = compare(Op.GT, to, new Expr.Length(array));
      fail(or(compare(Op.LT, from, ZERO), beyond), "ArrayIndexOutOfBoundsException");
    }
    Var index = names.fresh("i", Type.INT);
    Place slot = new Place.Slot(array, new Expr.Read(index));
    loop(index, from, to, List.of(new Stmt.Assign(slot, value, false, origin)));
  }

  // Statements

  private void declare(Var v, Expr value) {
    out.add(new Stmt.Local(v, Optional.of(value), origin));
  }

  /** The value in a variable, unless it is as simple already. */
  private Expr held(String wish, Expr value) {
    if (value instanceof Expr.Literal || value instanceof Expr.Read) {
      return value;
    }
    Var v = names.fresh(wish, Type.INT);
    declare(v, value);
    return new Expr.Read(v);
  }

  private Expr smaller(Expr a, Expr b) {
    Type.ClassType math = new Type.ClassType("java.lang", List.of("Math"), List.of(), true);
    List<Type> types = List.of(Type.INT, Type.INT);
    Callee min = new Callee(Callee.Kind.MATH, math, "min", types, Type.INT, true);
    return held("count", new Expr.Call(min, null, List.of(a, b), origin));
  }

  /** {@code target[i + targetFrom] = source[i + sourceFrom]} for a range of indices. */
  private void loop(
      Expr start, Expr end, Expr target, Expr targetFrom, Expr source, Expr sourceFrom) {
    Var index = names.fresh("i", Type.INT);
    Expr i = new Expr.Read(index);
    Expr element = new Expr.Element(source, operation(Op.ADD, i, sourceFrom));
    Var moved = names.fresh("element", element.type());
    Place slot = new Place.Slot(target, operation(Op.ADD, i, targetFrom));
    loop(
        index,
        start,
        end,
        List.of(
            new Stmt.Local(moved, Optional.of(element), origin),
            new Stmt.Assign(slot, new Expr.Read(moved), false, origin)));
  }

  private void loop(Var index, Expr start, Expr end, List<Stmt> body) {
    Expr i = new Expr.Read(index);
    Stmt next = new Stmt.Assign(new Place.Variable(index), operation(Op.ADD, i, ONE), true, origin);
    out.add(
        new Stmt.For(
            List.of(new Stmt.Local(index, Optional.of(start), origin)),
            compare(Op.LT, i, end),
            List.of(next),
            new Stmt.Block(body, origin),
            origin));
  }

  private void fail(Expr test, String exception) {
    Type.ClassType type = new Type.ClassType("java.lang", List.of(exception), List.of(), true);
    Code create =
        new Code(List.of(new Code.Text("new "), new Code.Names(type), new Code.Text("()")));
    Expr made = new Expr.Opaque(create, type, ErrorId.ACTIVE_ESCAPES.id(), origin);
    Stmt leave = new Stmt.Throw(made, origin);
    out.add(new Stmt.If(test, new Stmt.Block(List.of(leave), origin), Stmt.Block.EMPTY, origin));
  }

  // Expressions

  private static Expr operation(Op op, Expr left, Expr right) {
    return right.equals(ZERO) ? left : new Expr.Binary(op, left, right, Type.INT);
  }

  private static Expr compare(Op op, Expr left, Expr right) {
    return new Expr.Binary(op, left, right, Type.BOOLEAN);
  }

  private static Expr or(Expr left, Expr right) {
    return new Expr.Binary(Op.OR, left, right, Type.BOOLEAN);
  }

  private static Expr outside(Expr index, Expr last) {
    return or(compare(Op.LT, index, ZERO), compare(Op.GT, index, last));
  }
}
