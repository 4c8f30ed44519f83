package io.github.cotangent.processor.ir;

/** Where an assignment writes to. */
public sealed interface Place {

  /** The type of what is written. */
  Type type();

  /** The expression that reads the place. */
  Expr read();

  /** A local variable or parameter. */
  record Variable(Var var) implements Place {
    @Override
    public Type type() {
      return var.type();
    }

    @Override
    public Expr read() {
      return new Expr.Read(var);
    }
  }

  /** {@code array[index]}. */
  record Slot(Expr array, Expr index) implements Place {
    @Override
    public Type type() {
      return ((Type.Array) array.type()).element();
    }

    @Override
    public Expr read() {
      return new Expr.Element(array, index);
    }
  }
}
