package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses arguments that share arrays which must not be one: a constant and what is differentiated,
 * and whatever else with an adjoint array that the caller gives. In all methods, {@code map} is the
 * variable of the shadows, or null where one array is all that is differentiated.
 */
final class SharingChecks {

  private final Function function;
  private final List<Var> directions;

  SharingChecks(Function function, List<Var> directions) {
    this.function = function;
    this.directions = directions;
  }

  /** The constants whose arrays could share storage with an independent's. */
  List<Var> suspects(Set<Var> independents) {
    return function.parameters().stream()
        .filter(p -> !independents.contains(p) && !directions.contains(p))
        .filter(p -> mayShare(p, independents))
        .toList();
  }

  private static boolean mayShare(Var p, Set<Var> independents) {
    Set<Type> differentiated = new HashSet<>();
    independents.forEach(i -> differentiated.addAll(i.type().arrayTypes()));
    return p.type().arrayTypes().stream().anyMatch(differentiated::contains);
  }

  /** Refuses constants that share storage with an independent. */
  List<Stmt> refuseConstants(Set<Var> independents, AdjointVars adjoints, Var map) {
    return suspects(independents).stream()
        .map(p -> refuse("refuseShared", p, onlyArray(independents, map), adjoints, map))
        .toList();
  }

  /**
   * The same for forward mode.
   *
   * @param tangents an expression for the tangents that the independents have
   */
  Expr refuseConstants(Expr tangents, Set<Var> independents, AdjointVars adjoints) {
    Expr chain = tangents;
    for (Var p : suspects(independents)) {
      Expr[] named = named(p, adjoints).toArray(Expr[]::new);
      chain = Make.invoke(chain, "refuseShared", chain.type(), named);
    }
    return chain;
  }

  /** Refuses one adjoint array for two arrays, as soon as all that the caller gives are known. */
  List<Stmt> refuseShadows(Var map) {
    return map == null
        ? List.of()
        : List.of(Make.evaluate(Make.invoke(Make.read(map), "refuseSharedShadows", Type.VOID)));
  }

  /**
   * Refuses constants that share storage with an independent, and constants and directions that
   * share it with an adjoint array: they are read while it is added to.
   */
  List<Stmt> refuseGiven(Set<Var> independents, AdjointVars adjoints, Var map) {
    List<Expr> shadow = onlyShadow(independents, adjoints, map);
    List<Expr> both = new ArrayList<>(onlyArray(independents, map));
    both.addAll(shadow);
    List<Stmt> out = new ArrayList<>();
    for (Var p : suspects(independents)) {
      out.add(refuse("refuseShared", p, both, adjoints, map));
    }
    for (Var p : directions) {
      if (mayShare(p, independents)) {
        out.add(refuse("refuseAdjoint", p, shadow, adjoints, map));
      }
    }
    return out;
  }

  private static Stmt refuse(
      String method, Var p, List<Expr> others, AdjointVars adjoints, Var map) {
    List<Expr> arguments = named(p, adjoints);
    arguments.addAll(others);
    return Make.evaluate(
        map == null
            ? Make.call(Make.SHADOWS, method, Type.VOID, arguments)
            : Make.invoke(Make.read(map), method, Type.VOID, arguments.toArray(Expr[]::new)));
  }

  /** A parameter's name, for the message, and its arrays. */
  private static List<Expr> named(Var p, AdjointVars adjoints) {
    return new ArrayList<>(List.of(Make.literal(p.name()), SharedArrays.of(p, adjoints)));
  }

  private static List<Expr> onlyArray(Set<Var> independents, Var map) {
    if (map != null) {
      return List.of();
    }
    Var holder = onlyHolder(independents);
    return List.of(ShadowPlan.storage(holder.type()).get(0).in(Make.read(holder)));
  }

  private static List<Expr> onlyShadow(Set<Var> independents, AdjointVars adjoints, Var map) {
    if (map != null) {
      return List.of();
    }
    Var holder = onlyHolder(independents);
    return List.of(Make.read(adjoints.of(holder, ShadowPlan.storage(holder.type()).get(0))));
  }

  private static Var onlyHolder(Set<Var> independents) {
    return independents.stream()
        .filter(p -> !ShadowPlan.storage(p.type()).isEmpty())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no array in " + independents));
  }
}
