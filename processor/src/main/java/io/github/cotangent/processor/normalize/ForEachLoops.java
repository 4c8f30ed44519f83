package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Enhanced {@code for} loops become plain ones.
 *
 * <p>Before: {@code for (double v : a) s += v;}. After: {@code for (int i = 0; i < a.length; i +=
 * 1) { double v = a[i]; s += v; }}
 *
 * <p>Before: {@code for (String s : names) print(s);}. After: {@code for (var iterator =
 * names.iterator(); iterator.hasNext();) { String s = iterator.next(); print(s); }}
 */
final class ForEachLoops extends Rewriter {

  private static final List<String> INDEX_NAMES = List.of("i", "j", "k", "l", "m", "n");
  // Its type arguments are the iterable's own affair: declared with var.
  private static final Type.ClassType ITERATOR =
      new Type.ClassType("java.util", List.of("Iterator"), List.of(), false);
  private static final Type.ClassType ITERABLE =
      new Type.ClassType("java.lang", List.of("Iterable"), List.of(), true);

  private final Names names;
  private final Temporaries temporaries;
  private final List<String> indices = new ArrayList<>();
  private int depth;

  private ForEachLoops(Function f, Names names) {
    this.names = names;
    this.temporaries = new Temporaries(f, names);
  }

  static Function apply(Function f, Names names) {
    return f.withBody(new ForEachLoops(f, names).block(f.body()));
  }

  @Override
  public List<Stmt> visit(Stmt.ForEach s) {
    return s.iterable().type() instanceof Type.Array ? overArray(s) : overIterable(s);
  }

  /** A name for the array goes before the loop's label: {@code continue} names a loop. */
  @Override
  public List<Stmt> visit(Stmt.Labeled s) {
    List<Stmt> out = new ArrayList<>(s.body().accept(this));
    int last = out.size() - 1;
    out.set(last, new Stmt.Labeled(s.label(), out.get(last), s.origin()));
    return out;
  }

  private List<Stmt> overArray(Stmt.ForEach s) {
    List<Stmt> out = new ArrayList<>();
    Expr iterable = expr(s.iterable());
    boolean stable = iterable instanceof Expr.Read r && !Mentions.writes(s.body(), r.var());
    Expr array = iterable;
    if (!stable) {
      Var v = temporaries.holding(iterable, "array");
      out.add(new Stmt.Local(v, Optional.of(iterable), s.origin()));
      array = new Expr.Read(v);
    }
    Var index = index();
    Expr i = new Expr.Read(index);
    depth++;
    Stmt.Block body = withElement(s, new Expr.Element(array, i));
    depth--;
    Stmt.Local start = new Stmt.Local(index, Optional.of(literal("0")), s.origin());
    Expr test = new Expr.Binary(Expr.Binary.Op.LT, i, new Expr.Length(array), Type.BOOLEAN);
    Expr next = new Expr.Binary(Expr.Binary.Op.ADD, i, literal("1"), Type.INT);
    Stmt step = new Stmt.Assign(new Place.Variable(index), next, true, s.origin());
    out.add(new Stmt.For(List.of(start), test, List.of(step), body, s.origin()));
    return out;
  }

  private List<Stmt> overIterable(Stmt.ForEach s) {
    Var iterator = names.fresh("iterator", ITERATOR);
    Expr create = call(s, ITERABLE, "iterator", ITERATOR, expr(s.iterable()));
    Expr read = new Expr.Read(iterator);
    Expr test = call(s, ITERATOR, "hasNext", Type.BOOLEAN, read);
    Stmt.Block body = withElement(s, call(s, ITERATOR, "next", s.var().type(), read));
    Stmt start = new Stmt.Local(iterator, Optional.of(create), s.origin());
    return List.of(new Stmt.For(List.of(start), test, List.of(), body, s.origin()));
  }

  private Stmt.Block withElement(Stmt.ForEach s, Expr element) {
    List<Stmt> statements = new ArrayList<>();
    statements.add(new Stmt.Local(s.var(), Optional.of(element), s.origin()));
    statements.addAll(block(s.body()).statements());
    return new Stmt.Block(statements, s.body().origin());
  }

  private static Expr literal(String text) {
    return new Expr.Literal(Type.INT, text);
  }

  private static Expr call(
      Stmt.ForEach s, Type.ClassType owner, String name, Type result, Expr receiver) {
    Callee callee = new Callee(Callee.Kind.FOREIGN, owner, name, List.of(), result, false);
    return new Expr.Call(callee, receiver, List.of(), s.origin());
  }

  /** The index of this depth; loops one after the other share its name. */
  private Var index() {
    if (depth == indices.size()) {
      String free =
          INDEX_NAMES.stream()
              .filter(name -> names.copy().freshName(name).equals(name))
              .findFirst()
              .orElse("i");
      indices.add(names.freshName(free));
    }
    return names.same(indices.get(depth), Type.INT);
  }
}
