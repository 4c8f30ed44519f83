package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The writes of a function into arrays that may be others than those it has made itself. {@link
 * Regions} do not tell: they know of no order, so {@code next} shares one with {@code x} here,
 * though no write into it is one into {@code x}.
 *
 * <pre>{@code
 * double[] h = x;
 * for (Layer layer : layers) {
 *   double[] next = new double[layer.size()];
 *   next[0] = ...;
 *   h = next;
 * }
 * }</pre>
 *
 * <p>A variable is known to lead to no other array than those made here, where it holds numbers, is
 * given nothing else, and no array of its region is put into another array.
 */
public final class Overwritten extends Walker {

  private final Regions regions;
  private final Summaries summaries;
  private final Set<Var> own;
  private final Set<Callee.Kind> calls;
  private final BiConsumer<Regions.Region, Origin> visitor;

  private Overwritten(
      Regions regions,
      Summaries summaries,
      Set<Var> own,
      Set<Callee.Kind> calls,
      BiConsumer<Regions.Region, Origin> visitor) {
    this.regions = regions;
    this.summaries = summaries;
    this.own = own;
    this.calls = calls;
    this.visitor = visitor;
  }

  /**
   * Calls back for what each write of a function may be into, and where it stands.
   *
   * @param calls the kinds of calls whose writes count
   */
  public static void forEach(
      Function f,
      Regions regions,
      Summaries summaries,
      Set<Callee.Kind> calls,
      BiConsumer<Regions.Region, Origin> visitor) {
    new Overwritten(regions, summaries, own(f, regions, summaries), calls, visitor).walk(f.body());
  }

  @Override
  public Void visit(Stmt.Assign s) {
    if (s.target() instanceof Place.Slot slot) {
      array(slot.array(), s.origin());
    }
    return super.visit(s);
  }

  @Override
  public Void visit(Expr.Call e) {
    Callee.Kind kind = e.callee().kind();
    if (kind == Callee.Kind.ARRAY && ArrayCall.of(e).target() != null) {
      array(ArrayCall.of(e).target(), e.origin());
    }
    if (calls.contains(kind)) {
      for (int i = 0; i < e.arguments().size(); i++) {
        Expr a = e.arguments().get(i);
        if (a.type().isReference() && summaries.overwrites(e.callee(), i) && !isOwn(a)) {
          regions.reachable(a.type(), regions.of(a)).forEach(r -> visitor.accept(r, e.origin()));
        }
      }
      if (summaries.writesReceiver(e)) {
        Expr record = e.receiver();
        regions
            .reachable(record.type(), regions.of(record))
            .forEach(r -> visitor.accept(r, e.origin()));
      }
    }
    return super.visit(e);
  }

  private void array(Expr array, Origin at) {
    if (!isOwn(array)) {
      visitor.accept(regions.of(array), at);
    }
  }

  private boolean isOwn(Expr array) {
    return array instanceof Expr.Read r && own.contains(r.var());
  }

  private static Set<Var> own(Function f, Regions regions, Summaries summaries) {
    Set<Var> made = new HashSet<>();
    Set<Var> others = new HashSet<>(f.parameters());
    Set<Regions.Region> stored = new HashSet<>();
    new Walker() {
      @Override
      public Void visit(Stmt.Local s) {
        s.init().ifPresent(e -> gets(s.var(), e));
        return super.visit(s);
      }

      @Override
      public Void visit(Stmt.Assign s) {
        if (s.target() instanceof Place.Variable v) {
          gets(v.var(), s.value());
        } else {
          stores(s.value());
        }
        return super.visit(s);
      }

      @Override
      public Void visit(Expr.Call e) {
        Callee.Kind kind = e.callee().kind();
        boolean isCall = kind == Callee.Kind.LOCAL || kind == Callee.Kind.LINKED;
        boolean isMove =
            kind == Callee.Kind.ARRAY
                && ArrayCall.of(e).target() != null
                && ArrayCall.of(e).element().isReference();
        if (isMove || isCall && summaries.storesReferences(e.callee())) {
          e.arguments().forEach(this::stores);
        }
        return super.visit(e);
      }

      private void gets(Var v, Expr value) {
        boolean isOfNumbers = v.type() instanceof Type.Array a && !a.element().isReference();
        (isOfNumbers && summaries.makesArray(value) ? made : others).add(v);
      }

      private void stores(Expr value) {
        if (value.type().isReference()) {
          stored.addAll(regions.reachable(value.type(), regions.of(value)));
        }
      }
    }.walk(f.body());
    made.removeIf(v -> others.contains(v) || stored.contains(regions.of(v)));
    return made;
  }
}
