package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Renaming;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.DeadCode;
import io.github.cotangent.processor.optimize.DeclarationOrder;
import io.github.cotangent.processor.optimize.IdleCopies;
import io.github.cotangent.processor.optimize.LateDeclarations;
import io.github.cotangent.processor.optimize.Optimization;
import io.github.cotangent.processor.optimize.Purity;
import io.github.cotangent.processor.optimize.SecondNames;
import io.github.cotangent.processor.optimize.Tidying;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Puts sweeps together to the body of a method: scopes, dead code, declarations, names. */
final class Assembly {

  private final Set<Optimization> enabled;

  Assembly(Set<Optimization> enabled) {
    this.enabled = Set.copyOf(enabled);
  }

  /** A forward sweep fitted to what comes after it, and that code with names that it can see. */
  record Fitted(List<Stmt> forward, List<Stmt> rest) {}

  /**
   * Fits the forward pass to the code that reads its variables.
   *
   * @param rest the backward pass and the wrapper's end
   */
  Fitted fit(Sweeps sweeps, List<Stmt> rest) {
    List<Stmt> forward = ReverseMode.concat(sweeps.prelude(), sweeps.forward());
    return fit(
        forward,
        sweeps.droppable()::contains,
        sweeps.captured()::contains,
        sweeps.adjoints(),
        rest);
  }

  /**
   * Fits a step of a loop to its adjoint. Both stand in one block, and nothing of it is read behind
   * it but some sums: what the adjoint assigns before it reads it need not be computed.
   */
  List<Stmt> fitStep(
      List<Stmt> step,
      Predicate<Stmt> droppable,
      Predicate<Var> captured,
      AdjointVars adjoints,
      List<Stmt> rest,
      Set<Var> sums) {
    boolean dropsDead = enabled.contains(Optimization.DEAD_PRIMAL);
    Stmt between = new Stmt.Comment("");
    List<Stmt> all = new ArrayList<>(step);
    all.add(between);
    all.addAll(rest);
    if (dropsDead) {
      all = DeadCode.remove(all, sums, droppable);
    }
    int end = 0;
    while (all.get(end) != between) {
      end++;
    }
    Fitted fitted =
        fit(all.subList(0, end), s -> false, captured, adjoints, all.subList(end + 1, all.size()));
    List<Stmt> code = ReverseMode.concat(fitted.forward(), fitted.rest());
    return dropsDead ? IdleCopies.remove(code) : code;
  }

  private Fitted fit(
      List<Stmt> code,
      Predicate<Stmt> droppable,
      Predicate<Var> captured,
      AdjointVars adjoints,
      List<Stmt> rest) {
    List<Stmt> forward = code;
    Set<Var> needed = Scoping.free(rest);
    if (enabled.contains(Optimization.DEAD_PRIMAL)) {
      forward = DeadCode.remove(forward, needed, droppable);
    }
    Set<Var> nested = nestedDeclarations(forward);
    nested.retainAll(needed);
    Map<Var, Var> copies = new HashMap<>();
    for (Var v : nested) {
      if (captured.test(v)) {
        copies.put(v, adjoints.made(v.name() + "Kept", v.type()));
      }
    }
    List<Stmt> readable = rest;
    if (!copies.isEmpty()) {
      readable = Renaming.apply(rest, copies);
      forward = keep(forward, copies);
      nested.removeAll(copies.keySet());
    }
    forward = Tidying.apply(initialized(Scoping.hoist(forward, nested), needed));
    if (enabled.contains(Optimization.LATE_DECLARATIONS)) {
      forward = DeclarationOrder.apply(LateDeclarations.apply(forward));
    }
    return new Fitted(forward, readable);
  }

  /**
   * A variable that is read later has a value from the start. One that was moved out of a loop has
   * it already, and keeps what an iteration left until the next assigns it.
   */
  private static List<Stmt> initialized(List<Stmt> forward, Set<Var> needed) {
    return new Rewriter() {
      @Override
      public List<Stmt> visit(Stmt.Local s) {
        return s.init().isEmpty() && needed.contains(s.var())
            ? List.of(Make.local(s.var(), Make.zero(s.var().type())))
            : List.of(s);
      }
    }.stmts(forward);
  }

  /** A lambda reads the variable, so it must stay final: what is read later is a copy. */
  private static List<Stmt> keep(List<Stmt> forward, Map<Var, Var> copies) {
    List<Stmt> out = new ArrayList<>();
    copies.values().forEach(c -> out.add(Make.local(c, Make.zero(c.type()))));
    out.addAll(
        new Rewriter() {
          @Override
          public List<Stmt> visit(Stmt.Local s) {
            return copies.containsKey(s.var())
                ? List.of(s, Make.assign(copies.get(s.var()), Make.read(s.var())))
                : super.visit(s);
          }
        }.stmts(forward));
    return out;
  }

  private static Set<Var> nestedDeclarations(List<Stmt> code) {
    return Mentions.declared(code.stream().filter(s -> !(s instanceof Stmt.Local)).toList());
  }

  /** A finished body whose variables are numbered as a reader meets them. */
  List<Stmt> finish(List<Var> parameters, List<Stmt> code, Sweeps sweeps) {
    List<Stmt> out = tidied(code);
    Map<Var, String> numbers = Numbering.of(out, Set.copyOf(parameters), sweeps.adjoints());
    return distinguished(parameters, Numbering.rename(out, numbers), sweeps);
  }

  /** A finished half of a pair, with the names that both halves have. */
  List<Stmt> finishHalf(List<Var> parameters, List<Stmt> code, Sweeps sweeps) {
    return distinguished(parameters, tidied(code), sweeps);
  }

  private List<Stmt> distinguished(List<Var> parameters, List<Stmt> code, Sweeps sweeps) {
    Consumer<Explanation> told = sweeps.choices()::add;
    List<Stmt> summed =
        enabled.contains(Optimization.INVARIANT_SUMS)
            ? SureSums.of(code, v -> sweeps.adjoints().primal(v).orElse(v))
            : code;
    return distinguished(parameters, summed, sweeps.names(), sweeps::sharing, told);
  }

  /**
   * A finished body with the names that it has.
   *
   * @param sharing asked for only where something is moved
   */
  List<Stmt> finish(List<Var> parameters, List<Stmt> code, Names names, Supplier<Sharing> sharing) {
    return distinguished(parameters, tidied(code), names, sharing, note -> {});
  }

  /** What is named here has the same name in each method: that may be one of another variable. */
  private List<Stmt> distinguished(
      List<Var> parameters,
      List<Stmt> code,
      Names names,
      Supplier<Sharing> sharing,
      Consumer<Explanation> told) {
    Names own = names.copy();
    List<Stmt> out =
        enabled.contains(Optimization.INVARIANT_READS)
            ? InvariantReads.of(code, sharing.get(), own, told)
            : code;
    return Scoping.distinguish(parameters, out, own);
  }

  /** Code behind which nobody reads variables, without adjoints that nobody reads in it. */
  List<Stmt> withoutDead(List<Stmt> code) {
    return enabled.contains(Optimization.DEAD_ADJOINT)
        ? DeadCode.remove(code, Set.of(), Assembly::isOwnAndDroppable)
        : code;
  }

  private List<Stmt> tidied(List<Stmt> code) {
    List<Stmt> out = withoutDead(code);
    out = Scoping.declaredOnce(Tidying.apply(out));
    return enabled.contains(Optimization.LATE_DECLARATIONS)
        ? SecondNames.join(LateDeclarations.apply(out))
        : out;
  }

  /** Assignments that the transform made: reads of adjoints and of results, which surely exist. */
  private static boolean isOwnAndDroppable(Stmt s) {
    return !s.origin().isInSource()
        && DeadCode.value(s).filter(e -> Purity.isDroppable(e, Assembly::exists)).isPresent();
  }

  private static boolean exists(Expr part) {
    return part instanceof Expr.Element || part instanceof Expr.Component;
  }
}
