package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What evaluating some expressions may change. An operand that stands to the left of them, and
 * whose value they may change, has to be saved before they are taken out of the expression: in
 * {@code a[i] + f(a)} the element, but not in {@code x + f(a)} the variable.
 *
 * <p>One thing is not kept up: an operand that fails (an index out of bounds) may do so only after
 * a call to its right. Either way the method ends in an exception before anything is returned.
 */
final class Effects extends Walker {

  private final Set<Var> written = new LinkedHashSet<>();

  /** The types of elements that may be overwritten, where not any may be. */
  private final Set<Type> stored = new LinkedHashSet<>();

  private boolean arrays;
  private boolean outside;

  private Effects() {}

  /** The effects of evaluating all of these. */
  static Effects of(List<Expr> es) {
    Effects effects = new Effects();
    es.forEach(effects::walk);
    return effects;
  }

  /** The effect of storing into an element of an array. */
  static Effects ofStore(Type element) {
    Effects effects = new Effects();
    effects.stored.add(element);
    return effects;
  }

  /** The variables that may be assigned. */
  Set<Var> written() {
    return written;
  }

  /** True where the value of {@code e} may change. */
  boolean disturb(Expr e) {
    return new Reader().in(e);
  }

  /** True where evaluating {@code e} is an event that must keep its place: an unknown call. */
  static boolean isEvent(Expr e) {
    return new Search() {
      @Override
      public Void visit(Expr.Call c) {
        foundIf(isUnknown(c));
        return super.visit(c);
      }

      @Override
      public Void visit(Expr.Opaque o) {
        return found();
      }
    }.in(e);
  }

  /** True for a call that the compiler cannot look into; one of a random generator, say. */
  static boolean isUnknown(Expr.Call c) {
    return switch (c.callee().kind()) {
      case FOREIGN, SINK, CONSTANT, GENERATED -> true;
      case MATH -> c.callee().name().equals("random");
      case LOCAL, LINKED, RULED, ARRAY -> false;
    };
  }

  /** True for a field of an object that may have another value later. */
  static boolean isChanging(Expr.Field f) {
    return f.receiver() != null && !f.isFinal();
  }

  @Override
  protected void write(Var v) {
    written.add(v);
  }

  @Override
  protected void place(Place p) {
    arrays |= p instanceof Place.Slot;
    super.place(p);
  }

  @Override
  public Void visit(Expr.Call e) {
    if (e.callee().kind() != Callee.Kind.MATH) {
      arrays |= e.callee().kind() == Callee.Kind.FOREIGN;
      if (e.receiver() != null) {
        reach(e.receiver().type());
      }
      e.arguments().forEach(a -> reach(a.type()));
      outside = true;
    }
    return super.visit(e);
  }

  /** What is given a value of this type can store into the arrays in it: rows, if it has rows. */
  private void reach(Type t) {
    if (t instanceof Type.Array a) {
      stored.add(a.element());
      reach(a.element());
    } else if (t instanceof Type.Record r) {
      r.components().forEach(c -> reach(c.type()));
    } else {
      arrays |= t.isReference() && !t.equals(Type.STRING);
    }
  }

  @Override
  public Void visit(Expr.Opaque e) {
    arrays = true;
    outside = true;
    return super.visit(e);
  }

  /** Looks for what the effects change. */
  private final class Reader extends Search {
    @Override
    protected void read(Var v) {
      foundIf(written.contains(v));
    }

    @Override
    public Void visit(Expr.Element e) {
      foundIf(arrays || stored.stream().anyMatch(s -> isOverwritten(e.type(), s)));
      return super.visit(e);
    }

    /** An object may be stored under a wider type than it is read as. */
    private static boolean isOverwritten(Type read, Type stored) {
      return read.equals(stored)
          || read.leaf() instanceof Type.ClassType && stored.leaf() instanceof Type.ClassType;
    }

    @Override
    public Void visit(Expr.Field e) {
      foundIf(outside && !e.isFinal());
      return super.visit(e);
    }
  }
}
