package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.NullCheck;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts variables in the place of the components of records:
 *
 * <pre>{@code
 * Vec v = new Vec(a, b);           becomes    double vX = a;
 * double n = v.x() * v.y();                   double vY = b;
 *                                             double n = vX * vY;
 * }</pre>
 */
final class RecordComponents extends Rewriter {

  /** A component that is no record, by the names that lead to it. */
  private record Part(List<String> path, Type type) {
    String name() {
      return String.join(".", path);
    }
  }

  private final RecordLocals locals;
  private final Names names;
  private final Map<Var, Map<List<String>, Var>> components = new HashMap<>();

  private RecordComponents(RecordLocals locals, Names names) {
    this.locals = locals;
    this.names = names;
  }

  /** The body with variables in the place of the records that can be replaced. */
  static Stmt.Block replace(Stmt.Block body, RecordLocals locals, Names names) {
    return new RecordComponents(locals, names).block(body);
  }

  /** The components of a type that are no records, those in records in it included. */
  private static List<Part> parts(Type type) {
    List<Part> all = new ArrayList<>();
    for (Type.Component c : ((Type.Record) type).components()) {
      if (c.type() instanceof Type.Record r) {
        for (Part p : parts(r)) {
          List<String> path = new ArrayList<>(List.of(c.name()));
          path.addAll(p.path());
          all.add(new Part(path, p.type()));
        }
      } else {
        all.add(new Part(List.of(c.name()), c.type()));
      }
    }
    return all;
  }

  static int count(Type type) {
    return parts(type).size();
  }

  private Map<List<String>, Var> components(Var v) {
    return components.computeIfAbsent(
        v,
        k -> {
          Map<List<String>, Var> made = new HashMap<>();
          for (Part p : parts(v.type())) {
            StringBuilder name = new StringBuilder(v.name());
            p.path().forEach(n -> name.append(Names.capitalized(n)));
            made.put(p.path(), names.fresh(name.toString(), p.type()));
          }
          return made;
        });
  }

  /** The component of a record; a variable where the record is one no more. */
  private Expr part(Expr record, List<String> path) {
    List<String> whole = new ArrayList<>(path);
    Expr at = record;
    while (at instanceof Expr.Component c) {
      whole.add(0, c.name());
      at = c.record();
    }
    if (at instanceof Expr.Read r && locals.isReplaced(r.var())) {
      return new Expr.Read(components(r.var()).get(whole));
    }
    Expr e = record;
    for (String name : path) {
      e = new Expr.Component(e, name);
    }
    return e;
  }

  @Override
  public Expr visit(Expr.Component e) {
    Optional<Var> root = RecordLocals.root(e);
    return root.isPresent() && locals.isReplaced(root.get()) ? part(e, List.of()) : super.visit(e);
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    if (!locals.isReplaced(s.var())) {
      return super.visit(s);
    }
    if (s.init().isPresent()) {
      return given(s.var(), s.init().get(), true, s.origin());
    }
    List<Stmt> out = new ArrayList<>();
    for (Part p : parts(s.var().type())) {
      Var v = components(s.var()).get(p.path());
      out.add(new Stmt.Local(v, Optional.empty(), s.origin()));
    }
    return out;
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    return s.target() instanceof Place.Variable v && locals.isReplaced(v.var())
        ? given(v.var(), s.value(), false, s.origin())
        : super.visit(s);
  }

  /** What became variables was never null. */
  @Override
  public List<Stmt> visit(Stmt.Evaluate s) {
    return NullCheck.checked(s).filter(locals::isReplaced).isPresent() ? List.of() : super.visit(s);
  }

  private List<Stmt> given(Var v, Expr value, boolean declares, Origin origin) {
    List<Part> parts = parts(v.type());
    List<Expr> sources = parts.stream().map(p -> value(value, p.path())).toList();
    List<Var> targets = parts.stream().map(p -> components(v).get(p.path())).toList();
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      titles.add(v.name() + "." + parts.get(i).name() + " = " + Printer.print(sources.get(i)));
    }
    return new TogetherAssigned(names, declares, origin).of(targets, exprs(sources), titles);
  }

  /** What a component of a value is given; not rewritten yet. */
  private static Expr value(Expr value, List<String> path) {
    if (path.isEmpty()) {
      return value;
    }
    if (value instanceof Expr.NewRecord n) {
      List<String> all = n.type().components().stream().map(Type.Component::name).toList();
      Expr argument = n.arguments().get(all.indexOf(path.get(0)));
      return value(argument, path.subList(1, path.size()));
    }
    return value(new Expr.Component(value, path.get(0)), path.subList(1, path.size()));
  }

  /** What is returned is a record again. */
  @Override
  public List<Stmt> visit(Stmt.Return s) {
    if (!(s.value().orElse(null) instanceof Expr.Read r) || !locals.isReplaced(r.var())) {
      return super.visit(s);
    }
    List<Stmt> out = new ArrayList<>();
    Expr whole = whole(r.var(), r.type(), List.of(), s.origin(), out);
    out.add(new Stmt.Return(Optional.of(whole), s.origin()));
    return out;
  }

  private Expr whole(Var v, Type type, List<String> path, Origin origin, List<Stmt> out) {
    if (!(type instanceof Type.Record record)) {
      return new Expr.Read(components(v).get(path));
    }
    List<Expr> arguments = new ArrayList<>();
    for (Type.Component c : record.components()) {
      List<String> inner = new ArrayList<>(path);
      inner.add(c.name());
      arguments.add(whole(v, c.type(), inner, origin, out));
    }
    String wish = path.isEmpty() ? v.name() : path.get(path.size() - 1);
    Var made = names.fresh(wish, record);
    Expr value = new Expr.NewRecord(record, arguments, origin);
    out.add(new Stmt.Local(made, Optional.of(value), origin));
    return new Expr.Read(made);
  }
}
