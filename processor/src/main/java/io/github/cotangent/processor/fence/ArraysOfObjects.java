package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.fence.ObjectArrays.Source;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds calls of the class's own methods that write into an array in a field, behind a read of it:
 * {@code y = x * o.w[0]; o.move()}. The backward pass reads {@code o.w[0]} again, and would find
 * there what {@code move} has written.
 */
final class ArraysOfObjects extends LoopsTwice {

  /** What is found wrong with code that stays unread, as where a lambda writes into an array. */
  private static final Set<ErrorId> OF_UNREAD_CODE =
      EnumSet.of(ErrorId.UNSUPPORTED_STATEMENT, ErrorId.UNSUPPORTED_EXPRESSION);

  private final Facts facts;
  private final LocalMethods methods;
  private final Problems problems;

  /** What is read of a call's arguments, nobody knows by which names. */
  private static final Set<Regions.Region> NOWHERE = Collections.singleton(null);

  private final Set<Source> read = new HashSet<>();

  /** The storage of what was read by the method itself alone. */
  private final Map<Source, Set<Regions.Region>> byName = new HashMap<>();

  private final Set<Var> made;
  private final ObjectArrays arrays;
  private final Map<Var, Set<Source>> sources;
  private final Set<Origin> reported = new HashSet<>();

  ArraysOfObjects(Facts facts, LocalMethods methods, Problems problems) {
    this.facts = facts;
    this.methods = methods;
    this.problems = problems;
    this.arrays = new ObjectArrays(facts.summaries());
    this.made = ArrayCall.madeIn(facts.function().body());
    this.sources = arrays.of(facts.function());
  }

  /** Reports all of them. */
  void check() {
    walk(facts.function().body());
  }

  @Override
  public Void visit(Expr.Element e) {
    for (Source s : arrays.of(e.array(), sources)) {
      if (read.add(s) || byName.containsKey(s)) {
        byName.computeIfAbsent(s, k -> new HashSet<>()).add(facts.regions().of(e.array()));
      }
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Call e) {
    super.visit(e);
    Set<Source> written = new HashSet<>();
    effects(e.callee(), true, written, new HashSet<>());
    boolean isFound =
        isGiven(e) || written.stream().anyMatch(w -> read.stream().anyMatch(w::mayBe));
    if (isFound && !isFirstTime() && reported.add(e.origin())) {
      problems.report(
          ErrorId.UNSUPPORTED_EXPRESSION,
          e.origin(),
          "A call of '"
              + e.callee().name()
              + "', which writes into an array of an object that is read before,",
          "Read it from a clone() instead: the backward pass reads it again.");
    }
    boolean isConstant = e.callee().kind() == Callee.Kind.CONSTANT; // It has no backward half.
    if (!isConstant && (facts.isActive(e) || e.arguments().stream().anyMatch(facts::isActive))) {
      Set<Source> more = new HashSet<>();
      effects(e.callee(), false, more, new HashSet<>());
      passed(e, more);
      byName.keySet().removeAll(more);
      read.addAll(more);
    }
    return null;
  }

  /**
   * True where a constant method is called to write into an array of an object that was read by
   * another name: by the same one, it is put back.
   */
  private boolean isGiven(Expr.Call e) {
    boolean isConstant =
        e.callee().kind() == Callee.Kind.FOREIGN || e.callee().kind() == Callee.Kind.CONSTANT;
    boolean isFound = false;
    for (int i = 0; isConstant && i < e.arguments().size(); i++) {
      Expr argument = e.arguments().get(i);
      boolean isMade = argument instanceof Expr.Read r && made.contains(r.var());
      if (!isMade && facts.summaries().isCalledToWrite(e.callee(), i)) {
        Set<Regions.Region> here = new HashSet<>();
        if (!isInLoop()) { // There, it may have been asked for again.
          here.addAll(facts.regions().reachable(argument.type(), facts.regions().of(argument)));
        }
        Set<Source> written = ObjectArrays.inside(arrays.of(argument, sources));
        isFound |=
            read.stream()
                .filter(r -> !here.containsAll(byName.getOrDefault(r, NOWHERE)))
                .anyMatch(r -> written.stream().anyMatch(r::mayBe));
      }
    }
    return isFound;
  }

  /** What a method is given, its backward half may read again. */
  private void passed(Expr.Call e, Set<Source> found) {
    switch (e.callee().kind()) {
      case LOCAL, LINKED, RULED ->
          e.arguments().forEach(a -> found.addAll(ObjectArrays.inside(arrays.of(a, sources))));
      case ARRAY, MATH, CONSTANT, SINK, FOREIGN, GENERATED -> {}
    }
  }

  // Methods that are called

  /** What a method writes or reads, with the methods that it calls. */
  private void effects(Callee callee, boolean writes, Set<Source> found, Set<String> seen) {
    Function body = methods.text(callee).orElse(null);
    if (body == null || !seen.add(body.key())) {
      return;
    }
    if (writes
        && methods.problems(callee).stream().anyMatch(p -> OF_UNREAD_CODE.contains(p.id()))) {
      found.add(Source.UNREAD);
    }
    Map<Var, Set<Source>> known = arrays.of(body);
    Set<Var> made = ArrayCall.madeIn(body.body());
    new Walker() {
      @Override
      public Void visit(Stmt.Assign s) {
        target(s.target());
        return super.visit(s);
      }

      @Override
      public Void visit(Expr.Assigning e) {
        target(e.target());
        return super.visit(e);
      }

      @Override
      public Void visit(Expr.Stepping e) {
        target(e.target());
        return super.visit(e);
      }

      private void target(Place target) {
        if (writes && target instanceof Place.Slot slot) {
          written(slot.array());
        }
      }

      /** Of the arrays that it makes itself, nobody has read anything before the call. */
      private void written(Expr array) {
        if (!(array instanceof Expr.Read r) || !made.contains(r.var())) {
          found.addAll(arrays.of(array, known));
        }
      }

      @Override
      public Void visit(Expr.Element e) {
        if (!writes) {
          found.addAll(arrays.of(e.array(), known));
        }
        return super.visit(e);
      }

      @Override
      public Void visit(Expr.Call e) {
        if (writes || e.callee().kind() != Callee.Kind.CONSTANT) {
          effects(e.callee(), writes, found, seen);
        }
        if (writes && e.callee().kind() == Callee.Kind.ARRAY && ArrayCall.of(e).target() != null) {
          written(ArrayCall.of(e).target());
        }
        for (int i = 0; i < e.arguments().size(); i++) {
          if (writes
              && methods.body(e.callee()).isPresent()
              && facts.summaries().writes(e.callee(), i)) {
            found.addAll(ObjectArrays.inside(arrays.of(e.arguments().get(i), known)));
          }
        }
        return super.visit(e);
      }
    }.walk(body.body());
  }
}
