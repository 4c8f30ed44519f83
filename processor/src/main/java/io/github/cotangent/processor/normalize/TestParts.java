package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names what a loop's test finds on its way, in front of the loop: arrays in final fields, and
 * records in arrays. They are the same in all rounds, and the loop can still be counted.
 *
 * <p>Before: {@code for (int e = 0; e < graph.out[u].length; e++)}. After: {@code int[][] out =
 * graph.out; for (int e = 0; e < out[u].length; e++)}
 *
 * <p>Before: {@code for (int i = 0; i < layers[l].b().length; i++)}. After: {@code Layer layer =
 * layers[l]; for (int i = 0; i < layer.b().length; i++)}
 *
 * <p>The test is evaluated at least once: where {@code graph} is null, it fails as before.
 */
final class TestParts extends Rewriter {

  private final Stmt.For loop;
  private final Names names;
  private final Temporaries temporaries;
  private final List<Stmt> named = new ArrayList<>();

  private TestParts(Stmt.For loop, Names names, Temporaries temporaries) {
    this.loop = loop;
    this.names = names;
    this.temporaries = temporaries;
  }

  /**
   * A test that can stay in its loop, and what stands in front of that.
   *
   * @param named the declarations
   */
  record Kept(Expr test, List<Stmt> named) {}

  /** The test with names for its parts; nothing where it cannot stay all the same. */
  static Optional<Kept> of(Stmt.For loop, Names names, Temporaries temporaries) {
    TestParts parts = new TestParts(loop, names, temporaries);
    Expr test = parts.expr(loop.test());
    return Nesting.canStay(test, false)
        ? Optional.of(new Kept(test, parts.named))
        : Optional.empty();
  }

  @Override
  public Expr visit(Expr.Element e) {
    Expr array = e.array() instanceof Expr.Field f && isSame(f) ? named(f) : expr(e.array());
    return new Expr.Element(array, expr(e.index()));
  }

  @Override
  public Expr visit(Expr.Component e) {
    return e.record() instanceof Expr.Element x && isSame(x)
        ? new Expr.Component(named(x), e.name())
        : super.visit(e);
  }

  /** Only some of these are evaluated each time. */
  @Override
  public Expr visit(Expr.Binary e) {
    return e.op().isShortCircuit() ? e : super.visit(e);
  }

  @Override
  public Expr visit(Expr.Conditional e) {
    return e;
  }

  private boolean isSame(Expr.Field f) {
    return f.isFinal()
        && f.type() instanceof Type.Array
        && (f.receiver() == null
            || f.receiver() instanceof Expr.Read r && isUnassigned(Set.of(r.var())));
  }

  private boolean isSame(Expr.Element e) {
    Set<Var> read = new LinkedHashSet<>();
    new Walker() {
      @Override
      protected void read(Var v) {
        read.add(v);
      }
    }.walk(e);
    return Nesting.isChain(e.array())
        && Nesting.canStay(e.index(), true)
        && !(e.index().type().isReference())
        && isUnassigned(read)
        && statements().noneMatch(s -> new Storing(e.array().type()).in(s));
  }

  /** True for variables that are the same in all rounds, and in front of the loop. */
  private boolean isUnassigned(Set<Var> read) {
    return statements().noneMatch(s -> Mentions.writes(s, read))
        && loop.init().stream().noneMatch(s -> s instanceof Stmt.Local l && read.contains(l.var()));
  }

  private Stream<Stmt> statements() {
    return Stream.of(loop.init(), loop.update(), List.<Stmt>of(loop.body())).flatMap(List::stream);
  }

  private Expr named(Expr.Field f) {
    return named(names.fresh(f.name(), f.type()), f);
  }

  private Expr named(Expr.Element e) {
    return named(temporaries.holding(e, "value"), e);
  }

  private Expr named(Var v, Expr part) {
    named.add(new Stmt.Local(v, Optional.of(part), loop.origin()));
    return new Expr.Read(v);
  }

  /** Looks for what may put other references into an array, or into one that leads to it. */
  private static final class Storing extends Search {
    private final Type array;

    Storing(Type array) {
      this.array = array;
    }

    @Override
    protected void place(Place p) {
      foundIf(p instanceof Place.Slot s && leadsToIt(s.array().type()));
      super.place(p);
    }

    @Override
    public Void visit(Expr.Call e) {
      boolean isOther = e.callee().kind() != Callee.Kind.MATH;
      foundIf(isOther && e.receiver() != null && leadsToIt(e.receiver().type()));
      foundIf(isOther && e.arguments().stream().anyMatch(a -> leadsToIt(a.type())));
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Opaque e) {
      return found();
    }

    @Override
    public Void visit(Stmt.Verbatim s) {
      return found();
    }

    /** An object may know it, too. */
    private boolean leadsToIt(Type t) {
      if (t instanceof Type.Array a) {
        return t.equals(array) || leadsToIt(a.element());
      }
      return t instanceof Type.Record r
          ? r.components().stream().anyMatch(c -> leadsToIt(c.type()))
          : t.isReference() && !t.equals(Type.STRING);
    }
  }
}
