package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Walker;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The writes of a function into arrays that may be others than {@linkplain OwnArrays those it has
 * made itself}.
 */
public final class Overwritten extends Walker {

  private final Regions regions;
  private final Summaries summaries;
  private final OwnArrays own;
  private final Set<Callee.Kind> calls;
  private final BiConsumer<Regions.Region, Origin> visitor;

  private Overwritten(
      Regions regions,
      Summaries summaries,
      OwnArrays own,
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
    new Overwritten(regions, summaries, OwnArrays.of(f, regions, summaries), calls, visitor)
        .walk(f.body());
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
      arguments(e);
      if (summaries.writesReceiver(e)) {
        Expr record = e.receiver();
        regions
            .reachable(record.type(), regions.of(record))
            .forEach(r -> visitor.accept(r, e.origin()));
      }
    }
    return super.visit(e);
  }

  /** Of a method of the class it is known which arrays those are that it writes into. */
  private void arguments(Expr.Call e) {
    if (e.callee().kind() == Callee.Kind.LOCAL) {
      summaries.overwrites(e.callee()).stream()
          .filter(part -> !own.isOwn(e.arguments().get(part.parameter())))
          .sorted(ArgumentPart.ORDER)
          .forEach(part -> visitor.accept(part.of(e, regions), e.origin()));
      return;
    }
    for (int i = 0; i < e.arguments().size(); i++) {
      Expr a = e.arguments().get(i);
      if (a.type().isReference() && summaries.writes(e.callee(), i) && !own.isOwn(a)) {
        regions.reachable(a.type(), regions.of(a)).forEach(r -> visitor.accept(r, e.origin()));
      }
    }
  }

  private void array(Expr array, Origin at) {
    if (!own.isOwn(array)) {
      visitor.accept(regions.of(array), at);
    }
  }
}
