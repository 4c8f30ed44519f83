package io.github.cotangent.processor.ir;

import java.util.List;

/**
 * An expression. All but the last group ("surface") are pure of assignments: {@code normalize}
 * removes the surface forms, and the verifier holds it to that.
 */
public sealed interface Expr {

  /** The static type. */
  Type type();

  /** True for the literal {@code null}. */
  default boolean isNull() {
    return this instanceof Literal l && l.text.equals("null");
  }

  /** True for the literal {@code true}: as its test, it makes a loop endless. */
  default boolean isTrue() {
    return this instanceof Literal l && l.text.equals("true");
  }

  /** Dispatches on the kind of node; every visitor handles every kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method per kind of expression. */
  interface Visitor<R> {
    R visit(Literal e);

    R visit(Read e);

    R visit(Unary e);

    R visit(Binary e);

    R visit(Cast e);

    R visit(Conditional e);

    R visit(Element e);

    R visit(Length e);

    R visit(Field e);

    R visit(Component e);

    R visit(Call e);

    R visit(NewRecord e);

    R visit(NewArray e);

    R visit(ArrayLiteral e);

    R visit(Opaque e);

    R visit(Assigning e);

    R visit(Stepping e);

    R visit(Choosing e);
  }

  /** A literal or compile-time constant, in Java's notation: {@code 1.0}, {@code "a"}, null. */
  record Literal(Type type, String text) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The value of a variable. */
  record Read(Var var) implements Expr {
    @Override
    public boolean equals(Object other) {
      return other instanceof Read r && r.var.equals(var);
    }

    @Override
    public int hashCode() {
      return var.hashCode();
    }

    @Override
    public Type type() {
      return var.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code -x}, {@code +x}, {@code ~x}, {@code !x}. */
  record Unary(Op op, Expr operand, Type type) implements Expr {
    /** The operators without side effect. */
    public enum Op {
      MINUS("-"),
      PLUS("+"),
      COMPLEMENT("~"),
      NOT("!");
      private final String symbol;

      Op(String symbol) {
        this.symbol = symbol;
      }

      /** As Java writes it. */
      public String symbol() {
        return symbol;
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A binary operation. {@code type} is the promoted type of the result; operands of narrower
   * numeric types stand as they are: Java promotes them.
   */
  record Binary(Op op, Expr left, Expr right, Type type) implements Expr {
    /** The operators; {@code ADD} on strings is concatenation. */
    public enum Op {
      MUL("*", 12),
      DIV("/", 12),
      REM("%", 12),
      ADD("+", 11),
      SUB("-", 11),
      SHL("<<", 10),
      SHR(">>", 10),
      USHR(">>>", 10),
      LT("<", 9),
      GT(">", 9),
      LE("<=", 9),
      GE(">=", 9),
      EQ("==", 8),
      NE("!=", 8),
      BIT_AND("&", 7),
      BIT_XOR("^", 6),
      BIT_OR("|", 5),
      AND("&&", 4),
      OR("||", 3);
      private final String symbol;
      private final int precedence;

      Op(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
      }

      /** As Java writes it. */
      public String symbol() {
        return symbol;
      }

      /** True for {@code &&} and {@code ||}: the left side tells whether the right is evaluated. */
      public boolean isShortCircuit() {
        return this == AND || this == OR;
      }

      /** Higher binds tighter; {@code ?:} is 2, assignment 1, unary and cast 13. */
      public int precedence() {
        return precedence;
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A conversion written by the user or needed in generated code. */
  record Cast(Type type, Expr operand, Origin origin) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code test ? ifTrue : ifFalse}. */
  record Conditional(Expr test, Expr ifTrue, Expr ifFalse, Type type) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code array[index]}: a scalar, or a row. */
  record Element(Expr array, Expr index) implements Expr {
    @Override
    public boolean equals(Object other) {
      return other instanceof Element e && e.array.equals(array) && e.index.equals(index);
    }

    @Override
    public int hashCode() {
      return 31 * array.hashCode() + index.hashCode();
    }

    @Override
    public Type type() {
      return ((Type.Array) array.type()).element();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code array.length}. */
  record Length(Expr array) implements Expr {
    @Override
    public Type type() {
      return Type.INT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A field that is not a record component: {@code Owner.NAME}, or {@code receiver.name}. Constants
   * of the compiler are {@link Literal}s already.
   *
   * @param receiver null for a static field
   * @param isFinal false where the field can change between two reads
   * @param isWhole true for a constant with a record that is not null, nor any record in it
   */
  record Field(
      Expr receiver,
      Type.ClassType owner,
      String name,
      Type type,
      boolean isFinal,
      boolean isWhole,
      Origin origin)
      implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code record.name()} of a {@link Type.Record}. */
  record Component(Expr record, String name) implements Expr {
    @Override
    public Type type() {
      return ((Type.Record) record.type()).component(name).type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A method call.
   *
   * @param receiver null for static methods (and for {@link Callee.Kind#LOCAL} methods of records,
   *     which take {@code self} as their first argument)
   */
  record Call(Callee callee, Expr receiver, List<Expr> arguments, Origin origin) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Type type() {
      return callee.returnType();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code new Point(x, y)} of a {@link Type.Record}. */
  record NewRecord(Type.Record type, List<Expr> arguments, Origin origin) implements Expr {
    public NewRecord {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code new double[n][m][]}: as many sizes as given, the other dimensions left null. */
  record NewArray(Type.Array type, List<Expr> sizes) implements Expr {
    public NewArray {
      sizes = List.copyOf(sizes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code new double[] {a, b}}; nested for more dimensions. */
  record ArrayLiteral(Type.Array type, List<Expr> elements) implements Expr {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Java that the compiler carries through unread: lambdas, {@code instanceof}, {@code new} of a
   * class, method references.
   *
   * @param code the source, with every variable and type that must follow a renaming or an import
   *     taken out
   * @param ifActive the id of the error to report when an active variable is read inside
   */
  record Opaque(Code code, Type type, String ifActive, Origin origin) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  // Surface forms: only between syntax and normalize.

  /**
   * Surface: an assignment, {@code target = value} or {@code target op= value}, as a statement or
   * inside an expression. Its value is the target's new value.
   *
   * @param op null for the plain assignment
   */
  record Assigning(Place target, Binary.Op op, Expr value, Origin origin) implements Expr {
    @Override
    public Type type() {
      return target.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Surface: {@code ++x}, {@code x++}, {@code --x}, {@code x--}. */
  record Stepping(Place target, boolean increment, boolean prefix, Origin origin) implements Expr {
    @Override
    public Type type() {
      return target.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Surface: a switch expression. Every arm is an arrow arm; a plain {@code -> value} arm is a
   * block with one {@link Stmt.Yield}.
   */
  record Choosing(Expr selector, List<Stmt.Arm> arms, Type type, Origin origin) implements Expr {
    public Choosing {
      arms = List.copyOf(arms);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
