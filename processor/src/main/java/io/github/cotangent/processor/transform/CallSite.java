package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Derivation;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call whose derivative is needed. In the forward sweep the callee's forward half runs in place
 * of the callee, and what it returns is kept in a variable:
 *
 * <pre>{@code
 * y = f(x, a);     becomes     FTape f = dName.fForward(x, a);
 *                              y = f.value();
 * }</pre>
 *
 * @param call the call as the user wrote it
 * @param linkage the callee's generated members
 * @param tape the variable that holds what the forward half returns; null where there is none: for
 *     a hand-written pullback, and for a pair without a tape, whose forward half returns the value
 * @param result where the value goes; null for a call without a used value
 * @param partial in a loop, the variable that holds the callee's only partial derivative: to keep a
 *     number is cheaper than to keep the object that it came in
 * @param read the arguments that a backward half without a tape takes, by index; empty else
 */
record CallSite(
    Expr.Call call,
    Linkage linkage,
    Var tape,
    Place result,
    Optional<Var> partial,
    List<Integer> read) {

  /** A call with a hand-written pullback: it stays as it is, and leaves nothing but its result. */
  static CallSite ruled(Expr.Call call, Place result) {
    return new CallSite(call, Linkage.of(call.callee()), null, result, Optional.empty(), List.of());
  }

  /** A call of a pair without a tape. */
  static CallSite tapeless(Expr.Call call, Linkage linkage, Place result, List<Integer> read) {
    return new CallSite(call, linkage, null, result, Optional.empty(), read);
  }

  /**
   * True if the callee has two halves, and nothing but its arguments goes from one to the other.
   */
  boolean isTapeless() {
    return tape == null && pullback().isEmpty();
  }

  /** The pullback, where it is written by hand. */
  Optional<Derivation.Rule> pullback() {
    return call.callee().derivation().flatMap(Derivation::pullback);
  }

  /** True if the callee's gradient has been computed with its value. */
  boolean isByValue() {
    return tape != null && linkage.isByValue();
  }

  /** True if the callee puts back what it has overwritten, if anything. */
  boolean restores() {
    return pullback().isEmpty();
  }

  /** The type of what is kept from the forward sweep. */
  static Type tapeType(Linkage linkage) {
    return linkage.isByValue()
        ? linkage.valueAndGradientType(linkage.differentiable()).name()
        : linkage.tapeType();
  }

  /** Tells how the call is differentiated. */
  Explanation explained(Links links) {
    List<Reason> how = new ArrayList<>();
    if (pullback().isPresent()) {
      how.add(Reason.of(Why.BY_RULE));
    } else if (isTapeless()) {
      how.add(Reason.of(Why.BY_ARGUMENTS, linkage.forward(), linkage.backward()));
    } else if (linkage.isByValue()) {
      how.add(Reason.of(Why.BY_VALUE));
    } else {
      how.add(Reason.of(Why.BY_PAIR, linkage.forward(), linkage.backward()));
      links.tape(call.callee()).ifPresent(r -> how.add(Reason.of(Why.KEEPS_TAPE, r)));
    }
    return new Explanation(call.origin(), call.origin().text(), how);
  }

  /** The call of a forward half that returns the value. */
  static Expr run(Expr.Call call, Linkage linkage) {
    return Make.call(linkage.container(), linkage.forward(), call.type(), call.arguments());
  }

  /** What the backward half takes from the forward sweep. */
  List<Expr> taken() {
    return isTapeless()
        ? read.stream().map(call.arguments()::get).toList()
        : List.of(Make.read(tape));
  }

  /** The statement that runs the forward half. */
  Stmt forward(Origin origin) {
    String name = linkage.isByValue() ? linkage.valueAndGradient() : linkage.forward();
    Expr run = Make.call(linkage.container(), name, tapeType(linkage), call.arguments());
    return new Stmt.Local(tape, Optional.of(run), origin);
  }

  /** The statement that takes the partial derivative out, where there is a variable for it. */
  List<Stmt> takePartial(Origin origin) {
    return partial.<Stmt>map(v -> new Stmt.Local(v, Optional.of(takenGradient()), origin)).stream()
        .toList();
  }

  /** The callee's gradient, where it has been computed with its value. */
  Expr gradient() {
    return partial.map(Make::read).orElseGet(this::takenGradient);
  }

  private Expr takenGradient() {
    return Make.invoke(Make.read(tape), "gradient", linkage.gradientType(differentiable()));
  }

  /** The callee's value; null where a call that stays as it is has none that is used. */
  Expr value() {
    if (tape == null) {
      return result == null ? null : result.read();
    }
    return Make.invoke(Make.read(tape), "value", call.type());
  }

  /** The arguments whose parameters have an adjoint. */
  List<Integer> differentiable() {
    return linkage.differentiable();
  }
}
