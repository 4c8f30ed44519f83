package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates how many bytes of bytecode javac makes of some code, and rather more than fewer.
 *
 * <p>Before: {@code x = a[i] * y}. Two loads, {@code daload}, a load, {@code dmul}, a store: 10
 * bytes at most while the variables are among the first 256 slots.
 */
final class BytecodeSize extends Walker {

  /** An instruction that names an entry of the constant pool: a call, a field, a large constant. */
  private static final int POOLED = 3;

  private static final int JUMP = 3;
  private static final int NEAR_LOCAL = 2;
  private static final int FAR_LOCAL = 4;
  private static final int LAST_NEAR_SLOT = 255;

  /** Text that is carried through: no Java is denser than this. */
  private static final int PER_CHARACTER = 1;

  /** Finding the arm that a string or a constant of an enumeration selects. */
  private static final int PER_LABEL = 40;

  private final Map<Var, Integer> slots = new HashMap<>();
  private final boolean isAnywhere;
  private int nextSlot;
  private int bytes;

  private BytecodeSize(boolean isAnywhere) {
    this.isAnywhere = isAnywhere;
  }

  /** The size of a method. */
  static int of(Function f) {
    BytecodeSize size = new BytecodeSize(false);
    f.parameters().forEach(size::declare);
    size.walk(f.body());
    return size.bytes + 1;
  }

  /** The most that statements can take in whatever method they stand, be their variables fields. */
  static int of(List<? extends Stmt> statements) {
    BytecodeSize size = new BytecodeSize(true);
    size.walk(statements);
    return size.bytes;
  }

  private Void add(int more) {
    bytes += more;
    return null;
  }

  private int access(Var v) {
    boolean isFar = isAnywhere || slots.getOrDefault(v, 0) > LAST_NEAR_SLOT;
    return isFar ? FAR_LOCAL : NEAR_LOCAL;
  }

  // Variables

  @Override
  protected void read(Var v) {
    add(access(v));
  }

  @Override
  protected void write(Var v) {
    add(access(v));
  }

  @Override
  protected void declare(Var v) {
    slots.put(v, nextSlot);
    nextSlot += v.type().equals(Type.DOUBLE) || v.type().equals(Type.LONG) ? 2 : 1;
  }

  // Expressions

  @Override
  public Void visit(Expr.Literal e) {
    return add(POOLED);
  }

  @Override
  public Void visit(Expr.Unary e) {
    super.visit(e);
    return add(isTruth(e.type()) ? choice() : NEAR_LOCAL);
  }

  @Override
  public Void visit(Expr.Binary e) {
    super.visit(e);
    if (e.type().equals(Type.STRING)) {
      return add(2 * POOLED);
    }
    return add(isTruth(e.type()) ? 1 + choice() : converted(e) + 1);
  }

  /** Operands of narrower types are widened. */
  private static int converted(Expr.Binary e) {
    return (e.left().type().equals(e.type()) ? 0 : 1) + (e.right().type().equals(e.type()) ? 0 : 1);
  }

  private static boolean isTruth(Type type) {
    return type.equals(Type.BOOLEAN);
  }

  /** A jump, and where the truth is wanted as a value: a constant, a jump, the other constant. */
  private static int choice() {
    return JUMP + 1 + JUMP + 1;
  }

  @Override
  public Void visit(Expr.Cast e) {
    super.visit(e);
    return add(POOLED);
  }

  @Override
  public Void visit(Expr.Conditional e) {
    super.visit(e);
    return add(2 * JUMP);
  }

  @Override
  public Void visit(Expr.Element e) {
    super.visit(e);
    return add(1);
  }

  @Override
  public Void visit(Expr.Length e) {
    super.visit(e);
    return add(1);
  }

  @Override
  public Void visit(Expr.Field e) {
    super.visit(e);
    return add(POOLED);
  }

  @Override
  public Void visit(Expr.Component e) {
    super.visit(e);
    return add(POOLED);
  }

  @Override
  public Void visit(Expr.Call e) {
    super.visit(e);
    return add(2 * POOLED + 2 + e.arguments().size()); // A cast of what a generic method returns.
  }

  @Override
  public Void visit(Expr.NewRecord e) {
    super.visit(e);
    return add(2 * POOLED + 1 + e.arguments().size());
  }

  @Override
  public Void visit(Expr.NewArray e) {
    super.visit(e);
    return add(POOLED + 1);
  }

  @Override
  public Void visit(Expr.ArrayLiteral e) {
    super.visit(e);
    return add(2 * POOLED + e.elements().size() * (1 + POOLED + 1));
  }

  @Override
  public Void visit(Expr.Opaque e) {
    super.visit(e);
    return text(e.code());
  }

  private Void text(Code code) {
    for (Code.Part part : code.parts()) {
      add(
          part instanceof Code.Text t
              ? PER_CHARACTER * t.text().length()
              : part instanceof Code.Space ? PER_CHARACTER : 2 * POOLED);
    }
    return add(2 * POOLED);
  }

  // Statements

  @Override
  public Void visit(Stmt.Local s) {
    super.visit(s);
    return add(s.init().isPresent() ? access(s.var()) : 0);
  }

  @Override
  public Void visit(Stmt.Assign s) {
    if (s.compound()
        && s.value() instanceof Expr.Binary b
        && b.left().equals(s.target().read())
        && s.target() instanceof Place.Slot slot) {
      walk(slot.array());
      walk(slot.index());
      walk(b.right());
      return add(5); // The place twice, load, operation, store.
    }
    super.visit(s);
    boolean isField = isAnywhere && s.target() instanceof Place.Variable;
    return add(s.target() instanceof Place.Slot || isField ? 1 : 0);
  }

  @Override
  public Void visit(Stmt.Evaluate s) {
    super.visit(s);
    return add(1);
  }

  @Override
  public Void visit(Stmt.If s) {
    super.visit(s);
    return add(2 * JUMP);
  }

  @Override
  public Void visit(Stmt.For s) {
    int outer = nextSlot;
    super.visit(s);
    nextSlot = outer;
    return add(2 * JUMP);
  }

  @Override
  public Void visit(Stmt.While s) {
    super.visit(s);
    return add(2 * JUMP);
  }

  @Override
  public Void visit(Stmt.DoWhile s) {
    super.visit(s);
    return add(JUMP);
  }

  @Override
  public Void visit(Stmt.Switch s) {
    super.visit(s);
    s.arms().forEach(a -> add(PER_LABEL * (1 + a.labels().size())));
    return add(PER_LABEL);
  }

  @Override
  public Void visit(Stmt.Block s) {
    int outer = nextSlot;
    super.visit(s);
    nextSlot = outer;
    return null;
  }

  @Override
  public Void visit(Stmt.Break s) {
    return add(JUMP);
  }

  @Override
  public Void visit(Stmt.Continue s) {
    return add(JUMP);
  }

  @Override
  public Void visit(Stmt.Return s) {
    super.visit(s);
    return add(1);
  }

  @Override
  public Void visit(Stmt.Throw s) {
    super.visit(s);
    return add(1);
  }

  @Override
  public Void visit(Stmt.Assert s) {
    super.visit(s);
    return add(4 * POOLED + 2 * JUMP);
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    super.visit(s);
    return text(s.code());
  }
}
