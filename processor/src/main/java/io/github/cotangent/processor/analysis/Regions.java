package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which references may lead to the same storage. Two references whose regions differ never share an
 * array; references of one region may. Regions are found by unification (Steensgaard 1996,
 * "Points-to analysis in almost linear time"): every assignment of a reference merges the regions
 * of both sides, flow-insensitively.
 *
 * <p>Differentiated parameters of one type share a region, because a caller may pass one array
 * twice; so do the constant ones that are arrays. The two groups do not mix: a constant array that
 * shares storage with a differentiated one is refused at entry, or nobody writes into either, as in
 * helpers whose constants the compiler found. Of helpers {@link ArgumentAliases} tells more.
 */
public final class Regions {

  /** A set of storage. Compare with {@link #equals} after {@link Regions#of}. */
  public static final class Region {
    private Region parent;
    private Region element;
    private final Map<String, Region> components = new LinkedHashMap<>();

    private Region root() {
      Region r = this;
      while (r.parent != null) {
        r = r.parent;
      }
      return r;
    }
  }

  private final Map<Var, Region> ofVar = new HashMap<>();
  private final Map<String, Region> ofField = new HashMap<>();
  private final Map<Expr, Region> fresh = new IdentityHashMap<>();
  private final Set<Var> differentiated;
  private final Summaries summaries;

  private Regions(Set<Var> differentiated, Summaries summaries) {
    this.differentiated = differentiated;
    this.summaries = summaries;
  }

  /**
   * The regions of one function.
   *
   * @param differentiated the parameters that have an adjoint in this derivative
   */
  public static Regions of(Function function, Set<Var> differentiated, Summaries summaries) {
    return of(function, differentiated, summaries, summaries.aliases());
  }

  /** The regions of one function, by what is known of those who call it. */
  static Regions of(
      Function function, Set<Var> differentiated, Summaries summaries, ArgumentAliases aliases) {
    Regions regions = new Regions(differentiated, summaries);
    regions.mergeParameters(function, aliases);
    regions.new Builder().walk(function.body());
    return regions;
  }

  /**
   * The regions of one function if no two of its parameters share storage: what the function does
   * to each of them by itself. Where a caller passes one array twice, the caller's own regions say
   * so.
   */
  public static Regions ofDistinct(Function function, Summaries summaries) {
    Regions regions = new Regions(Set.copyOf(function.parameters()), summaries);
    regions.new Builder().walk(function.body());
    return regions;
  }

  /** The region of the storage that a variable refers to. */
  public Region of(Var v) {
    return ofVar.computeIfAbsent(v, k -> new Region()).root();
  }

  /** The region of the storage that a reference expression leads to. */
  public Region of(Expr e) {
    if (e instanceof Expr.Read r) {
      return of(r.var());
    }
    if (e instanceof Expr.Element x) {
      return element(of(x.array()));
    }
    if (e instanceof Expr.Component c) {
      return component(of(c.record()), c.name());
    }
    if (e instanceof Expr.Cast c) {
      return of(c.operand());
    }
    if (e instanceof Expr.Field f && f.receiver() == null) {
      String key = f.owner().canonicalName() + "." + f.name();
      return ofField.computeIfAbsent(key, k -> new Region()).root();
    }
    return fresh.computeIfAbsent(e, k -> new Region()).root();
  }

  /** The region of what the elements of an array of references refer to. */
  public Region element(Region array) {
    Region r = array.root();
    if (r.element == null) {
      r.element = new Region();
    }
    return r.element.root();
  }

  /** The region of what a record's component refers to. */
  Region component(Region record, String name) {
    return record.root().components.computeIfAbsent(name, k -> new Region()).root();
  }

  /** True where the storage belongs to a static field: it is not the function's own. */
  public boolean isField(Region region) {
    return ofField.values().stream().anyMatch(f -> f.root() == region.root());
  }

  /** True where the storage may be that of a differentiated argument: a gradient shows it. */
  public boolean isShown(Region region) {
    return differentiated.stream()
        .anyMatch(p -> reachable(p.type(), of(p)).contains(region.root()));
  }

  /**
   * Every region of an array or value that a value of this type leads to, the value's own included.
   */
  public List<Region> reachable(Type type, Region region) {
    List<Region> out = new ArrayList<>();
    collect(type, region, (t, r) -> out.add(r));
    return out;
  }

  /** Calls back for the same with their types. */
  public void collect(Type type, Region region, BiConsumer<Type, Region> visitor) {
    if (type instanceof Type.Array a) {
      visitor.accept(type, region.root());
      if (a.element().isReference()) {
        collect(a.element(), element(region), visitor);
      }
    } else if (type instanceof Type.Record r) {
      for (Type.Component c : r.components()) {
        if (c.type().isReference()) {
          collect(c.type(), component(region, c.name()), visitor);
        }
      }
    } else if (type.isValue()) {
      visitor.accept(type, region.root());
    }
  }

  /**
   * Values that are constant are left apart: nobody writes into them, and the adjoint of a constant
   * is not read.
   */
  private void mergeParameters(Function function, ArgumentAliases aliases) {
    record Kind(Type type, boolean isDifferentiated, int group) {}
    Map<Kind, Region> first = new HashMap<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      Var p = function.parameters().get(i);
      boolean isDifferentiated = differentiated.contains(p);
      ArgumentPart.storage(i, p.type())
          .forEach(
              (part, type) -> {
                if (isDifferentiated || !type.isValue()) {
                  Region mine = part.in(of(p), this);
                  Kind kind = new Kind(type, isDifferentiated, aliases.group(function, part));
                  merge(first.computeIfAbsent(kind, k -> mine), mine);
                }
              });
    }
  }

  /** Arrays of one type that these values lead to may be the same array. */
  private void mergeByType(List<Expr> values) {
    Map<Type, Region> first = new HashMap<>();
    for (Expr e : values) {
      collect(e.type(), of(e), (t, r) -> merge(first.computeIfAbsent(t, k -> r), r));
    }
  }

  private void merge(Region left, Region right) {
    Region a = left.root();
    Region b = right.root();
    if (a == b) {
      return;
    }
    b.parent = a;
    if (b.element != null) {
      if (a.element == null) {
        a.element = b.element;
      } else {
        merge(a.element, b.element);
      }
    }
    b.components.forEach(
        (name, r) -> {
          Region mine = a.root().components.get(name);
          if (mine == null) {
            a.root().components.put(name, r);
          } else {
            merge(mine, r);
          }
        });
  }

  /** Merges the two sides of everything that makes one reference from another. */
  private final class Builder extends Walker {

    @Override
    public Void visit(Stmt.Local s) {
      s.init().ifPresent(e -> flow(new Expr.Read(s.var()), e));
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      flow(s.target().read(), s.value());
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.ForEach s) {
      throw new IllegalStateException("not normalized: " + s);
    }

    private void flow(Expr target, Expr value) {
      if (!target.type().isReference()) {
        return;
      }
      merge(of(target), of(value));
      if (value instanceof Expr.Conditional c) {
        merge(of(target), of(c.ifTrue()));
        merge(of(target), of(c.ifFalse()));
      }
    }

    @Override
    public Void visit(Expr.NewRecord e) {
      for (int i = 0; i < e.arguments().size(); i++) {
        Expr argument = e.arguments().get(i);
        if (argument.type().isReference()) {
          merge(component(of(e), e.type().components().get(i).name()), of(argument));
        }
      }
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.ArrayLiteral e) {
      for (Expr x : e.elements()) {
        if (x.type().isReference()) {
          merge(element(of(e)), of(x));
        }
      }
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Call e) {
      switch (e.callee().kind()) {
        case ARRAY -> arrayCall(e);
        case LOCAL, LINKED -> call(e);
        case MATH, RULED, CONSTANT, SINK, FOREIGN, GENERATED -> {}
      }
      return super.visit(e);
    }

    private void arrayCall(Expr.Call e) {
      ArrayCall call = ArrayCall.of(e);
      boolean rowsShared =
          call.source() != null && ((Type.Array) call.source().type()).element().isReference();
      if (rowsShared) {
        Expr target = call.target() != null ? call.target() : e;
        merge(element(of(target)), element(of(call.source())));
      }
      if (call.kind() == ArrayCall.Kind.FILL && call.value().type().isReference()) {
        merge(element(of(call.target())), of(call.value()));
      }
    }

    private void call(Expr.Call e) {
      List<Expr> references = new ArrayList<>();
      for (Expr a : e.arguments()) {
        if (a.type().isReference()) {
          references.add(a);
        }
      }
      if (summaries.storesReferences(e.callee())) {
        summaries
            .mixed(e.callee())
            .ifPresentOrElse(
                groups -> groups.forEach(parts -> mergeAll(e, parts)),
                () -> mergeByType(references));
      }
      if (e.type().isReference() && !summaries.returnsFresh(e.callee())) {
        references.add(e);
        mergeByType(references);
      }
    }
  }

  private void mergeAll(Expr.Call call, Set<ArgumentPart> parts) {
    Region first = parts.iterator().next().of(call, this);
    parts.forEach(part -> merge(first, part.of(call, this)));
  }

  /** The array that a place writes into, or null for a variable. */
  public Region written(Place place) {
    return place instanceof Place.Slot s ? of(s.array()) : null;
  }
}
