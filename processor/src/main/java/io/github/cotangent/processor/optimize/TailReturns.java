package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings the returns of a body to its ends, so that it can stand in a place of a larger one:
 *
 * <pre>{@code
 * if (c) {              if (c) {
 *   return a;             return a;
 * }                     } else {
 * y = b;                  y = b;
 * return y;               return y;
 *                       }
 * }</pre>
 *
 * <p>A return that cannot be brought there, out of a loop say, becomes a jump to a label.
 */
final class TailReturns {

  private final Function<Stmt.Return, List<Stmt>> leaving;
  private final String label;
  private boolean jumps;

  private TailReturns(Function<Stmt.Return, List<Stmt>> leaving, String label) {
    this.leaving = leaving;
    this.label = label;
  }

  /**
   * A body whose returns stand at its ends.
   *
   * @param jumps true if statements in it jump to the label
   */
  record Ends(List<Stmt> statements, boolean jumps) {}

  /**
   * The body with returns only where nothing follows.
   *
   * @param leaving what stands in place of a return, before the jump
   */
  static Ends of(List<Stmt> body, Function<Stmt.Return, List<Stmt>> leaving, String label) {
    TailReturns tails = new TailReturns(leaving, label);
    List<Stmt> statements = tails.tail(body);
    return new Ends(statements, tails.jumps);
  }

  private List<Stmt> tail(List<Stmt> body) {
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      Stmt s = body.get(i);
      List<Stmt> rest = body.subList(i + 1, body.size());
      if (s instanceof Stmt.Return || s instanceof Stmt.Throw) {
        out.add(s);
        return out;
      }
      if (s instanceof Stmt.If f && hasReturn(f)) {
        boolean then = returns(f.then());
        boolean otherwise = returns(f.otherwise());
        if (then || otherwise || rest.isEmpty()) {
          out.add(
              new Stmt.If(
                  f.test(),
                  branch(f.then(), then, rest),
                  branch(f.otherwise(), otherwise, rest),
                  f.origin()));
          return out;
        }
      }
      if (s instanceof Stmt.Block b && hasReturn(b)) {
        out.add(branch(b, returns(b), rest));
        return out;
      }
      out.add(hasReturn(s) ? jumping(s) : s);
    }
    return out;
  }

  private Stmt.Block branch(Stmt.Block b, boolean returns, List<Stmt> rest) {
    List<Stmt> all = new ArrayList<>(b.statements());
    if (!returns) {
      all.addAll(rest);
    }
    return new Stmt.Block(tail(all), b.origin());
  }

  private Stmt jumping(Stmt s) {
    jumps = true;
    List<Stmt> made =
        s.accept(
            new Rewriter() {
              @Override
              public List<Stmt> visit(Stmt.Return r) {
                List<Stmt> out = new ArrayList<>(leaving.apply(r));
                out.add(new Stmt.Break(Optional.of(label), r.origin()));
                return out;
              }
            });
    return made.size() == 1 ? made.get(0) : Stmt.Block.of(made);
  }

  private static boolean returns(Stmt.Block b) {
    if (b.isEmpty()) {
      return false;
    }
    Stmt last = b.statements().get(b.statements().size() - 1);
    return last instanceof Stmt.Return
        || last instanceof Stmt.Throw
        || last instanceof Stmt.Block inner && returns(inner)
        || last instanceof Stmt.If f && returns(f.then()) && returns(f.otherwise());
  }

  /** True if a return stands in the statement. */
  static boolean hasReturn(Stmt s) {
    return new Search() {
      @Override
      public Void visit(Stmt.Return r) {
        return found();
      }
    }.in(s);
  }
}
