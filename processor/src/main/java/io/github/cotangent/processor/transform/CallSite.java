package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;

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
 * @param tape the variable that holds what the forward half returns
 * @param result where the value goes; null for a call without a used value
 */
record CallSite(Expr.Call call, Linkage linkage, Var tape, Place result) {

  /** The type of what is kept from the forward sweep. */
  static Type tapeType(Linkage linkage) {
    return linkage.isByValue()
        ? linkage.valueAndGradientType(linkage.differentiable()).name()
        : linkage.tapeType();
  }

  /** The statement that runs the forward half. */
  Stmt forward(Origin origin) {
    String name = linkage.isByValue() ? linkage.valueAndGradient() : linkage.forward();
    Expr run = Make.call(linkage.container(), name, tapeType(linkage), call.arguments());
    return new Stmt.Local(tape, java.util.Optional.of(run), origin);
  }

  /** The callee's value. */
  Expr value() {
    return Make.invoke(Make.read(tape), "value", call.type());
  }

  /** The arguments whose parameters have an adjoint. */
  List<Integer> differentiable() {
    return linkage.differentiable();
  }
}
