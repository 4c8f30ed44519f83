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
import java.util.Optional;
import java.util.Set;

/**
 * A dense derivative, row by row or column by column, from the members that give one row or column
 * each. For parameters that are numbers or arrays of numbers; a block for each parameter, or pair
 * of them. Each comes in two forms: with new blocks, or adding to blocks that the caller gives.
 */
abstract class DenseMembers {

  static final Type VECTOR = new Type.Array(Type.DOUBLE);
  static final Type MATRIX = new Type.Array(VECTOR);
  static final Type.ClassType BLOCKS = Make.runtime("Blocks");

  final Linkage linkage;
  final Function primal;
  final List<Var> independents;
  final AdjointVars made;
  private final Derivative derivative;

  /** True for the form that adds to blocks that the caller gives. */
  final boolean isInto;

  /** The blocks that the caller gives, and what each must have the shape of. */
  private final Map<Var, List<Expr>> given = new LinkedHashMap<>();

  final List<Declaration> members = new ArrayList<>();

  DenseMembers(Derivative derivative, boolean isInto) {
    this.derivative = derivative;
    this.primal = derivative.primal();
    this.linkage = derivative.linkage();
    this.isInto = isInto;
    this.independents = derivative.withRespectTo().stream().map(primal.parameters()::get).toList();
    Set<String> taken = new LinkedHashSet<>();
    primal.parameters().forEach(p -> taken.add(p.name()));
    this.made = new AdjointVars(Names.beside(taken));
  }

  /** True where every parameter and the result have a dense derivative. */
  static boolean isPossible(Type result, List<Type> parameters) {
    return isDense(result) && parameters.stream().allMatch(DenseMembers::isDense);
  }

  private static boolean isDense(Type type) {
    return type.equals(Type.DOUBLE) || type.equals(VECTOR);
  }

  /**
   * The method, with its record of blocks where there are several.
   *
   * @param title what it gives
   * @param more how, to follow the name of the primal in the documentation
   */
  void member(String name, String title, String more, List<Stmt> code, Type.Record blocks) {
    boolean isSingle = blocks.components().size() == 1;
    Type result = isSingle ? blocks.components().get(0).type() : blocks.name();
    String doc = title(title);
    method(name, result, code, doc + more);
    if (!isSingle && !isInto) {
      members.add(
          new Declaration.RecordClass(blocks, derivative.visibility(), doc + ", in blocks."));
    }
  }

  String title(String what) {
    return "The " + what + " of " + derivative.link();
  }

  /**
   * The method that adds to blocks of the caller's. It returns nothing where those are all that
   * there is.
   *
   * @param without the name of the method with new blocks
   * @param result what is returned, if anything is
   */
  void methodInto(String name, String without, Type result, List<Expr> blocks, List<Stmt> code) {
    boolean areAllGiven = areAllGiven(blocks);
    String doc = "As {@code " + without + "}, but added to the blocks that are given";
    String returned = ", which are returned with what is a number.";
    method(name, areAllGiven ? Type.VOID : result, code, doc + (areAllGiven ? "." : returned));
  }

  void method(String name, Type result, List<Stmt> code, String doc) {
    List<Var> parameters = parameters();
    Function f =
        new Function(
            linkage.container(),
            name,
            parameters,
            primal.constants(),
            result,
            Stmt.Block.of(code),
            primal.thrown(),
            primal.reserved(),
            primal.origin());
    members.add(new Declaration.Method(f, true, derivative.visibility(), doc));
  }

  /** The parameters of the primal, and the blocks that the caller gives. */
  List<Var> parameters() {
    List<Var> parameters = new ArrayList<>(primal.parameters());
    parameters.addAll(given.keySet());
    return parameters;
  }

  /**
   * Returns the blocks: the record of several, or the only one; empty if the caller has them all.
   */
  Optional<Stmt> returned(Type.Record type, List<Expr> blocks) {
    if (areAllGiven(blocks)) {
      return Optional.empty();
    }
    return Optional.of(
        Members.returns(blocks.size() == 1 ? blocks.get(0) : Members.newRecord(type, blocks)));
  }

  private boolean areAllGiven(List<Expr> blocks) {
    return blocks.stream().allMatch(b -> b instanceof Expr.Read r && given.containsKey(r.var()));
  }

  Expr run(String name, Type result, List<Expr> more) {
    List<Expr> all = new ArrayList<>(primal.parameters().stream().map(Make::read).toList());
    all.addAll(more);
    return Make.call(linkage.container(), name, result, all);
  }

  static Type block(Type rows, Type columns) {
    int rank = rows.rank() + columns.rank();
    return rank == 0 ? Type.DOUBLE : rank == 1 ? VECTOR : MATRIX;
  }

  static Expr element(Var array, Var index) {
    return new Expr.Element(Make.read(array), Make.read(index));
  }

  /** {@code for (int i = 0; i < count; i++)}. */
  static Stmt loop(Var i, Expr count, List<Stmt> body) {
    return new Stmt.For(
        List.of(Make.local(i, Make.literal(0))),
        Make.binary(Expr.Binary.Op.LT, Make.read(i), count),
        List.of(Make.step(i, 1)),
        Stmt.Block.of(body),
        Origin.NONE);
  }

  static Expr rows(Type block, Expr count) {
    return new Expr.NewArray((Type.Array) block, List.of(count));
  }

  static Expr length(Var array) {
    return new Expr.Length(Make.read(array));
  }

  /** A part of a gradient: the gradient itself where there is one parameter only. */
  Expr part(Var gradient, Var p) {
    return independents.size() == 1
        ? Make.read(gradient)
        : new Expr.Component(Make.read(gradient), Linkage.componentName(p.name()));
  }

  Type gradientType() {
    return linkage.gradientType(derivative.withRespectTo());
  }

  Type valueAndGradientType() {
    return linkage.valueAndGradientType(derivative.withRespectTo()).name();
  }

  /** A parameter for a block of the caller's. */
  Var given(String name, Type type, List<Expr> shape) {
    Var block = made.made(name, type);
    given.put(block, shape);
    return block;
  }

  /** Adds a row to a block of the caller's, or a number to an element of it. */
  static Stmt add(Expr target, Expr amount) {
    return target.type().isScalar()
        ? Make.accumulate(target, amount)
        : Make.evaluate(Make.call(Make.ADJOINTS, "add", target.type(), target, amount));
  }

  /** Puts a row into its place in a block, or adds it there. */
  Stmt put(Expr target, Expr row) {
    return isInto ? add(target, row) : Make.assign(Make.place(target), row);
  }

  /** Checks all blocks that the caller gives, before anything is added to them. */
  List<Stmt> checks() {
    if (given.isEmpty()) {
      return List.of();
    }
    List<Expr> arguments =
        primal.parameters().stream()
            .filter(p -> !p.type().arrayTypes().isEmpty())
            .map(p -> SharedArrays.of(p, made))
            .toList();
    Expr checked = Make.call(BLOCKS, "apartFrom", BLOCKS, arguments);
    for (Map.Entry<Var, List<Expr>> block : given.entrySet()) {
      List<Expr> all = new ArrayList<>();
      all.add(Make.literal(block.getKey().name()));
      all.add(Make.read(block.getKey()));
      all.addAll(block.getValue());
      checked = Make.invoke(checked, "check", BLOCKS, all.toArray(Expr[]::new));
    }
    return List.of(Make.evaluate(checked));
  }
}
