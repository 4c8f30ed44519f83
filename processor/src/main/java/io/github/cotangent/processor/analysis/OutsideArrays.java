package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which arrays may come from code that is not read: from fields, from methods of objects, from
 * lambdas. Two of them may be the same one. They may also be an array of the function's own, where
 * the functions hand one of its type to such code.
 */
final class OutsideArrays {

  /** The types of arrays that code which is not read was given. */
  private final Set<Type> given = new HashSet<>();

  /** The functions that may return an array from outside, by their keys. */
  private final Set<String> returning = new HashSet<>();

  private OutsideArrays() {}

  /** Of functions that are closed under local calls. */
  static OutsideArrays of(List<Function> functions) {
    OutsideArrays outside = new OutsideArrays();
    functions.forEach(f -> outside.new Given().walk(f.body()));
    return outside;
  }

  /** True if code that is not read may keep an array of this type that a function made. */
  boolean wereGiven(Type type) {
    return given.contains(type);
  }

  /** Finds what comes from outside in a function, by what is known of those that it calls. */
  Found look(Function f, Regions regions) {
    Found found = new Found(regions);
    found.walk(f.body());
    found.isNews = found.isReturned() && returning.add(f.key());
    return found;
  }

  private static boolean isUnread(Callee callee) {
    return switch (callee.kind()) {
      case FOREIGN, CONSTANT, LINKED, RULED, SINK -> true;
      case LOCAL, ARRAY, MATH, GENERATED -> false;
    };
  }

  /** What code that is not read is given. */
  private final class Given extends Walker {
    private void give(Type type) {
      if (type instanceof Type.Array a) {
        given.add(a);
        give(a.element());
      } else if (type instanceof Type.Record r) {
        r.components().forEach(c -> give(c.type()));
      } else if (type.isValue()) {
        given.add(type);
      }
    }

    private void give(Code code) {
      code.reads().forEach(v -> give(v.type()));
    }

    @Override
    public Void visit(Expr.Call e) {
      if (isUnread(e.callee())) {
        e.arguments().forEach(a -> give(a.type()));
        if (e.receiver() != null) {
          give(e.receiver().type());
        }
      }
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Opaque e) {
      give(e.code());
      return super.visit(e);
    }

    @Override
    public Void visit(Stmt.Verbatim s) {
      give(s.code());
      return super.visit(s);
    }
  }

  /** What comes from outside in one function. */
  final class Found extends Walker {
    private final Regions regions;
    private final Set<Regions.Region> outside = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Expr> returned = new ArrayList<>();
    private boolean isNews;

    private Found(Regions regions) {
      this.regions = regions;
    }

    /** True if it was not known before that the function returns an array from outside. */
    boolean isNews() {
      return isNews;
    }

    /** True if an array of the region may be from outside. */
    boolean holds(Regions.Region region) {
      return outside.contains(region);
    }

    private boolean isReturned() {
      return returned.stream()
          .anyMatch(e -> regions.reachable(e.type(), regions.of(e)).stream().anyMatch(this::holds));
    }

    private void found(Type type, Regions.Region region) {
      outside.addAll(regions.reachable(type, region));
    }

    private void written(Code code) {
      for (Var v : code.writes()) {
        found(v.type(), regions.of(v));
      }
    }

    @Override
    public Void visit(Expr.Field e) {
      found(e.type(), regions.of(e));
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Cast e) {
      found(e.type(), regions.of(e));
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Call e) {
      if (isUnread(e.callee()) || returning.contains(e.callee().key())) {
        found(e.type(), regions.of(e));
      }
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Opaque e) {
      found(e.type(), regions.of(e));
      written(e.code());
      return super.visit(e);
    }

    @Override
    public Void visit(Stmt.Verbatim s) {
      written(s.code());
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Return s) {
      s.value().ifPresent(returned::add);
      return super.visit(s);
    }
  }
}
