package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Leaves out names of records that normalization made: second ones, where the first still means the
 * same, and those of new records that are at once given to another.
 *
 * <pre>{@code
 * Vec before = v;                             becomes    v = new Vec(v.x() + 1, v.y());
 * Vec sum = new Vec(before.x() + 1, before.y());
 * v = sum;
 * }</pre>
 */
final class RecordAliases extends Rewriter {

  private final Predicate<Var> isMade;

  private RecordAliases(Predicate<Var> isMade) {
    this.isMade = isMade;
  }

  /**
   * The body without them.
   *
   * @param isMade tells variables that the user did not write
   */
  static Stmt.Block remove(Stmt.Block body, Predicate<Var> isMade) {
    return new RecordAliases(isMade).block(body);
  }

  @Override
  public List<Stmt> stmts(List<Stmt> ss) {
    List<Stmt> code = new ArrayList<>(super.stmts(ss));
    for (int i = code.size() - 2; i >= 0; i--) {
      if (code.get(i) instanceof Stmt.Local l
          && l.init().orElse(null) instanceof Expr.NewRecord made
          && Crossing.RECORDS.test(l.var().type())
          && isMade.test(l.var())
          && code.subList(i + 2, code.size()).stream().noneMatch(s -> Mentions.any(s, l.var()))) {
        Optional<Stmt> given = given(code.get(i + 1), l, made);
        if (given.isPresent()) {
          code.set(i, given.get());
          code.remove(i + 1);
        }
      }
    }
    for (int i = code.size() - 1; i >= 0; i--) {
      if (code.get(i) instanceof Stmt.Local l
          && l.init().orElse(null) instanceof Expr.Read r
          && Crossing.RECORDS.test(l.var().type())
          && isMade.test(l.var())
          && isAlias(code.subList(i + 1, code.size()), l.var(), r.var())) {
        List<Stmt> rest = renamed(code.subList(i + 1, code.size()), l.var(), r.var());
        code = new ArrayList<>(code.subList(0, i));
        code.addAll(rest);
      }
    }
    return code;
  }

  /** The statement that gives a new record to another variable; empty for all else. */
  private static Optional<Stmt> given(Stmt s, Stmt.Local made, Expr value) {
    Expr name = new Expr.Read(made.var());
    if (s instanceof Stmt.Local l && l.init().filter(name::equals).isPresent()) {
      return Optional.of(new Stmt.Local(l.var(), Optional.of(value), s.origin()));
    }
    return s instanceof Stmt.Assign a
            && a.target() instanceof Place.Variable
            && a.value().equals(name)
        ? Optional.of(new Stmt.Assign(a.target(), value, false, s.origin()))
        : Optional.empty();
  }

  /**
   * True if the name is used only until the other is assigned, by that assignment at the latest.
   */
  private static boolean isAlias(List<Stmt> code, Var name, Var other) {
    boolean isOver = false;
    for (Stmt s : code) {
      if (Mentions.writes(s, name) || isOver && Mentions.any(s, name)) {
        return false;
      }
      boolean assigns = Mentions.writes(s, other);
      boolean isPlain = s instanceof Stmt.Assign a && a.target() instanceof Place.Variable;
      if (assigns && !isPlain && Mentions.any(s, name)) {
        return false;
      }
      isOver |= assigns;
    }
    return true;
  }

  private static List<Stmt> renamed(List<Stmt> code, Var name, Var other) {
    return new Rewriter() {
      @Override
      protected Var var(Var v) {
        return v.equals(name) ? other : v;
      }
    }.stmts(code);
  }
}
