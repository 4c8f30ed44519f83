package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.MethodBodies;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the class's methods that only tell a whole number or a truth value, by one expression, in
 * the place of their calls, before these become statements:
 *
 * <pre>{@code
 * int rows() {
 *   return a.length;
 * }
 *
 * for (int i = 0; i < m.rows(); i++)    becomes    for (int i = 0; i < m.a().length; i++)
 * }</pre>
 *
 * <p>A call that the derivative has to look into is a statement, and so a test with such a call in
 * it leaves the loop's header: nobody would know then how often the loop runs.
 */
public final class Queries extends Rewriter {

  /** How many parts an expression may have that is worth writing out. */
  private static final int MAX_PARTS = 24;

  private final MethodBodies bodies;

  /** The value of each method that has been asked for; nothing for one that is no query. */
  private final Map<String, Optional<Expr>> values = new HashMap<>();

  /**
   * Those of one class.
   *
   * @param bodies its methods, as they are written
   */
  public Queries(MethodBodies bodies) {
    this.bodies = bodies;
  }

  /** The function without calls of queries. */
  public Function outOf(Function f) {
    return f.withBody(block(f.body()));
  }

  @Override
  public Expr visit(Expr.Call e) {
    Expr.Call call = (Expr.Call) super.visit(e);
    boolean isTold = call.type().isIntegral() || call.type().equals(Type.BOOLEAN);
    if (call.callee().kind() != Callee.Kind.LOCAL || !isTold) {
      return call;
    }
    return bodies
        .body(call.callee())
        .flatMap(method -> value(method).flatMap(v -> new Arguments(call, method).in(v)))
        .orElse(call);
  }

  private Optional<Expr> value(Function method) {
    Optional<Expr> known = values.get(method.key());
    if (known == null) {
      values.put(method.key(), Optional.empty()); // One that calls itself is no query.
      known = returned(method).map(this::expr).filter(e -> isPlain(e, method));
      values.put(method.key(), known);
    }
    return known;
  }

  private static Optional<Expr> returned(Function method) {
    List<Stmt> body = method.body().statements();
    return body.size() == 1 && body.get(0) instanceof Stmt.Return r ? r.value() : Optional.empty();
  }

  /** True for what may be written anywhere: it only reads its parameters, and what they lead to. */
  private static boolean isPlain(Expr e, Function method) {
    int[] parts = new int[1];
    boolean isOther =
        new Search() {
          @Override
          protected void read(Var v) {
            parts[0]++;
            foundIf(!method.parameters().contains(v));
          }

          @Override
          public Void visit(Expr.Literal x) {
            parts[0]++;
            return super.visit(x);
          }

          @Override
          public Void visit(Expr.Call x) {
            return found();
          }

          /** It may be private. */
          @Override
          public Void visit(Expr.Field x) {
            return found();
          }

          @Override
          public Void visit(Expr.NewRecord x) {
            return found();
          }

          @Override
          public Void visit(Expr.NewArray x) {
            return found();
          }

          @Override
          public Void visit(Expr.ArrayLiteral x) {
            return found();
          }

          @Override
          public Void visit(Expr.Opaque x) {
            return found();
          }

          @Override
          public Void visit(Expr.Assigning x) {
            return found();
          }

          @Override
          public Void visit(Expr.Stepping x) {
            return found();
          }

          @Override
          public Void visit(Expr.Choosing x) {
            return found();
          }
        }.in(e);
    return !isOther && parts[0] <= MAX_PARTS && e.type().equals(method.result());
  }

  /** The arguments of a call, in the place of the parameters. */
  private static final class Arguments extends Rewriter {
    private final Map<Var, Expr> arguments = new HashMap<>();
    private boolean fits;

    Arguments(Expr.Call call, Function method) {
      List<Var> parameters = method.parameters();
      fits = call.receiver() == null && parameters.size() == call.arguments().size();
      for (int i = 0; fits && i < parameters.size(); i++) {
        Expr a = call.arguments().get(i);
        boolean isReceiver = i == 0 && call.callee().takesSelf();
        fits = a.type().equals(parameters.get(i).type()) && (isReceiver ? isChain(a) : isSilent(a));
        arguments.put(parameters.get(i), a);
      }
    }

    Optional<Expr> in(Expr e) {
      return fits ? Optional.of(expr(e)) : Optional.empty();
    }

    @Override
    public Expr visit(Expr.Read e) {
      return arguments.get(e.var());
    }

    /** True for what may be evaluated as often as one likes; a query begins with its receiver. */
    private static boolean isChain(Expr e) {
      if (e instanceof Expr.Component c) {
        return isChain(c.record());
      }
      return e instanceof Expr.Element x
          ? isChain(x.array()) && isSilent(x.index())
          : e instanceof Expr.Read;
    }

    /** True for what need not be evaluated either, because it cannot throw. */
    private static boolean isSilent(Expr e) {
      if (e instanceof Expr.Binary b) {
        boolean isSum = b.op() == Expr.Binary.Op.ADD || b.op() == Expr.Binary.Op.SUB;
        return isSum && b.type().isIntegral() && isSilent(b.left()) && isSilent(b.right());
      }
      return e instanceof Expr.Read || e instanceof Expr.Literal l && !l.type().isReference();
    }
  }
}
