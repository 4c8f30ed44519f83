package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;

/** A statement. The last group ("surface") does not outlive {@code normalize}. */
public sealed interface Stmt {

  /** The source statement it came from. */
  Origin origin();

  /** True for a loop in core form. */
  default boolean isLoop() {
    return this instanceof For || this instanceof While || this instanceof DoWhile;
  }

  /** Dispatches on the kind of node; every visitor handles every kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method per kind of statement. */
  interface Visitor<R> {
    R visit(Local s);

    R visit(Assign s);

    R visit(Evaluate s);

    R visit(If s);

    R visit(For s);

    R visit(While s);

    R visit(DoWhile s);

    R visit(Switch s);

    R visit(Block s);

    R visit(Labeled s);

    R visit(Break s);

    R visit(Continue s);

    R visit(Return s);

    R visit(Throw s);

    R visit(Assert s);

    R visit(Verbatim s);

    R visit(Surgery s);

    R visit(Checkpoint s);

    R visit(Comment s);

    R visit(ForEach s);

    R visit(OldSwitch s);

    R visit(Yield s);
  }

  /** A declaration; {@code init} may be empty. */
  record Local(Var var, Optional<Expr> init, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * An assignment.
   *
   * @param compound true to print {@code x op= e} where the value is {@code x op e}
   */
  record Assign(Place target, Expr value, boolean compound, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** An expression statement: a call whose value is not used. */
  record Evaluate(Expr expr, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A branch; an absent {@code else} is an empty block. */
  record If(Expr test, Block then, Block otherwise, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code for (init; test; update) body}. Init and update hold simple statements only; variables
   * declared in {@code init} are local to the loop.
   */
  record For(List<Stmt> init, Expr test, List<Stmt> update, Block body, Origin origin)
      implements Stmt {
    public For {
      init = List.copyOf(init);
      update = List.copyOf(update);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code while (test) body}. */
  record While(Expr test, Block body, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code do body while (test)}. */
  record DoWhile(Block body, Expr test, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A switch with arrow arms. An unlabelled {@code break} in an arm leaves the switch. At most one
   * arm is the default.
   */
  record Switch(Expr selector, List<Arm> arms, Origin origin) implements Stmt {
    public Switch {
      arms = List.copyOf(arms);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * An arm of a switch: {@code case A, B -> body}.
   *
   * @param labels constants as Java writes them in a case: literals, or names of enum constants
   * @param isDefault true for {@code default}
   */
  record Arm(List<String> labels, boolean isDefault, Block body) {
    public Arm {
      labels = List.copyOf(labels);
    }
  }

  /** Braces. */
  record Block(List<Stmt> statements, Origin origin) implements Stmt {
    /** No statements. */
    public static final Block EMPTY = new Block(List.of(), Origin.NONE);

    public Block {
      statements = List.copyOf(statements);
    }

    /** A block made by the compiler. */
    public static Block of(List<Stmt> statements) {
      return new Block(statements, Origin.NONE);
    }

    public boolean isEmpty() {
      return statements.isEmpty();
    }

    /** The block that is all there is in it; itself where there is more. */
    public Block unwrapped() {
      return statements.size() == 1 && statements.get(0) instanceof Block inner ? inner : this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code label: body}. */
  record Labeled(String label, Stmt body, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code break}; without a label it leaves the innermost loop or switch. */
  record Break(Optional<String> label, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code continue}; without a label it goes on with the innermost loop. */
  record Continue(Optional<String> label, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code return}. */
  record Return(Optional<Expr> value, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code throw}. */
  record Throw(Expr exception, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code assert test : message}. */
  record Assert(Expr test, Optional<Expr> message, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Statements carried through unread ({@code try}, {@code synchronized}, local classes): no jump
   * leaves them, and they write no array.
   *
   * @param ifActive the id of the error to report when an active variable is read or written inside
   */
  record Verbatim(Code code, String ifActive, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A change to the adjoint of a variable, or a look at it, where the backward pass has completed
   * it: {@code insertGradientOf(x, dx -> body)}. Nothing happens in the forward pass.
   *
   * @param target the variable
   * @param parameter stands for the adjoint in the code
   * @param code an expression for the new adjoint, or statements
   * @param isReplacing true for an expression whose value becomes the adjoint
   */
  record Surgery(Expr.Read target, Var parameter, Code code, boolean isReplacing, Origin origin)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A mark in the body of a loop, before anything that the user wrote there: reverse mode shall not
   * record the loop, but run it again. Nothing happens anywhere else.
   *
   * @param snapshots how many states, evaluated before the loop; empty for a logarithmic number
   */
  record Checkpoint(Kind kind, Optional<Expr> snapshots, Origin origin) implements Stmt {
    /** How a loop runs again. */
    public enum Kind {
      /** Some states are kept, and rounds run again from there. */
      SNAPSHOTS,
      /** The rounds share nothing but sums: each runs again by itself. */
      INDEPENDENT,
      /** As {@link #INDEPENDENT}, and only then are the sums added up. */
      ADDING
    }

    /** The mark of the user. */
    public Checkpoint(Optional<Expr> snapshots, Origin origin) {
      this(Kind.SNAPSHOTS, snapshots, origin);
    }

    /**
     * The mark of a loop whose rounds share nothing but sums.
     *
     * @param adds true if the sums are added up when the rounds run again, and not before
     */
    public static Checkpoint independent(boolean adds) {
      return new Checkpoint(adds ? Kind.ADDING : Kind.INDEPENDENT, Optional.empty(), Origin.NONE);
    }

    /** True where the rounds of the loop share nothing but sums. */
    public boolean isIndependent() {
      return kind != Kind.SNAPSHOTS;
    }

    /** The mark in the body of a loop, if it has one; normalization may have wrapped it. */
    public static Optional<Checkpoint> of(Block body) {
      for (Stmt s : body.statements()) {
        Optional<Checkpoint> mark = in(s);
        if (mark.isPresent()) {
          return mark;
        }
      }
      return Optional.empty();
    }

    private static Optional<Checkpoint> in(Stmt s) {
      if (s instanceof Labeled l) {
        return in(l.body());
      }
      if (s instanceof Block b) {
        return of(b);
      }
      return s instanceof Checkpoint c ? Optional.of(c) : Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A line comment of generated code; an empty text is an empty line.
   *
   * @param origin what it speaks of
   */
  record Comment(String text, Origin origin) implements Stmt {
    /** A comment that speaks of nothing in the source. */
    public Comment(String text) {
      this(text, Origin.NONE);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  // Surface forms: only between syntax and normalize.

  /** Surface: {@code for (T v : iterable) body}, over an array or over any other iterable. */
  record ForEach(Var var, Expr iterable, Block body, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Surface: a switch of statement groups, which fall through. */
  record OldSwitch(Expr selector, List<Arm> groups, Origin origin) implements Stmt {
    public OldSwitch {
      groups = List.copyOf(groups);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Surface: {@code yield value} of the innermost {@link Expr.Choosing}. */
  record Yield(Expr value, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
