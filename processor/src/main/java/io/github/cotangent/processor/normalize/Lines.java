package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements written so far into the innermost open block. */
final class Lines {

  private final Temporaries temporaries;
  private List<Stmt> open = new ArrayList<>();
  private Origin origin = Origin.NONE;

  Lines(Temporaries temporaries) {
    this.temporaries = temporaries;
  }

  Temporaries temporaries() {
    return temporaries;
  }

  /** The origin of the statement that is being taken apart. */
  Origin origin() {
    return origin;
  }

  /** Runs {@code work}; what it writes comes from {@code from}. */
  void from(Origin from, Runnable work) {
    Origin before = origin;
    origin = from;
    work.run();
    origin = before;
  }

  void add(Stmt s) {
    open.add(s);
  }

  /** Declares a variable with a value. */
  void declare(Var v, Expr value) {
    add(new Stmt.Local(v, Optional.of(value), origin));
  }

  /** Puts a value that can stand alone into a new variable. */
  Expr.Read save(Expr value, String part) {
    Var v = temporaries.holding(value, part);
    declare(v, value);
    return new Expr.Read(v);
  }

  /** What {@code work} writes. */
  List<Stmt> collect(Runnable work) {
    List<Stmt> outer = open;
    open = new ArrayList<>();
    work.run();
    List<Stmt> written = open;
    open = outer;
    return written;
  }

  /** A block of what {@code work} writes. */
  Stmt.Block block(Runnable work) {
    return new Stmt.Block(collect(work), origin);
  }
}
