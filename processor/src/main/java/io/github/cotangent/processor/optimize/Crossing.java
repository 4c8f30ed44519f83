package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.Optional;

/** What has to cross a call, as an argument or the result, so that its method is put in place. */
enum Crossing {
  /** Elements of arrays: what a method only gets or only sets, as {@link Accessors} do. */
  ELEMENTS(Why.ELEMENT_IN_PLACE) {
    @Override
    boolean crosses(Expr.Call call, Function method) {
      return Accessors.isAccessor(method);
    }
  },
  /** Numbers in a loop: the result of a method that is a formula, as {@link Formulas} tells. */
  FORMULAS(Why.FORMULA_IN_PLACE) {
    @Override
    boolean crosses(Expr.Call call, Function method) {
      return Formulas.isFormula(method);
    }

    @Override
    boolean isLookedAt(boolean inLoop) {
      return inLoop;
    }
  },
  /** Arrays of one dimension, with numbers in them. */
  ARRAYS(Why.IN_PLACE) {
    @Override
    boolean test(Type t) {
      return t instanceof Type.Array a
          && (a.element().isScalar()
              || a.element().equals(Type.INT)
              || a.element().equals(Type.LONG));
    }
  },
  /** Records with nothing but numbers and truth values in them, or in records in them. */
  RECORDS(Why.RECORDS_IN_PLACE) {
    @Override
    boolean test(Type t) {
      return t instanceof Type.Record r && count(r) <= MAX_COMPONENTS;
    }

    /** Loops are better compiled in methods of their own. */
    @Override
    Optional<Reason> hindrance(Function method) {
      boolean hasLoop =
          new Search() {
            @Override
            protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
              found();
            }
          }.in(method.body());
      return hasLoop ? Optional.of(Reason.of(Why.HAS_LOOP)) : Optional.empty();
    }
  };

  /** The most components, those of records in the record included, that become variables. */
  static final int MAX_COMPONENTS = 16;

  private static final int TOO_MANY = MAX_COMPONENTS + 1;

  private final Why inPlace;

  Crossing(Why inPlace) {
    this.inPlace = inPlace;
  }

  /** True for the types that are looked at. */
  boolean test(Type t) {
    return false;
  }

  /** Why a method that these cross stays where it is, if it does. */
  Optional<Reason> hindrance(Function method) {
    return Optional.empty();
  }

  /** What is said of a call whose method was put in place. */
  Reason inPlace() {
    return Reason.of(inPlace);
  }

  /**
   * True if calls may be put in place at all.
   *
   * @param inLoop true for one that a loop of the function may run more than once
   */
  boolean isLookedAt(boolean inLoop) {
    return true;
  }

  /** True if any of these is an argument of the call or its result. */
  boolean crosses(Expr.Call call, Function method) {
    return test(method.result()) || call.arguments().stream().anyMatch(a -> test(a.type()));
  }

  private static int count(Type.Record record) {
    int sum = 0;
    for (Type.Component c : record.components()) {
      if (c.type() instanceof Type.Record r) {
        sum += count(r);
      } else {
        sum += c.type() instanceof Type.Primitive ? 1 : TOO_MANY;
      }
    }
    return sum;
  }
}
