package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code fJacobian} and {@code fJacobianInto}: of a scalar function its gradient; else by forward
 * mode where all parameters are numbers, a column for each, and by reverse mode otherwise, a row
 * for each element of the result.
 */
final class JacobianMembers extends DenseMembers {

  /** For more of them the runtime has no method of its own. */
  private static final int MAX_VECTORS = 4;

  private final List<Stmt> code = new ArrayList<>();
  private final List<Expr> blocks = new ArrayList<>();

  private final Map<Var, Var> blockOf = new LinkedHashMap<>();
  private final Optional<JacobianRows> straight;

  private JacobianMembers(Derivative derivative, Optional<JacobianRows> straight, boolean isInto) {
    super(derivative, isInto);
    this.straight = straight;
  }

  /**
   * {@code fJacobian}.
   *
   * @param straight the rows in one method, where that is possible
   */
  static List<Declaration> of(Derivative derivative, Optional<JacobianRows> straight) {
    return new JacobianMembers(derivative, straight, false).make();
  }

  /** {@code fJacobianInto}. */
  static List<Declaration> into(Derivative derivative, Optional<JacobianRows> straight) {
    return new JacobianMembers(derivative, straight, true).make();
  }

  /** True where the Jacobian is made by forward mode. */
  static boolean isByColumns(Type result, List<Type> parameters) {
    return result.rank() > 0 && parameters.stream().allMatch(Type::isScalar);
  }

  private List<Declaration> make() {
    if (primal.result().rank() == 0) {
      gradient();
      return members;
    }
    boolean byColumns = isByColumns(primal.result(), independents.stream().map(Var::type).toList());
    if (byColumns) {
      columns();
    } else {
      rows();
    }
    Type.Record type =
        new Type.Record(
            linkage.jacobianType(),
            independents.stream()
                .map(
                    p ->
                        new Type.Component(
                            Linkage.componentName(p.name()), block(primal.result(), p.type())))
                .toList());
    Optional<Stmt> returned = returned(type, blocks);
    List<Stmt> body = straight.isEmpty() ? code : straight(straight.get(), returned);
    returned.ifPresent(body::add);
    if (isInto) {
      Type result = blocks.size() == 1 ? type.components().get(0).type() : type.name();
      methodInto(linkage.jacobianInto(), linkage.jacobian(), result, blocks, body);
    } else {
      String how =
          byColumns
              ? ", by forward mode: a column for each parameter."
              : ", by reverse mode: a row for each element of the result.";
      member(linkage.jacobian(), "Jacobian", how, body, type);
    }
    return members;
  }

  /** Of a number: its gradient. */
  private void gradient() {
    Type type = gradientType() instanceof Type.Record r ? r.name() : gradientType();
    if (!isInto) {
      code.add(Members.returns(run(linkage.gradient(), gradientType(), List.of())));
      String doc = ": its gradient, by reverse mode.";
      method(linkage.jacobian(), type, code, title("Jacobian") + doc);
      return;
    }
    List<Expr> adjoints = new ArrayList<>();
    for (Var p : independents) {
      if (p.type().rank() > 0) {
        adjoints.add(Make.read(given("d" + p.name(), p.type(), List.of())));
      }
    }
    boolean hasNumber = adjoints.size() < independents.size();
    Type result = hasNumber ? valueAndGradientType() : primal.result();
    Expr both = run(linkage.valueAndGradientInto(), result, adjoints);
    code.add(
        hasNumber ? Members.returns(Make.invoke(both, "gradient", type)) : Make.evaluate(both));
    List<Expr> all = hasNumber ? List.of(both) : adjoints;
    methodInto(linkage.jacobianInto(), linkage.jacobian(), type, all, code);
  }

  private void columns() {
    List<Var> columns = new ArrayList<>();
    for (Var q : independents) {
      List<Expr> dots = new ArrayList<>();
      for (Var p : independents) {
        dots.add(p.equals(q) ? Make.one(Type.DOUBLE) : Make.zero(Type.DOUBLE));
      }
      Expr run = run(linkage.jvp(), linkage.jvpType(), dots);
      Expr column = Make.invoke(run, "valueDot", VECTOR);
      if (isInto) {
        Var added = made.made(q.name() + "Column", VECTOR);
        columns.add(added);
        code.add(Make.local(added, column));
        blocks.add(Make.read(given("d" + q.name(), VECTOR, List.of(length(added)))));
      } else {
        blocks.add(column);
      }
    }
    code.addAll(checks());
    for (int i = 0; i < columns.size(); i++) {
      code.add(add(blocks.get(i), Make.read(columns.get(i))));
    }
  }

  private void rows() {
    Var pullback = made.made("pullback", linkage.pullbackType());
    code.add(Make.local(pullback, run(linkage.pullback(), linkage.pullbackType(), List.of())));
    Var seed = made.made("dResult", VECTOR);
    Expr value = Make.invoke(Make.read(pullback), "value", VECTOR);
    code.add(Make.local(seed, rows(VECTOR, new Expr.Length(value))));
    Var i = made.made("i", Type.INT);
    Var row = made.made("row", gradientType());
    List<Stmt> body = new ArrayList<>();
    body.add(Make.assign(Make.place(element(seed, i)), Make.one(Type.DOUBLE)));
    Expr applied = Make.invoke(Make.read(pullback), "apply", gradientType(), Make.read(seed));
    body.add(Make.local(row, applied));
    for (Var p : independents) {
      Var block = block(p, length(seed));
      body.add(put(element(block, i), part(row, p)));
      blocks.add(Make.read(block));
      blockOf.put(p, block);
    }
    body.add(Make.assign(Make.place(element(seed, i)), Make.zero(Type.DOUBLE)));
    code.addAll(checks());
    code.add(loop(i, length(seed), body));
  }

  /**
   * By the method that has all rows in it, where arrays are what they seem; what has several names,
   * or the wrong shape, is left to the pullback.
   */
  private List<Stmt> straight(JacobianRows rows, Optional<Stmt> returned) {
    List<Expr> arrays = new ArrayList<>();
    primal.parameters().stream()
        .filter(p -> !p.type().arrayTypes().isEmpty())
        .forEach(p -> arrays.add(SharedArrays.of(p, made)));
    List<Stmt> out = new ArrayList<>();
    Expr isPlain = null;
    for (Map.Entry<Var, Var> e : blockOf.entrySet()) {
      Var p = e.getKey();
      Var block = e.getValue();
      List<Expr> shape = new ArrayList<>(List.of(Make.literal(rows.count())));
      if (p.type().rank() > 0) {
        shape.add(length(p));
      }
      if (isInto) {
        arrays.add(Make.read(block));
        shape.add(0, Make.read(block));
        isPlain = and(isPlain, Make.call(BLOCKS, "fits", Type.BOOLEAN, shape));
      } else {
        out.add(Make.local(block, new Expr.NewArray((Type.Array) block.type(), shape)));
      }
    }
    if (!arrays.isEmpty()) {
      isPlain = apart(arrays, Make.literal(rows.count()), isPlain);
      Expr isNot = new Expr.Unary(Expr.Unary.Op.NOT, isPlain, Type.BOOLEAN);
      List<Stmt> byPullback = new ArrayList<>(code);
      byPullback.add(returned.orElse(new Stmt.Return(Optional.empty(), Origin.NONE)));
      out.add(0, new Stmt.If(isNot, Stmt.Block.of(byPullback), Stmt.Block.EMPTY, Origin.NONE));
      out.add(0, new Stmt.Comment("Arrays that share storage, or do not fit: by the pullback."));
    }
    List<Expr> given = blockOf.values().stream().map(Make::read).toList();
    out.add(Make.evaluate(run(linkage.jacobianRows(), Type.VOID, given)));
    return out;
  }

  /**
   * Asks by type where arguments are vectors: such a question is cheap, and makes no array of
   * arrays.
   *
   * @param count how many rows each block has
   */
  private Expr apart(List<Expr> arrays, Expr count, Expr fit) {
    List<Expr> vectors = arrays.stream().filter(a -> a.type().equals(VECTOR)).toList();
    List<Expr> matrices =
        blockOf.values().stream()
            .filter(b -> isInto && b.type().equals(MATRIX))
            .<Expr>map(Make::read)
            .toList();
    boolean isTyped = vectors.size() + matrices.size() == arrays.size();
    if (!isTyped || vectors.isEmpty() || vectors.size() > MAX_VECTORS) {
      return and(Make.call(BLOCKS, "areApart", Type.BOOLEAN, arrays), fit);
    }
    Expr all = and(Make.call(BLOCKS, "areApart", Type.BOOLEAN, vectors), fit);
    for (int i = 0; i < matrices.size(); i++) {
      List<Expr> one = new ArrayList<>(List.of(matrices.get(i), count));
      one.addAll(vectors);
      all = and(all, Make.call(BLOCKS, "areApart", Type.BOOLEAN, one));
      for (int j = 0; j < i; j++) {
        List<Expr> two = List.of(matrices.get(j), matrices.get(i), count);
        all = and(all, Make.call(BLOCKS, "areApart", Type.BOOLEAN, two));
      }
    }
    return all;
  }

  private static Expr and(Expr first, Expr second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return Make.binary(Expr.Binary.Op.AND, first, second);
  }

  private Var block(Var p, Expr count) {
    Type type = block(VECTOR, p.type());
    if (isInto) {
      return given(
          "d" + p.name(), type, p.type().rank() == 0 ? List.of(count) : List.of(count, length(p)));
    }
    Var block = made.made("d" + p.name(), type);
    code.add(Make.local(block, rows(type, count)));
    return block;
  }
}
