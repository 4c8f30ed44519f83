package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Sums up in a local variable what a loop of the backward pass adds to one element of an adjoint
 * array. The JIT compiler cannot do that: it would have to know that nothing else in the loop is
 * that element.
 *
 * <pre>{@code
 *                                           double dvSum = 0.0;
 * for (int i = n - 1; i >= 0; i--) {        for (int i = n - 1; i >= 0; i--) {
 *   dv[k] += dy[i] * a[i];                    dvSum += dy[i] * a[i];
 * }                                         }
 *                                           if (dvSum != 0.0) {
 *                                             dv[k] += dvSum;
 *                                           }
 * }</pre>
 *
 * <p>In the loop, nobody reads the element, and nobody assigns it other than by adding to it: sums
 * may be added in any order. The test is for the loop that runs no round: then {@code k} need not
 * be an index of the array. {@link SureSums} leaves it out where it surely is one.
 */
final class InvariantSums extends Rewriter {

  private final AdjointVars adjoints;
  private final BiPredicate<Expr, Expr> mayShare;
  private final Set<Var> made = new HashSet<>();

  private InvariantSums(AdjointVars adjoints, BiPredicate<Expr, Expr> mayShare) {
    this.adjoints = adjoints;
    this.mayShare = mayShare;
  }

  /**
   * The code with sums in variables.
   *
   * @param mayShare true where two elements of adjoint arrays may be in one array
   */
  static List<Stmt> of(List<Stmt> code, AdjointVars adjoints, BiPredicate<Expr, Expr> mayShare) {
    return new InvariantSums(adjoints, mayShare).stmts(code);
  }

  @Override
  public List<Stmt> visit(Stmt.For s) {
    Stmt.For loop = new Stmt.For(s.init(), s.test(), s.update(), block(s.body()), s.origin());
    Body body = new Body(LoopFacts.of(loop));
    body.walk(loop);
    Map<Expr, Var> sums = new LinkedHashMap<>();
    for (Expr.Element e : body.added) {
      if (!sums.containsKey(e) && body.isMovable(e)) {
        sums.put(e, adjoints.made(Reads.base(e).name() + "Sum", e.type()));
      }
    }
    return sums.isEmpty() ? List.of(loop) : summed(loop, sums);
  }

  private List<Stmt> summed(Stmt.For loop, Map<Expr, Var> sums) {
    made.addAll(sums.values());
    List<Stmt> code = new ArrayList<>();
    sums.forEach((e, sum) -> code.add(Make.local(sum, Make.zero(e.type()))));
    code.addAll(
        new Rewriter() {
          @Override
          public List<Stmt> visit(Stmt.Assign s) {
            Expr.Element e = addedTo(s);
            Var sum = e == null ? null : sums.get(e);
            if (sum == null) {
              return List.of(s);
            }
            Expr.Binary b = (Expr.Binary) s.value();
            Expr value = new Expr.Binary(b.op(), Make.read(sum), b.right(), b.type());
            return List.of(new Stmt.Assign(new Place.Variable(sum), value, true, s.origin()));
          }

          /** A sum of sums needs no test: there is no index. */
          @Override
          public List<Stmt> visit(Stmt.If s) {
            boolean isTest =
                s.test() instanceof Expr.Binary b
                    && b.left() instanceof Expr.Read r
                    && made.contains(r.var());
            boolean isInner =
                isTest
                    && s.then().statements().get(0) instanceof Stmt.Assign a
                    && sums.containsKey(addedTo(a));
            return isInner ? stmts(s.then().statements()) : super.visit(s);
          }
        }.stmts(List.of(loop)));
    sums.forEach(
        (e, sum) -> {
          Stmt.Block add = Stmt.Block.of(List.of(Make.accumulate(e, Make.read(sum))));
          code.add(new Stmt.If(isSome(Make.read(sum)), add, Stmt.Block.EMPTY, Origin.NONE));
        });
    return code;
  }

  /** The question whether there is anything to add. */
  static Expr isSome(Expr sum) {
    return Make.binary(Expr.Binary.Op.NE, sum, Make.zero(sum.type()));
  }

  /** The element that a statement adds to, in its own type; null for all other statements. */
  static Expr.Element addedTo(Stmt.Assign s) {
    boolean isSum =
        s.target() instanceof Place.Slot
            && s.value() instanceof Expr.Binary b
            && (b.op() == Expr.Binary.Op.ADD || b.op() == Expr.Binary.Op.SUB)
            && b.left().equals(s.target().read())
            && b.type().equals(b.left().type());
    return isSum ? (Expr.Element) s.target().read() : null;
  }

  /** What a loop does with adjoint arrays. */
  private final class Body extends Walker {
    private final List<Expr.Element> added = new ArrayList<>();
    private final List<Expr> others = new ArrayList<>();
    private boolean exchangesRows;
    private final LoopFacts facts;

    Body(LoopFacts facts) {
      this.facts = facts;
    }

    /** True if the element is one and the same in all rounds, and is only added to. */
    boolean isMovable(Expr.Element e) {
      return !facts.handsOutArrays()
          && !exchangesRows
          && e.type().isScalar()
          && isInvariantPlace(e)
          && others.stream().noneMatch(x -> mayShare.test(x, e));
    }

    /** An element of an array, or of a row. */
    private boolean isInvariantPlace(Expr e) {
      return e instanceof Expr.Element x
          ? isInvariant(x.index()) && isInvariantPlace(x.array())
          : e instanceof Expr.Read a && adjoints.isAdjoint(a.var()) && !facts.assigns(a.var());
    }

    private boolean isInvariant(Expr index) {
      return !new Search() {
        @Override
        protected void read(Var v) {
          foundIf(facts.assigns(v));
        }

        @Override
        public Void visit(Expr.Element e) {
          return found();
        }

        @Override
        public Void visit(Expr.Call e) {
          return found();
        }

        @Override
        public Void visit(Expr.Binary e) {
          // A quotient may fail where the loop runs no round.
          foundIf(e.op() == Expr.Binary.Op.DIV || e.op() == Expr.Binary.Op.REM);
          return super.visit(e);
        }
      }.in(index);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      Expr.Element e = addedTo(s);
      if (e == null) {
        return super.visit(s);
      }
      added.add(e);
      walk(e.array());
      walk(e.index());
      walk(((Expr.Binary) s.value()).right());
      return null;
    }

    @Override
    protected void place(Place p) {
      if (p instanceof Place.Slot) {
        others.add(p.read());
        exchangesRows |= p.type().isReference();
      }
      super.place(p);
    }

    @Override
    public Void visit(Expr.Element e) {
      if (e.type().isScalar() && isAdjoint(e)) {
        others.add(e);
      }
      return super.visit(e);
    }

    private boolean isAdjoint(Expr e) {
      if (e instanceof Expr.Element x) {
        return isAdjoint(x.array());
      }
      return !(e instanceof Expr.Read r)
          || adjoints.isAdjoint(r.var()) && !adjoints.isKeeping(r.var());
    }
  }
}
