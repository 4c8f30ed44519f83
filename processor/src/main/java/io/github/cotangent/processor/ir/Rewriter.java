package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rebuilds a tree bottom-up. Subclasses override the visits of the nodes that they change; all
 * others are copied with rewritten children, but for variables and operations on them in which
 * nothing changes. A statement may become several.
 *
 * <p>Before: {@code y = a * x}. After a rewriter that maps the variable {@code a} to {@code b}:
 * {@code y = b * x}.
 */
public class Rewriter implements Expr.Visitor<Expr>, Stmt.Visitor<List<Stmt>> {

  /**
   * A loop of any kind.
   *
   * @param inside makes the rewritten loop: it goes on downward, to the body and to all that the
   *     loop's header has
   */
  protected List<Stmt> loop(Stmt loop, Supplier<Stmt> inside) {
    return List.of(inside.get());
  }

  /** The rewritten expression. */
  public final Expr expr(Expr e) {
    return e.accept(this);
  }

  /** The rewritten expressions, in order. */
  public final List<Expr> exprs(List<Expr> es) {
    if (es.isEmpty()) {
      return es;
    }
    List<Expr> out = new ArrayList<>(es.size());
    for (Expr e : es) {
      out.add(e.accept(this));
    }
    return List.copyOf(out);
  }

  /** The rewritten statements, in order. */
  public List<Stmt> stmts(List<Stmt> ss) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : ss) {
      out.addAll(s.accept(this));
    }
    return out;
  }

  /** The block with its statements rewritten. */
  public Stmt.Block block(Stmt.Block b) {
    return new Stmt.Block(stmts(b.statements()), b.origin());
  }

  /** Every occurrence of a variable passes here: reads, writes, declarations. */
  protected Var var(Var v) {
    return v;
  }

  /** The rewritten place. */
  protected Place place(Place p) {
    if (p instanceof Place.Variable v) {
      return new Place.Variable(var(v.var()));
    }
    Place.Slot s = (Place.Slot) p;
    return new Place.Slot(expr(s.array()), expr(s.index()));
  }

  /** The rewritten text. */
  protected Code code(Code c) {
    List<Code.Part> parts = new ArrayList<>();
    for (Code.Part part : c.parts()) {
      if (part instanceof Code.Reads r) {
        parts.add(new Code.Reads(var(r.var())));
      } else if (part instanceof Code.Writes w) {
        parts.add(new Code.Writes(var(w.var())));
      } else {
        parts.add(part);
      }
    }
    return new Code(parts);
  }

  private List<Stmt.Arm> arms(List<Stmt.Arm> arms) {
    List<Stmt.Arm> out = new ArrayList<>(arms.size());
    for (Stmt.Arm a : arms) {
      out.add(new Stmt.Arm(a.labels(), a.isDefault(), block(a.body())));
    }
    return List.copyOf(out);
  }

  @Override
  public Expr visit(Expr.Literal e) {
    return e;
  }

  @Override
  public Expr visit(Expr.Read e) {
    Var v = var(e.var());
    return v == e.var() ? e : new Expr.Read(v);
  }

  @Override
  public Expr visit(Expr.Unary e) {
    Expr operand = expr(e.operand());
    return operand == e.operand() ? e : new Expr.Unary(e.op(), operand, e.type());
  }

  @Override
  public Expr visit(Expr.Binary e) {
    Expr left = expr(e.left());
    Expr right = expr(e.right());
    boolean isSame = left == e.left() && right == e.right();
    return isSame ? e : new Expr.Binary(e.op(), left, right, e.type());
  }

  @Override
  public Expr visit(Expr.Cast e) {
    return new Expr.Cast(e.type(), expr(e.operand()), e.origin());
  }

  @Override
  public Expr visit(Expr.Conditional e) {
    return new Expr.Conditional(expr(e.test()), expr(e.ifTrue()), expr(e.ifFalse()), e.type());
  }

  @Override
  public Expr visit(Expr.Element e) {
    Expr array = expr(e.array());
    Expr index = expr(e.index());
    return array == e.array() && index == e.index() ? e : new Expr.Element(array, index);
  }

  @Override
  public Expr visit(Expr.Length e) {
    return new Expr.Length(expr(e.array()));
  }

  @Override
  public Expr visit(Expr.Field e) {
    return e.receiver() == null
        ? e
        : new Expr.Field(
            expr(e.receiver()),
            e.owner(),
            e.name(),
            e.type(),
            e.isFinal(),
            e.isWhole(),
            e.origin());
  }

  @Override
  public Expr visit(Expr.Component e) {
    return new Expr.Component(expr(e.record()), e.name());
  }

  @Override
  public Expr visit(Expr.Call e) {
    return new Expr.Call(
        e.callee(),
        e.receiver() == null ? null : expr(e.receiver()),
        exprs(e.arguments()),
        e.origin());
  }

  @Override
  public Expr visit(Expr.NewRecord e) {
    return new Expr.NewRecord(e.type(), exprs(e.arguments()), e.origin());
  }

  @Override
  public Expr visit(Expr.NewArray e) {
    return new Expr.NewArray(e.type(), exprs(e.sizes()));
  }

  @Override
  public Expr visit(Expr.ArrayLiteral e) {
    return new Expr.ArrayLiteral(e.type(), exprs(e.elements()));
  }

  @Override
  public Expr visit(Expr.Opaque e) {
    return new Expr.Opaque(code(e.code()), e.type(), e.ifActive(), e.origin());
  }

  @Override
  public Expr visit(Expr.Assigning e) {
    return new Expr.Assigning(place(e.target()), e.op(), expr(e.value()), e.origin());
  }

  @Override
  public Expr visit(Expr.Stepping e) {
    return new Expr.Stepping(place(e.target()), e.increment(), e.prefix(), e.origin());
  }

  @Override
  public Expr visit(Expr.Choosing e) {
    return new Expr.Choosing(expr(e.selector()), arms(e.arms()), e.type(), e.origin());
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    Optional<Expr> init = s.init().isEmpty() ? s.init() : Optional.of(expr(s.init().get()));
    return List.of(new Stmt.Local(var(s.var()), init, s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    return List.of(new Stmt.Assign(place(s.target()), expr(s.value()), s.compound(), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Evaluate s) {
    return List.of(new Stmt.Evaluate(expr(s.expr()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.If s) {
    return List.of(new Stmt.If(expr(s.test()), block(s.then()), block(s.otherwise()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.For s) {
    return loop(
        s,
        () -> {
          List<Stmt> init = stmts(s.init());
          Expr test = expr(s.test());
          return new Stmt.For(init, test, stmts(s.update()), block(s.body()), s.origin());
        });
  }

  @Override
  public List<Stmt> visit(Stmt.While s) {
    return loop(s, () -> new Stmt.While(expr(s.test()), block(s.body()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.DoWhile s) {
    return loop(s, () -> new Stmt.DoWhile(block(s.body()), expr(s.test()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Switch s) {
    return List.of(new Stmt.Switch(expr(s.selector()), arms(s.arms()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Block s) {
    return List.of(block(s));
  }

  @Override
  public List<Stmt> visit(Stmt.Labeled s) {
    return List.of(labeled(s, s.body().accept(this)));
  }

  /**
   * What a labeled statement has become; a loop keeps the label that its {@code continue} names.
   */
  protected static Stmt labeled(Stmt.Labeled s, List<Stmt> body) {
    Stmt single = body.size() == 1 ? body.get(0) : Stmt.Block.of(body);
    if (isLabeledLoop(s.body()) && single instanceof Stmt.Block b) {
      List<Stmt> inner = new ArrayList<>(b.statements());
      for (int i = inner.size() - 1; i >= 0; i--) {
        if (isLabeledLoop(inner.get(i))) {
          inner.set(i, new Stmt.Labeled(s.label(), inner.get(i), s.origin()));
          return new Stmt.Block(inner, b.origin());
        }
      }
    }
    return new Stmt.Labeled(s.label(), single, s.origin());
  }

  /** True for a loop, whatever labels it has. */
  protected static boolean isLabeledLoop(Stmt s) {
    return s instanceof Stmt.Labeled l ? isLabeledLoop(l.body()) : s.isLoop();
  }

  @Override
  public List<Stmt> visit(Stmt.Break s) {
    return List.of(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Continue s) {
    return List.of(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Return s) {
    return List.of(new Stmt.Return(s.value().map(this::expr), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Throw s) {
    return List.of(new Stmt.Throw(expr(s.exception()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Assert s) {
    return List.of(new Stmt.Assert(expr(s.test()), s.message().map(this::expr), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Verbatim s) {
    return List.of(new Stmt.Verbatim(code(s.code()), s.ifActive(), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Surgery s) {
    Expr target = expr(s.target());
    if (!(target instanceof Expr.Read read)) {
      throw new IllegalStateException("no variable to operate on: " + Printer.print(target));
    }
    return List.of(
        new Stmt.Surgery(read, var(s.parameter()), code(s.code()), s.isReplacing(), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Checkpoint s) {
    return List.of(new Stmt.Checkpoint(s.kind(), s.snapshots().map(this::expr), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Comment s) {
    return List.of(s);
  }

  @Override
  public List<Stmt> visit(Stmt.ForEach s) {
    return loop(
        s, () -> new Stmt.ForEach(var(s.var()), expr(s.iterable()), block(s.body()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.OldSwitch s) {
    return List.of(new Stmt.OldSwitch(expr(s.selector()), arms(s.groups()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.Yield s) {
    return List.of(new Stmt.Yield(expr(s.value()), s.origin()));
  }
}
