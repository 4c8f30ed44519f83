package io.github.cotangent.processor.ir;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which variables some code declares, and which it reads or assigns otherwise; how often, too. */
public final class Mentions {

  private Mentions() {}

  private static final class Uses extends Walker {
    private final Set<Var> vars;
    private boolean read;
    private boolean written;

    Uses(Set<Var> vars) {
      this.vars = vars;
    }

    @Override
    protected void read(Var v) {
      read |= vars.contains(v);
    }

    @Override
    protected void write(Var v) {
      written |= vars.contains(v);
    }
  }

  private static Uses in(Stmt s, Set<Var> vars) {
    Uses uses = new Uses(vars);
    uses.walk(s);
    return uses;
  }

  /** True if the statement reads the variable. */
  public static boolean reads(Stmt s, Var v) {
    return in(s, Set.of(v)).read;
  }

  /** True if the expression reads the variable. */
  public static boolean reads(Expr e, Var v) {
    return reads(e, Set.of(v));
  }

  /** True if the expression reads one of the variables. */
  public static boolean reads(Expr e, Set<Var> vars) {
    Uses uses = new Uses(vars);
    uses.walk(e);
    return uses.read;
  }

  /** True if the statement assigns the variable. */
  public static boolean writes(Stmt s, Var v) {
    return writes(s, Set.of(v));
  }

  /** True if the statement assigns one of the variables. */
  public static boolean writes(Stmt s, Set<Var> vars) {
    return in(s, vars).written;
  }

  /** True if the statement reads or assigns the variable. */
  public static boolean any(Stmt s, Var v) {
    Uses uses = in(s, Set.of(v));
    return uses.read || uses.written;
  }

  /** The variables that the statement reads. */
  public static Set<Var> read(Stmt s) {
    Set<Var> found = new HashSet<>();
    new Walker() {
      @Override
      protected void read(Var v) {
        found.add(v);
      }
    }.walk(s);
    return found;
  }

  /** The variables that the statement reads or assigns. */
  public static Set<Var> all(Stmt s) {
    return all(List.of(s));
  }

  /** The variables that the statements read or assign. */
  public static Set<Var> all(List<? extends Stmt> statements) {
    Set<Var> found = new HashSet<>();
    new Walker() {
      @Override
      protected void read(Var v) {
        found.add(v);
      }

      @Override
      protected void write(Var v) {
        found.add(v);
      }
    }.walk(statements);
    return found;
  }

  /** The variables that the statements declare, in their order. */
  public static Set<Var> declared(List<? extends Stmt> statements) {
    Set<Var> found = new LinkedHashSet<>();
    new Walker() {
      @Override
      protected void declare(Var v) {
        found.add(v);
      }
    }.walk(statements);
    return found;
  }

  /** The variables that the statements assign. */
  public static Set<Var> written(List<? extends Stmt> statements) {
    Set<Var> found = new HashSet<>();
    new Walker() {
      @Override
      protected void write(Var v) {
        found.add(v);
      }
    }.walk(statements);
    return found;
  }

  /** How many declarations and assignments some code has. */
  public static int assignments(List<Stmt> code) {
    int[] count = new int[1];
    new Walker() {
      @Override
      public Void visit(Stmt.Local s) {
        count[0]++;
        return super.visit(s);
      }

      @Override
      public Void visit(Stmt.Assign s) {
        count[0]++;
        return super.visit(s);
      }
    }.walk(code);
    return count[0];
  }
}
