package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts variables in the place of the elements of small arrays:
 *
 * <pre>{@code
 * double[] v = {x, y};    becomes    double v0 = x;
 * v[0] *= v[1];                      double v1 = y;
 *                                    v0 *= v1;
 * }</pre>
 */
final class ArrayElements extends Rewriter {

  private final ArrayClasses classes;
  private final ArrayFlow flow;
  private final Predicate<Var> isReplaced;
  private final CopyNames names;
  private final Map<Var, List<Var>> elements = new HashMap<>();
  private final Set<Var> declared = new HashSet<>();

  private ArrayElements(
      ArrayClasses classes, ArrayFlow flow, Predicate<Var> isReplaced, CopyNames names) {
    this.classes = classes;
    this.flow = flow;
    this.isReplaced = isReplaced;
    this.names = names;
  }

  /** The body with variables in the place of these arrays. */
  static Stmt.Block replace(
      Stmt.Block body,
      ArrayClasses classes,
      ArrayFlow flow,
      Predicate<Var> isReplaced,
      CopyNames names) {
    ArrayElements rewriter = new ArrayElements(classes, flow, isReplaced, names);
    Stmt.Block made = rewriter.block(body);
    Set<Var> all = new HashSet<>();
    rewriter.elements.values().forEach(all::addAll);
    return new Joining(all).block(made);
  }

  private List<Var> elements(Var array) {
    return elements.computeIfAbsent(classes.root(array), root -> make(classes.facts(array)));
  }

  private List<Var> make(ArrayClasses.Facts facts) {
    Var named = facts.named(names::isMade);
    String name = named.name();
    String stem = Character.isDigit(name.charAt(name.length() - 1)) ? name + "_" : name;
    List<Var> made = new ArrayList<>();
    for (int i = 0; i < facts.length(); i++) {
      made.add(names.names().fresh(stem + i, ((Type.Array) named.type()).element()));
    }
    return List.copyOf(made);
  }

  private Var element(Var array, Expr index) {
    return elements(array).get(ConstantInts.value(index).orElseThrow());
  }

  private Optional<Var> replaced(Expr array) {
    return array instanceof Expr.Read r && isReplaced.test(r.var())
        ? Optional.of(r.var())
        : Optional.empty();
  }

  @Override
  public Expr visit(Expr.Element e) {
    Optional<Var> array = replaced(e.array());
    return array.isPresent() ? new Expr.Read(element(array.get(), e.index())) : super.visit(e);
  }

  @Override
  public Expr visit(Expr.Length e) {
    Optional<Var> array = replaced(e.array());
    return array.isPresent()
        ? new Expr.Literal(Type.INT, Integer.toString(classes.facts(array.get()).length()))
        : super.visit(e);
  }

  @Override
  protected Place place(Place p) {
    if (p instanceof Place.Slot s && replaced(s.array()).isPresent()) {
      return new Place.Variable(element(replaced(s.array()).get(), s.index()));
    }
    return super.place(p);
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    if (!isReplaced.test(s.var())) {
      return super.visit(s);
    }
    boolean declares = declared.add(classes.root(s.var()));
    if (s.init().isPresent()) {
      return given(s.var(), s.init().get(), declares, s.origin());
    }
    return declares ? declarations(s.var(), s.origin()) : List.of();
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    return s.target() instanceof Place.Variable v && isReplaced.test(v.var())
        ? given(v.var(), s.value(), false, s.origin())
        : super.visit(s);
  }

  private List<Stmt> declarations(Var array, Origin origin) {
    List<Stmt> out = new ArrayList<>();
    elements(array).forEach(v -> out.add(new Stmt.Local(v, Optional.empty(), origin)));
    return out;
  }

  private List<Stmt> given(Var array, Expr value, boolean declares, Origin origin) {
    if (value instanceof Expr.ArrayLiteral a) {
      return filled(array, a.elements(), declares, origin);
    }
    List<Stmt> out = new ArrayList<>();
    if (value instanceof Expr.NewArray) {
      List<Var> all = elements(array);
      for (int i = 0; i < all.size(); i++) {
        Var v = all.get(i);
        Origin titled = titled(origin, array, i, zero(v.type()));
        if (flow.readsZero(array, i)) {
          out.add(set(v, zero(v.type()), declares, titled));
        } else if (declares) {
          out.add(new Stmt.Local(v, Optional.empty(), titled));
        }
      }
    }
    return out;
  }

  private List<Stmt> filled(Var array, List<Expr> values, boolean declares, Origin origin) {
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      titles.add(title(array, i, values.get(i)));
    }
    return new TogetherAssigned(names.names(), declares, origin)
        .of(elements(array), exprs(values), titles);
  }

  private static Stmt set(Var v, Expr value, boolean declares, Origin origin) {
    return declares
        ? new Stmt.Local(v, Optional.of(value), origin)
        : new Stmt.Assign(new Place.Variable(v), value, false, origin);
  }

  private Origin titled(Origin origin, Var array, int index, Expr value) {
    return new Origin(origin.start(), origin.end(), title(array, index, value));
  }

  private String title(Var array, int index, Expr value) {
    String name = classes.facts(array).named(names::isMade).name();
    return name + "[" + index + "] = " + Printer.print(value);
  }

  private static Expr zero(Type type) {
    String text = type.equals(Type.DOUBLE) ? "0.0" : type.equals(Type.FLOAT) ? "0.0f" : "0";
    return new Expr.Literal(type, type.equals(Type.LONG) ? "0L" : text);
  }

  /** Lets the first assignment declare, where it follows in the same block. */
  private static final class Joining extends Rewriter {
    private final Set<Var> own;

    Joining(Set<Var> own) {
      this.own = own;
    }

    @Override
    public List<Stmt> stmts(List<Stmt> ss) {
      List<Stmt> out = new ArrayList<>(super.stmts(ss));
      for (int i = out.size() - 1; i >= 0; i--) {
        if (out.get(i) instanceof Stmt.Local l && l.init().isEmpty() && own.contains(l.var())) {
          join(out, i, l.var());
        }
      }
      return out;
    }

    private static void join(List<Stmt> code, int at, Var v) {
      for (int i = at + 1; i < code.size(); i++) {
        Stmt s = code.get(i);
        if (!Mentions.any(s, v)) {
          continue;
        }
        if (s instanceof Stmt.Assign a
            && a.target() instanceof Place.Variable x
            && x.var().equals(v)
            && !a.compound()
            && !Mentions.reads(a.value(), v)) {
          code.set(i, new Stmt.Local(v, Optional.of(a.value()), a.origin()));
          code.remove(at);
        }
        return;
      }
      code.remove(at); // Nothing reads or writes it.
    }
  }
}
