package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a loop changes, and so what is the same in each of its rounds. */
final class LoopFacts extends Walker {

  private final Set<Var> assigned = new HashSet<>();
  private final List<Expr.Element> stores = new ArrayList<>();
  private int loops;
  private boolean mayStoreUnseen;
  private boolean handsOutArrays;

  private LoopFacts() {}

  static LoopFacts of(Stmt loop) {
    LoopFacts facts = new LoopFacts();
    facts.walk(loop);
    return facts;
  }

  /** True if the loop assigns or declares the variable. */
  boolean assigns(Var v) {
    return assigned.contains(v);
  }

  /**
   * True if code that is not looked at gets hold of an array that the loop names, and may read it
   * or store into it.
   */
  boolean handsOutArrays() {
    return handsOutArrays;
  }

  /** True if the loop stores references into arrays: rows may be exchanged. */
  boolean movesRows() {
    return stores.stream().anyMatch(s -> s.type().isReference());
  }

  /**
   * True if no loop stands in the loop, and all that it stores into arrays can be seen. That is
   * asked of arrays that others may have in a field: a callee need not be given them.
   */
  boolean isPlain() {
    return loops == 1 && !mayStoreUnseen && !movesRows();
  }

  /** True if the loop stores into elements of this type. */
  boolean stores(Type type) {
    return stores.stream().anyMatch(s -> s.type().equals(type));
  }

  /** A store that may change one of the elements. */
  Optional<Expr.Element> change(List<Expr.Element> elements, Sharing sharing) {
    return stores.stream()
        .filter(s -> elements.stream().anyMatch(e -> sharing.mayShare(s, e)))
        .findFirst();
  }

  /**
   * An expression whose variables stay the same.
   *
   * @param elements the elements of arrays in it, which might change
   * @param mayFail false if it has a value even where the loop runs no round
   */
  record Steady(List<Expr.Element> elements, boolean mayFail) {}

  /** What is to be known of an expression whose variables stay the same; empty for all others. */
  Optional<Steady> steady(Expr e) {
    Parts parts = new Parts();
    parts.walk(e);
    return parts.varies
        ? Optional.empty()
        : Optional.of(new Steady(parts.elements, parts.mayFail || !parts.elements.isEmpty()));
  }

  @Override
  protected void write(Var v) {
    assigned.add(v);
  }

  @Override
  protected void declare(Var v) {
    assigned.add(v);
  }

  @Override
  protected void place(Place p) {
    if (p instanceof Place.Slot) {
      stores.add((Expr.Element) p.read());
    }
    super.place(p);
  }

  @Override
  protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    loops++;
    inside.run();
  }

  @Override
  public Void visit(Expr.Call e) {
    if (Make.isShadow(e)) {
      return super.visit(e);
    }
    boolean takesReference = e.arguments().stream().anyMatch(a -> a.type().isReference());
    boolean isRuntime =
        e.callee().kind() == Callee.Kind.GENERATED
            && e.callee().isOfRuntime()
            && !e.callee()
                .owner()
                .equals(Make.SHADOWS); // What is known of arrays may be forgotten.
    handsOutArrays |= takesReference;
    mayStoreUnseen |= e.callee().kind() != Callee.Kind.MATH && (takesReference || !isRuntime);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Opaque e) {
    open();
    return super.visit(e);
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    open();
    return super.visit(s);
  }

  private void open() {
    mayStoreUnseen = true;
    handsOutArrays = true;
  }

  /** Looks at an expression part by part. */
  private final class Parts extends Walker {
    private final List<Expr.Element> elements = new ArrayList<>();
    private boolean varies;
    private boolean mayFail;

    private Void vary() {
      varies = true;
      return null;
    }

    @Override
    protected void read(Var v) {
      varies |= assigned.contains(v);
    }

    @Override
    public Void visit(Expr.Element e) {
      elements.add(e);
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Length e) {
      mayFail = true;
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Component e) {
      mayFail = true;
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Binary e) {
      boolean divides = e.op() == Expr.Binary.Op.DIV || e.op() == Expr.Binary.Op.REM;
      mayFail |= divides && e.type().isIntegral();
      return e.type().equals(Type.STRING) ? vary() : super.visit(e);
    }

    @Override
    public Void visit(Expr.Call e) {
      if (Make.isShadow(e)) {
        return super.visit(e);
      }
      boolean isFunction =
          e.callee().kind() == Callee.Kind.MATH
              && e.type().isScalar()
              && !e.callee().name().equals("random");
      return isFunction ? super.visit(e) : vary();
    }

    @Override
    public Void visit(Expr.Field e) {
      return e.receiver() == null && e.isFinal() ? null : vary();
    }

    @Override
    public Void visit(Expr.NewRecord e) {
      return vary();
    }

    @Override
    public Void visit(Expr.NewArray e) {
      return vary();
    }

    @Override
    public Void visit(Expr.ArrayLiteral e) {
      return vary();
    }

    @Override
    public Void visit(Expr.Opaque e) {
      return vary();
    }
  }
}
