package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.BorrowedArrays;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds writes into arrays that an object was given, and may have handed out since: {@code
 * list.add(w); y = x * list.get(0)[0]; w[0] = 1}. The backward pass reads {@code list.get(0)}
 * again, and would find there what was written into {@code w}.
 */
final class KeptByObjects extends LoopsTwice {

  /**
   * An array that an object was given.
   *
   * @param by the call that was given it, in words
   * @param handedOut the types of the arrays that came out of objects since
   */
  private record Kept(String by, Type type, Set<Type> handedOut) {}

  private final Facts facts;
  private final LocalMethods methods;
  private final Problems problems;
  private final Map<Regions.Region, Kept> kept = new LinkedHashMap<>();

  KeptByObjects(Facts facts, LocalMethods methods, Problems problems) {
    this.facts = facts;
    this.methods = methods;
    this.problems = problems;
  }

  /** Reports all of them. */
  void check() {
    walk(facts.function().body());
  }

  // What objects are given

  private void given(Expr argument, String by) {
    if (!isOfRoundBefore(argument)) {
      facts
          .storage(argument)
          .forEach((region, type) -> kept.putIfAbsent(region, new Kept(by, type, new HashSet<>())));
    }
  }

  /** True if an object may keep the argument: one that is there, or that comes out of the call. */
  private boolean keeps(Expr.Call e, int argument, Set<String> seen) {
    return switch (e.callee().kind()) {
      case FOREIGN, CONSTANT -> hasObject(e);
      case LOCAL ->
          methods.body(e.callee()).filter(f -> seen.add(f.key())).stream()
              .anyMatch(f -> gives(f, f.parameters().get(argument), seen));
      case ARRAY, MATH, LINKED, RULED, SINK, GENERATED -> false;
    };
  }

  /** True for a call of an object, with one or of which one is the result. */
  static boolean hasObject(Expr.Call e) {
    return isObject(e.type())
        || e.receiver() != null && isObject(e.receiver().type())
        || e.arguments().stream().anyMatch(a -> isObject(a.type()));
  }

  private static boolean isObject(Type type) {
    return type instanceof Type.ClassType && !type.equals(Type.STRING);
  }

  /** True if a method gives a parameter's arrays to an object. */
  private boolean gives(Function f, Var parameter, Set<String> seen) {
    return new Search() {
      @Override
      public Void visit(Expr.Call e) {
        for (int i = 0; i < e.arguments().size(); i++) {
          boolean isIt = e.arguments().get(i) instanceof Expr.Read r && r.var().equals(parameter);
          foundIf(isIt && keeps(e, i, seen));
        }
        return super.visit(e);
      }

      @Override
      public Void visit(Expr.Opaque e) {
        foundIf(e.type() instanceof Type.ClassType && e.code().reads().contains(parameter));
        return super.visit(e);
      }
    }.in(f.body());
  }

  // What objects hand out

  private void handedOut(Expr e) {
    Set<Type> types = new HashSet<>(facts.storage(e).values());
    kept.values().forEach(k -> k.handedOut().addAll(types));
  }

  @Override
  public Void visit(Expr.Call e) {
    super.visit(e);
    for (int i = 0; i < e.arguments().size(); i++) {
      if (keeps(e, i, new HashSet<>())) {
        given(e.arguments().get(i), "'" + e.callee().name() + "'");
      }
    }
    if (BorrowedArrays.isBorrowing(e.callee(), facts.summaries())) {
      handedOut(e);
    }
    written(e);
    return null;
  }

  @Override
  public Void visit(Expr.Opaque e) {
    if (e.type() instanceof Type.ClassType) {
      e.code().reads().forEach(v -> given(new Expr.Read(v), "'" + e.origin().text() + "'"));
    }
    handedOut(e);
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Field e) {
    if (e.receiver() != null) {
      handedOut(e);
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Cast e) {
    if (e.operand().type() instanceof Type.ClassType) {
      handedOut(e);
    }
    return super.visit(e);
  }

  // What is written

  @Override
  public Void visit(Stmt.Assign s) {
    super.visit(s);
    if (s.target() instanceof Place.Slot slot) {
      region(facts.regions().of(slot.array()), s.origin());
    }
    return null;
  }

  private void written(Expr.Call e) {
    if (e.callee().kind() == Callee.Kind.ARRAY && ArrayCall.of(e).target() != null) {
      region(facts.regions().of(ArrayCall.of(e).target()), e.origin());
    }
    for (int i = 0; i < e.arguments().size(); i++) {
      if (!hasObject(e) && facts.summaries().isCalledToWrite(e.callee(), i)) {
        facts.storage(e.arguments().get(i)).keySet().forEach(r -> region(r, e.origin()));
      }
    }
  }

  private void region(Regions.Region region, Origin at) {
    Kept array = kept.get(region);
    if (!isFirstTime() && array != null && array.handedOut().contains(array.type())) {
      problems.report(
          ErrorId.UNSUPPORTED_EXPRESSION,
          at,
          "A write into an array that " + array.by() + " was given, and an object may hand out,",
          "Give it a clone(): the backward pass reads again what the object hands out.");
    }
  }
}
