package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;

/** Tells which expressions may stand inside others in the core form, and so stay as they are. */
final class Nesting {

  private Nesting() {}

  /**
   * True where the expression can stay nested.
   *
   * @param strict true where it may be evaluated again in the backward pass: no unknown call, and
   *     no field that such a call may have changed
   */
  static boolean canStay(Expr e, boolean strict) {
    return !new Parting(strict).in(e);
  }

  /** {@link #canStay(Expr, boolean)} for all of them. */
  static boolean canStay(List<Expr> es, boolean strict) {
    return es.stream().allMatch(e -> canStay(e, strict));
  }

  /** True for a variable, and for elements and components reached from one. */
  static boolean isChain(Expr e) {
    if (e instanceof Expr.Element element) {
      return !(e.type() instanceof Type.Record) && isChain(element.array());
    }
    return e instanceof Expr.Component c ? isChain(c.record()) : e instanceof Expr.Read;
  }

  /** True for what may stand as an argument where references must be variables. */
  static boolean isReference(Expr e) {
    boolean named = e instanceof Expr.Read || e instanceof Expr.Literal;
    boolean isPlain = !(e.type() instanceof Type.Array || e.type() instanceof Type.Record);
    return named || isPlain && (!e.type().isValue() || isPart(e));
  }

  private static boolean isPart(Expr e) {
    return e instanceof Expr.Read || e instanceof Expr.Component c && isPart(c.record());
  }

  /** True where the value may depend on a variable that carries a derivative. */
  static boolean mayBeActive(Expr e) {
    return new Search() {
      @Override
      protected void read(Var v) {
        foundIf(v.type().isDifferentiable());
      }

      @Override
      public Void visit(Expr.Call c) {
        // An active argument of an unknown call is refused, so its result is inactive.
        return Effects.isUnknown(c) ? null : super.visit(c);
      }

      @Override
      public Void visit(Expr.Opaque o) {
        return null;
      }
    }.in(e);
  }

  /**
   * True for the calls that stand alone: they get a derivative of their own, or may write into an
   * array, and must then be statements for its contents to be saved.
   */
  static boolean standsAlone(Expr.Call c) {
    return switch (c.callee().kind()) {
      case LOCAL, LINKED, RULED, ARRAY -> true;
      case CONSTANT, FOREIGN ->
          c.arguments().stream().anyMatch(a -> a.type() instanceof Type.Array);
      case MATH, SINK, GENERATED -> false;
    };
  }

  /** Looks for a node that cannot stay. */
  private static final class Parting extends Search {
    private final boolean strict;

    Parting(boolean strict) {
      this.strict = strict;
    }

    @Override
    public Void visit(Expr.Call e) {
      if (standsAlone(e) || strict && Effects.isUnknown(e)) {
        return found();
      }
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Field e) {
      return strict && Effects.isChanging(e) ? found() : super.visit(e);
    }

    @Override
    public Void visit(Expr.Opaque e) {
      return strict && !e.type().isReference() ? found() : null;
    }

    @Override
    public Void visit(Expr.Conditional e) {
      return e.type().isDifferentiable() ? found() : super.visit(e);
    }

    @Override
    public Void visit(Expr.Element e) {
      boolean out = e.type() instanceof Type.Record || !isChain(e.array());
      return out ? found() : super.visit(e);
    }

    @Override
    public Void visit(Expr.Component e) {
      return isChain(e.record()) ? super.visit(e) : found();
    }

    @Override
    public Void visit(Expr.Cast e) {
      return Conversions.isRedundant(e) ? found() : super.visit(e);
    }

    @Override
    public Void visit(Expr.NewRecord e) {
      return found();
    }

    @Override
    public Void visit(Expr.NewArray e) {
      return found();
    }

    @Override
    public Void visit(Expr.ArrayLiteral e) {
      return found();
    }

    @Override
    public Void visit(Expr.Assigning e) {
      return found();
    }

    @Override
    public Void visit(Expr.Stepping e) {
      return found();
    }

    @Override
    public Void visit(Expr.Choosing e) {
      return found();
    }
  }
}
