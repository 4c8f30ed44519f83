package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code fJacobian} and {@code fHessian}: dense, row by row or column by column, from the members
 * that give one row or column each. For parameters that are numbers or arrays of numbers; a block
 * for each parameter, or pair of them.
 */
final class DenseMembers {

  private static final Type VECTOR = new Type.Array(Type.DOUBLE);
  private static final Type MATRIX = new Type.Array(VECTOR);

  private final Derivative derivative;
  private final Function primal;
  private final Linkage linkage;
  private final List<Var> independents;
  private final AdjointVars made;
  private final List<Declaration> members = new ArrayList<>();

  private DenseMembers(Derivative derivative) {
    this.derivative = derivative;
    this.primal = derivative.primal();
    this.linkage = derivative.linkage();
    this.independents = derivative.withRespectTo().stream().map(primal.parameters()::get).toList();
    Set<String> taken = new LinkedHashSet<>();
    primal.parameters().forEach(p -> taken.add(p.name()));
    this.made = new AdjointVars(new Names(taken));
  }

  /** True where every parameter and the result have a dense derivative. */
  public static boolean isPossible(Type result, List<Type> parameters) {
    return isDense(result) && parameters.stream().allMatch(DenseMembers::isDense);
  }

  private static boolean isDense(Type type) {
    return type.equals(Type.DOUBLE) || type.equals(VECTOR);
  }

  private void member(String name, Type result, List<Stmt> body, String kind, String doc) {
    String title = "The " + kind + " of " + derivative.link();
    Type named = result instanceof Type.Record r ? r.name() : result;
    Function f =
        new Function(
            linkage.container(),
            name,
            primal.parameters(),
            primal.constants(),
            named,
            Stmt.Block.of(body),
            primal.thrown(),
            primal.reserved(),
            primal.origin());
    members.add(new Declaration.Method(f, true, derivative.visibility(), title + doc));
    if (result instanceof Type.Record r) {
      members.add(new Declaration.RecordClass(r, derivative.visibility(), title + ", in blocks."));
    }
  }

  private List<Expr> arguments() {
    return primal.parameters().stream().map(Make::read).toList();
  }

  private Expr run(String name, Type result, List<Expr> more) {
    List<Expr> all = new ArrayList<>(arguments());
    all.addAll(more);
    return Make.call(linkage.container(), name, result, all);
  }

  private static Type block(Type rows, Type columns) {
    int rank = rows.rank() + columns.rank();
    return rank == 0 ? Type.DOUBLE : rank == 1 ? VECTOR : MATRIX;
  }

  private static Expr element(Var array, Var index) {
    return new Expr.Element(Make.read(array), Make.read(index));
  }

  /** {@code for (int i = 0; i < count; i++)}. */
  private static Stmt loop(Var i, Expr count, List<Stmt> body) {
    return new Stmt.For(
        List.of(Make.local(i, Make.literal(0))),
        Make.binary(Expr.Binary.Op.LT, Make.read(i), count),
        List.of(Make.step(i, 1)),
        Stmt.Block.of(body),
        Origin.NONE);
  }

  private static Expr rows(Type block, Expr count) {
    return new Expr.NewArray((Type.Array) block, List.of(count));
  }

  /** A part of a gradient: the gradient itself where there is one parameter only. */
  private Expr part(Var gradient, Var p) {
    return independents.size() == 1
        ? Make.read(gradient)
        : new Expr.Component(Make.read(gradient), Linkage.componentName(p.name()));
  }

  private Type gradientType() {
    return linkage.gradientType(derivative.withRespectTo());
  }

  // The Hessian

  /** {@code fHessian}, from {@code fHvp}: a row for each element of a parameter. */
  static List<Declaration> hessian(Derivative derivative) {
    DenseMembers members = new DenseMembers(derivative);
    members.hessian();
    return members.members;
  }

  private void hessian() {
    List<Stmt> code = new ArrayList<>();
    Map<Var, Var> directions = new LinkedHashMap<>();
    for (Var p : independents) {
      if (p.type().rank() > 0) {
        Var dot = made.made(p.name() + "Dot", VECTOR);
        directions.put(p, dot);
        code.add(Make.local(dot, rows(VECTOR, new Expr.Length(Make.read(p)))));
      }
    }
    List<Type.Component> components = new ArrayList<>();
    List<Expr> blocks = new ArrayList<>();
    for (Var q : independents) {
      Map<Var, Expr> row =
          q.type().rank() == 0 ? row(q, directions, code) : rows(q, directions, code);
      row.forEach(
          (p, value) -> {
            String name = q.name() + Make.capitalize(p.name());
            components.add(
                new Type.Component(Linkage.componentName(name), block(q.type(), p.type())));
            blocks.add(value);
          });
    }
    boolean single = independents.size() == 1;
    Type.Record type = new Type.Record(linkage.hessianType(), components);
    code.add(Members.returns(single ? blocks.get(0) : Members.newRecord(type, blocks)));
    member(
        linkage.hessian(),
        single ? components.get(0).type() : type,
        code,
        "Hessian",
        single
            ? ": the derivative of its gradient."
            : ": a block for each pair of parameters, {@code pQ} for the derivatives by {@code"
                + " p} and {@code q}.");
  }

  /** The derivative of the gradient by a number. */
  private Map<Var, Expr> row(Var q, Map<Var, Var> directions, List<Stmt> code) {
    Var row = made.made("d" + q.name(), gradientType());
    code.add(Make.local(row, product(q, directions)));
    Map<Var, Expr> parts = new LinkedHashMap<>();
    independents.forEach(p -> parts.put(p, part(row, p)));
    return parts;
  }

  /** The derivatives of the gradient by the elements of an array. */
  private Map<Var, Expr> rows(Var q, Map<Var, Var> directions, List<Stmt> code) {
    Map<Var, Expr> blocks = new LinkedHashMap<>();
    Var i = made.made("i", Type.INT);
    Var row = made.made("d" + q.name(), gradientType());
    Expr slot = element(directions.get(q), i);
    List<Stmt> body = new ArrayList<>();
    body.add(Make.assign(Make.place(slot), Make.one(Type.DOUBLE)));
    body.add(Make.local(row, product(q, directions)));
    for (Var p : independents) {
      Type type = block(q.type(), p.type());
      Var block = made.made(q.name() + Make.capitalize(p.name()), type);
      code.add(Make.local(block, rows(type, new Expr.Length(Make.read(q)))));
      body.add(Make.assign(Make.place(element(block, i)), part(row, p)));
      blocks.put(p, Make.read(block));
    }
    body.add(Make.assign(Make.place(slot), Make.zero(Type.DOUBLE)));
    code.add(loop(i, new Expr.Length(Make.read(q)), body));
    return blocks;
  }

  private Expr product(Var q, Map<Var, Var> directions) {
    List<Expr> dots = new ArrayList<>();
    for (Var p : independents) {
      Expr number = p.equals(q) ? Make.one(Type.DOUBLE) : Make.zero(Type.DOUBLE);
      dots.add(p.type().rank() == 0 ? number : Make.read(directions.get(p)));
    }
    return run(linkage.hvp(), gradientType(), dots);
  }

  // The Jacobian

  /**
   * {@code fJacobian}: of a scalar function its gradient; else by forward mode where all parameters
   * are numbers, a column for each, and by reverse mode otherwise, a row for each element of the
   * result.
   */
  static List<Declaration> jacobian(Derivative derivative) {
    DenseMembers members = new DenseMembers(derivative);
    members.jacobian();
    return members.members;
  }

  /** True where the Jacobian is made by forward mode. */
  static boolean isByColumns(Type result, List<Type> parameters) {
    return result.rank() > 0 && parameters.stream().allMatch(Type::isScalar);
  }

  private void jacobian() {
    Type result = primal.result();
    if (result.rank() == 0) {
      Stmt gradient = Members.returns(run(linkage.gradient(), gradientType(), List.of()));
      Type type = gradientType() instanceof Type.Record r ? r.name() : gradientType();
      member(
          linkage.jacobian(),
          type,
          List.of(gradient),
          "Jacobian",
          ": its gradient, by reverse mode.");
      return;
    }
    List<Type> types = independents.stream().map(Var::type).toList();
    boolean byColumns = isByColumns(result, types);
    List<Stmt> code = new ArrayList<>();
    List<Expr> blocks = byColumns ? columns() : rows(code);
    List<Type.Component> components =
        independents.stream()
            .map(p -> new Type.Component(Linkage.componentName(p.name()), block(result, p.type())))
            .toList();
    boolean single = blocks.size() == 1;
    Type.Record type = new Type.Record(linkage.jacobianType(), components);
    code.add(Members.returns(single ? blocks.get(0) : Members.newRecord(type, blocks)));
    member(
        linkage.jacobian(),
        single ? components.get(0).type() : type,
        code,
        "Jacobian",
        byColumns
            ? ", by forward mode: a column for each parameter."
            : ", by reverse mode: a row for each element of the result.");
  }

  private List<Expr> columns() {
    List<Expr> columns = new ArrayList<>();
    for (Var q : independents) {
      List<Expr> dots = new ArrayList<>();
      for (Var p : independents) {
        dots.add(p.equals(q) ? Make.one(Type.DOUBLE) : Make.zero(Type.DOUBLE));
      }
      columns.add(Make.invoke(run(linkage.jvp(), linkage.jvpType(), dots), "valueDot", VECTOR));
    }
    return columns;
  }

  private List<Expr> rows(List<Stmt> code) {
    Var pullback = made.made("pullback", linkage.pullbackType());
    code.add(Make.local(pullback, run(linkage.pullback(), linkage.pullbackType(), List.of())));
    Var seed = made.made("dResult", VECTOR);
    Expr value = Make.invoke(Make.read(pullback), "value", VECTOR);
    code.add(Make.local(seed, rows(VECTOR, new Expr.Length(value))));
    Expr count = new Expr.Length(Make.read(seed));
    Var i = made.made("i", Type.INT);
    Var row = made.made("row", gradientType());
    List<Stmt> body = new ArrayList<>();
    List<Expr> blocks = new ArrayList<>();
    body.add(Make.assign(Make.place(element(seed, i)), Make.one(Type.DOUBLE)));
    Expr applied = Make.invoke(Make.read(pullback), "apply", gradientType(), Make.read(seed));
    body.add(Make.local(row, applied));
    for (Var p : independents) {
      Type type = block(VECTOR, p.type());
      Var block = made.made("d" + p.name(), type);
      code.add(Make.local(block, rows(type, count)));
      body.add(Make.assign(Make.place(element(block, i)), part(row, p)));
      blocks.add(Make.read(block));
    }
    body.add(Make.assign(Make.place(element(seed, i)), Make.zero(Type.DOUBLE)));
    code.add(loop(i, count, body));
    return blocks;
  }
}
