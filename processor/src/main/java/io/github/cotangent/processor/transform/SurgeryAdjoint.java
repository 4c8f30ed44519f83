package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Activity;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the body of {@code insertGradientOf} and {@code inspectGradientOf} into the backward pass,
 * with the adjoint in the place of the lambda's parameter:
 *
 * <pre>{@code
 * insertGradientOf(h, dh -> Math.max(-1, Math.min(dh, 1)));
 *         becomes    dh = Math.max(-1, Math.min(dh, 1));
 * }</pre>
 */
final class SurgeryAdjoint {

  private final Activity activity;
  private final AdjointVars adjoints;
  private final AdjointPlaces places;

  SurgeryAdjoint(Activity activity, AdjointVars adjoints, AdjointPlaces places) {
    this.activity = activity;
    this.adjoints = adjoints;
    this.places = places;
  }

  /** The code for the backward pass; none where the variable has no adjoint. */
  List<Stmt> of(Stmt.Surgery s) {
    if (!activity.isActive(s.target())) {
      return List.of();
    }
    Type type = s.target().type();
    if (type.equals(Type.FLOAT)) {
      return single(s);
    }
    if (type.isScalar()) {
      Expr adjoint = places.adjoint(s.target());
      Code code = with(s, ((Expr.Read) adjoint).var());
      return s.isReplacing()
          ? List.of(Make.assign(Make.place(adjoint), opaque(code, type)))
          : look(s, code);
    }
    if (type.isValue()) {
      return value(s);
    }
    return type instanceof Type.Array ? array(s) : record(s);
  }

  /**
   * The lambda's parameter and what it gives are {@code double}s, as in the source: another type
   * could choose other overloads, and the only cast is one that changes something.
   */
  private List<Stmt> single(Stmt.Surgery s) {
    List<Stmt> code = new ArrayList<>();
    Expr adjoint = places.adjoint(s.target());
    Var wide = adjoints.made(s.parameter().name() + "Wide", Type.DOUBLE);
    code.add(Make.local(wide, adjoint));
    Code body = with(s, wide);
    if (!s.isReplacing()) {
      code.addAll(look(s, body));
      return code;
    }
    Var changed = adjoints.made(s.parameter().name() + "Changed", Type.DOUBLE);
    code.add(Make.local(changed, opaque(body, Type.DOUBLE)));
    Expr narrowed = new Expr.Cast(Type.FLOAT, Make.read(changed), Origin.NONE);
    code.add(Make.assign(Make.place(adjoint), narrowed));
    return code;
  }

  /** The lambda sees what the accumulator has collected. */
  private List<Stmt> value(Stmt.Surgery s) {
    List<Stmt> code = new ArrayList<>();
    Expr sum = places.shadow(s.target());
    Expr collected = Make.invoke(sum, "freeze", s.target().type());
    Code body =
        s.code().reads().stream().filter(s.parameter()::equals).count() == 1
            ? with(s, ((Expr.Read) sum).var(), ".freeze()")
            : with(s, named(s, collected, code));
    if (s.isReplacing()) {
      code.add(set(sum, opaque(body, s.target().type())));
    } else {
      code.addAll(look(s, body));
    }
    return code;
  }

  private static Stmt set(Expr sum, Expr value) {
    return Make.evaluate(Make.invoke(sum, "set", Type.VOID, value));
  }

  private List<Stmt> array(Stmt.Surgery s) {
    List<Stmt> code = new ArrayList<>();
    Expr shadow = places.shadow(s.target());
    Var name = shadow instanceof Expr.Read r ? r.var() : named(s, shadow, code);
    Code body = with(s, name);
    if (s.isReplacing()) {
      code.add(replace(Make.read(name), opaque(body, s.target().type())));
    } else {
      code.addAll(look(s, body));
    }
    return code;
  }

  private List<Stmt> record(Stmt.Surgery s) {
    List<Stmt> code = new ArrayList<>();
    Type.Record type = (Type.Record) s.target().type();
    Expr whole = Leaf.assemble(type, leaf -> adjoint(s, leaf), s.target());
    Code body = with(s, named(s, whole, code));
    if (!s.isReplacing()) {
      code.addAll(look(s, body));
      return code;
    }
    Var changed = adjoints.made(s.parameter().name() + "Changed", type);
    code.add(Make.local(changed, opaque(body, type)));
    for (Leaf leaf : Leaf.of(type)) {
      Expr part = leaf.in(Make.read(changed));
      if (leaf.isValue()) {
        code.add(set(places.shadow(leaf.in(s.target())), part));
      } else if (leaf.isScalar()) {
        code.add(Make.assign(Make.place(adjoint(s, leaf)), part));
      } else {
        code.add(replace(adjoint(s, leaf), part));
      }
    }
    return code;
  }

  private Expr adjoint(Stmt.Surgery s, Leaf leaf) {
    Expr part = leaf.in(s.target());
    if (leaf.isScalar()) {
      return places.adjoint(part);
    }
    Expr shadow = places.shadow(part);
    return leaf.isValue() ? Make.invoke(shadow, "freeze", leaf.type()) : shadow;
  }

  private Var named(Stmt.Surgery s, Expr value, List<Stmt> code) {
    Var v = adjoints.made(s.parameter().name(), s.target().type());
    code.add(Make.local(v, value));
    return v;
  }

  /** The new contents go into the storage that all names of the array share. */
  private static Stmt replace(Expr shadow, Expr value) {
    return Make.evaluate(Make.call(Make.ADJOINTS, "replace", Type.VOID, shadow, value));
  }

  private static Expr opaque(Code code, Type type) {
    return new Expr.Opaque(code, type, "Internal", Origin.NONE);
  }

  private static List<Stmt> look(Stmt.Surgery s, Code code) {
    return List.of(new Stmt.Verbatim(code, "Internal", s.origin()));
  }

  private static Code with(Stmt.Surgery s, Var adjoint) {
    return with(s, adjoint, "");
  }

  /** The lambda's body, with a variable and some text behind it in the place of its parameter. */
  private static Code with(Stmt.Surgery s, Var adjoint, String behind) {
    List<Code.Part> parts = new ArrayList<>();
    for (Code.Part part : s.code().parts()) {
      boolean isParameter = part instanceof Code.Reads r && r.var().equals(s.parameter());
      parts.add(isParameter ? new Code.Reads(adjoint) : part);
      if (isParameter && !behind.isEmpty()) {
        parts.add(new Code.Text(behind));
      }
    }
    return new Code(parts);
  }
}
