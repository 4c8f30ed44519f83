package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the forward pass has computed, where the way back would call {@code Math} again:
 *
 * <pre>{@code
 * dangle += dsin * Math.cos(angle);    becomes    dangle += dsin * cos;
 * }</pre>
 *
 * <p>The value must be made in a block that all calls with the same argument are in: so it is there
 * wherever their adjoints ask for it. Loops and jumps are left out.
 */
final class KnownCalls {

  private record Call(String method, Var argument) {}

  private final Set<Var> assigned = new HashSet<>();
  private final Map<Call, Var> values = new HashMap<>();
  private final Function function;
  private boolean jumps;

  private KnownCalls(Function function) {
    this.function = function;
    new Walker() {
      @Override
      protected void write(Var v) {
        assigned.add(v);
      }

      @Override
      public Void visit(Stmt.Break s) {
        jumps = true;
        return null;
      }

      @Override
      public Void visit(Stmt.Continue s) {
        jumps = true;
        return null;
      }
    }.walk(function.body());
  }

  /** The way back of a function, reading the function's own results. */
  static List<Stmt> use(List<Stmt> backward, Function f) {
    KnownCalls known = new KnownCalls(f);
    if (known.jumps) {
      return backward;
    }
    known.find(f.body().statements());
    return new Rewriter() {
      @Override
      public Expr visit(Expr.Call e) {
        Optional<Var> value = call(e).map(known.values::get);
        return value.isPresent() ? new Expr.Read(value.get()) : super.visit(e);
      }
    }.stmts(backward);
  }

  private static Optional<Call> call(Expr e) {
    return e instanceof Expr.Call c
            && c.callee().kind() == Callee.Kind.MATH
            && c.arguments().size() == 1
            && c.arguments().get(0) instanceof Expr.Read r
        ? Optional.of(new Call(c.callee().key() + c.callee().returnType(), r.var()))
        : Optional.empty();
  }

  private void find(List<Stmt> block) {
    for (Stmt s : block) {
      if (s instanceof Stmt.Local l && l.init().isPresent() && !assigned.contains(l.var())) {
        call(l.init().get())
            .filter(c -> !assigned.contains(c.argument()))
            .filter(c -> count(block, c) == count(function.body().statements(), c))
            .ifPresent(c -> values.putIfAbsent(c, l.var()));
      } else if (s instanceof Stmt.If f) {
        find(f.then().statements());
        find(f.otherwise().statements());
      } else if (s instanceof Stmt.Block b) {
        find(b.statements());
      }
    }
  }

  /** How many calls have this argument. */
  private static int count(List<Stmt> code, Call of) {
    int[] count = new int[1];
    new Walker() {
      @Override
      public Void visit(Expr.Call e) {
        if (call(e).filter(c -> c.argument().equals(of.argument())).isPresent()) {
          count[0]++;
        }
        return super.visit(e);
      }
    }.walk(code);
    return count[0];
  }
}
