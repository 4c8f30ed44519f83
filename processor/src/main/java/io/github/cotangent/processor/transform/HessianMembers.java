package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code fHessian} and {@code fHessianInto}, from {@code fHvp}: a row for each number. */
final class HessianMembers extends DenseMembers {

  private final List<Stmt> code = new ArrayList<>();
  private final Map<Var, Var> directions = new LinkedHashMap<>();
  private final List<Type.Component> components = new ArrayList<>();
  private final List<Expr> blocks = new ArrayList<>();

  private HessianMembers(Derivative derivative, boolean isInto) {
    super(derivative, isInto);
  }

  /** {@code fHessian}. */
  static List<Declaration> of(Derivative derivative) {
    return new HessianMembers(derivative, false).make();
  }

  /** {@code fHessianInto}. */
  static List<Declaration> into(Derivative derivative) {
    return new HessianMembers(derivative, true).make();
  }

  private List<Declaration> make() {
    for (Var p : independents) {
      if (p.type().rank() > 0) {
        Var dot = made.made(p.name() + "Dot", VECTOR);
        directions.put(p, dot);
        code.add(Make.local(dot, rows(VECTOR, length(p))));
      }
    }
    for (Var q : independents) {
      if (q.type().rank() == 0) {
        row(q);
      } else {
        rows(q);
      }
    }
    Type.Record type = new Type.Record(linkage.hessianType(), components);
    returned(type, blocks).ifPresent(code::add);
    code.addAll(0, checks());
    if (isInto) {
      Type result = blocks.size() == 1 ? components.get(0).type() : type.name();
      methodInto(linkage.hessianInto(), linkage.hessian(), result, blocks, code);
    } else {
      String how =
          blocks.size() == 1
              ? ": the derivative of its gradient."
              : ": a block for each pair of parameters, {@code pQ} for the derivatives by {@code p}"
                  + " and {@code q}.";
      member(linkage.hessian(), "Hessian", how, code, type);
    }
    return members;
  }

  /** The derivative of the gradient by a number. */
  private void row(Var q) {
    Var row = made.made("d" + q.name(), gradientType());
    code.add(Make.local(row, product(q)));
    for (Var p : independents) {
      Expr value = part(row, p);
      boolean isGiven = isInto && p.type().rank() > 0;
      Var block = isGiven ? given(name(q, p), p.type(), List.of(length(p))) : null;
      if (isGiven) {
        code.add(add(Make.read(block), value));
      }
      addBlock(q, p, isGiven ? Make.read(block) : value);
    }
  }

  /** The derivatives of the gradient by the elements of an array. */
  private void rows(Var q) {
    Var i = made.made("i", Type.INT);
    Var row = made.made("d" + q.name(), gradientType());
    Expr slot = element(directions.get(q), i);
    List<Stmt> body = new ArrayList<>();
    body.add(Make.assign(Make.place(slot), Make.one(Type.DOUBLE)));
    body.add(Make.local(row, product(q)));
    for (Var p : independents) {
      Type type = block(q.type(), p.type());
      Var block;
      if (isInto) {
        block = given(name(q, p), type, shape(q, p));
      } else {
        block = made.made(name(q, p), type);
        code.add(Make.local(block, rows(type, length(q))));
      }
      body.add(put(element(block, i), part(row, p)));
      addBlock(q, p, Make.read(block));
    }
    body.add(Make.assign(Make.place(slot), Make.zero(Type.DOUBLE)));
    code.add(loop(i, length(q), body));
  }

  private static String name(Var q, Var p) {
    return q.name() + Names.capitalized(p.name());
  }

  private static List<Expr> shape(Var q, Var p) {
    return Stream.of(q, p).filter(v -> v.type().rank() > 0).map(DenseMembers::length).toList();
  }

  private void addBlock(Var q, Var p, Expr value) {
    components.add(new Type.Component(componentName(q, p), block(q.type(), p.type())));
    blocks.add(value);
  }

  /** Parameters {@code a} and {@code A} give {@code aA} twice: the second has a number. */
  private String componentName(Var q, Var p) {
    Set<String> taken = components.stream().map(Type.Component::name).collect(Collectors.toSet());
    String name = Linkage.componentName(name(q, p));
    String free = name;
    for (int n = 1; taken.contains(free); n++) {
      free = name + n;
    }
    return free;
  }

  private Expr product(Var q) {
    List<Expr> dots = new ArrayList<>();
    for (Var p : independents) {
      Expr number = p.equals(q) ? Make.one(Type.DOUBLE) : Make.zero(Type.DOUBLE);
      dots.add(p.type().rank() == 0 ? number : Make.read(directions.get(p)));
    }
    return run(linkage.hvp(), gradientType(), dots);
  }
}
