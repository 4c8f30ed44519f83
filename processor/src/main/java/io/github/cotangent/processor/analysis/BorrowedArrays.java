package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Walker;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Where a function gets arrays from that are not its own, and may have other names: out of fields,
 * and out of code that is not read. It may get them by way of a method that returns them, or stores
 * them into its arguments:
 *
 * <pre>{@code
 * static void reset(double[][] rows) {
 *   rows[0] = INITIAL;                  // a row of the caller's is the field's array now
 * }
 * }</pre>
 */
public final class BorrowedArrays extends Walker {

  /** Methods of the JDK and the runtime that make a new array, whatever class they are of. */
  private static final Set<String> MAKERS =
      Set.of("toArray", "toCharArray", "getBytes", "split", "toByteArray", "stopGradient");

  /**
   * What an array came from.
   *
   * @param name a field, or what handed the array out, in words
   */
  public record Lender(String name, boolean isField) {}

  /** What a call lends its caller. */
  record Loan(ArgumentPart part, Lender lender) {
    static final Comparator<Loan> ORDER =
        Comparator.comparing((Loan l) -> l.lender().name())
            .thenComparing(l -> l.part().parameter());
  }

  private final Regions regions;
  private final Summaries summaries;
  private final BiConsumer<Regions.Region, Lender> visitor;

  private BorrowedArrays(
      Regions regions, Summaries summaries, BiConsumer<Regions.Region, Lender> visitor) {
    this.regions = regions;
    this.summaries = summaries;
    this.visitor = visitor;
  }

  /** Calls back for the storage that a function borrows. */
  public static void forEach(
      Function f,
      Regions regions,
      Summaries summaries,
      BiConsumer<Regions.Region, Lender> visitor) {
    new BorrowedArrays(regions, summaries, visitor).walk(f.body());
  }

  /** True for a call of which nothing tells that its result is a new array. */
  public static boolean isBorrowing(Callee c, Summaries summaries) {
    boolean unread =
        switch (c.kind()) {
          case FOREIGN, CONSTANT, SINK -> true; // Also requireNonNull is a sink.
          default -> false;
        };
    return unread && !summaries.returnsFresh(c) && !MAKERS.contains(c.name());
  }

  /** What a function lends: parts of its arguments and of its result that it has borrowed. */
  static Set<Loan> loans(Function f, Regions regions, Summaries summaries) {
    Map<Regions.Region, Set<Lender>> borrowed = new HashMap<>();
    forEach(
        f,
        regions,
        summaries,
        (r, lender) -> borrowed.computeIfAbsent(r, k -> new HashSet<>()).add(lender));
    if (borrowed.isEmpty()) {
      return Set.of();
    }
    Map<Regions.Region, Set<ArgumentPart>> parts = ArgumentPart.byRegion(f, regions);
    new Walker() {
      @Override
      public Void visit(Stmt.Return s) {
        s.value().ifPresent(v -> ArgumentPart.collectResult(v, regions, parts));
        return super.visit(s);
      }
    }.walk(f.body());
    Set<Loan> loans = new HashSet<>();
    borrowed.forEach(
        (region, lenders) ->
            parts
                .getOrDefault(region, Set.of())
                .forEach(part -> lenders.forEach(lender -> loans.add(new Loan(part, lender)))));
    return Set.copyOf(loans);
  }

  private void from(Expr e, String name, boolean isField) {
    Lender lender = new Lender(name, isField);
    regions.reachable(e.type(), regions.of(e)).forEach(r -> visitor.accept(r, lender));
  }

  @Override
  public Void visit(Expr.Field e) {
    from(e, e.name(), true);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Call e) {
    if (isBorrowing(e.callee(), summaries)) {
      from(e, "'" + e.callee().name() + "' returned", false);
    } else if (e.callee().kind() == Callee.Kind.LOCAL) {
      summaries.loans(e.callee()).stream()
          .sorted(Loan.ORDER)
          .forEach(loan -> visitor.accept(loan.part().of(e, regions), loan.lender()));
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Cast e) {
    if (e.operand().type().isReference() && !e.operand().type().isDifferentiable()) {
      from(e, "an object was cast to", false);
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Opaque e) {
    from(e, "'" + e.origin().text() + "' returned", false);
    return super.visit(e);
  }
}
