package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The names of adjoints: {@code dx} for {@code x}, {@code dpX} for the component {@code x} of
 * {@code p}. An adjoint has its primal's type, or that of its accumulator.
 */
final class AdjointVars {

  private record Key(Var var, List<String> path) {
    @Override
    public int hashCode() {
      return 31 * var.hashCode() + path.size();
    }
  }

  private final Names names;
  private final Map<Key, Var> adjoints = new HashMap<>();
  private final Map<Var, Var> primals = new HashMap<>();
  private final Set<Var> own = new HashSet<>();
  private final Set<Var> ofVariables = new HashSet<>();
  private final Set<Var> keeping = new HashSet<>();
  private final Set<Var> recording = new HashSet<>();
  private final Map<Var, String> wishes = new HashMap<>();
  private final Set<String> madeNames = new HashSet<>();
  private final UnaryOperator<String> lambdaParameters;

  AdjointVars(Names names) {
    this.names = names;
    this.lambdaParameters = names.once();
  }

  /** The adjoint of a leaf of a variable. */
  Var of(Var v, Leaf leaf) {
    return adjoints.computeIfAbsent(
        new Key(v, leaf.path()),
        k -> {
          StringBuilder name = new StringBuilder("d").append(dropped(v.name()));
          leaf.path().forEach(c -> name.append(Names.capitalized(c)));
          Var adjoint = names.fresh(name.toString(), leaf.type().adjoint());
          own.add(adjoint);
          ofVariables.add(adjoint);
          if (leaf.path().isEmpty()) {
            primals.put(adjoint, v);
          }
          return adjoint;
        });
  }

  /** The adjoint of a scalar or array variable. */
  Var of(Var v) {
    return of(v, new Leaf(List.of(), v.type()));
  }

  /** A further variable of the derivative, which is not the adjoint of one variable. */
  Var made(String wish, Type type) {
    Var v = names.fresh(wish, type);
    own.add(v);
    wishes.put(v, wish);
    madeNames.add(v.name());
    return v;
  }

  /** A variable of the same name as another, for a block of its own. */
  Var again(Var v) {
    Var copy = names.same(v.name(), v.type());
    own.add(copy);
    if (wishes.containsKey(v)) {
      wishes.put(copy, wishes.get(v));
    }
    return copy;
  }

  /** A further variable of the derivative, which keeps values of the primal. */
  Var keeping(String wish, Type type) {
    Var v = made(wish, type);
    keeping.add(v);
    return v;
  }

  /** A further variable of the derivative: an array, or arrays in an array, for numbers only. */
  Var recording(String wish, Type type) {
    Var v = keeping(wish, type);
    recording.add(v);
    return v;
  }

  /** True for a variable that leads to arrays of its own, in which numbers are recorded. */
  boolean isRecording(Var v) {
    return recording.contains(v);
  }

  /** True for the adjoint of a variable: it leads to no array of the primal. */
  boolean isOfVariable(Var v) {
    return ofVariables.contains(v);
  }

  /** The variable that a variable is the adjoint of; nothing for one of a component. */
  Optional<Var> primal(Var adjoint) {
    return Optional.ofNullable(primals.get(adjoint));
  }

  /** True for a variable that {@linkplain #keeping keeps} values of the primal. */
  boolean isKeeping(Var v) {
    return keeping.contains(v);
  }

  /** The name that a variable was {@linkplain #made} with, before a number; or null. */
  String wish(Var v) {
    return wishes.get(v);
  }

  /** True if a variable that this {@linkplain #made} may have the name, which is then reserved. */
  boolean claims(String name) {
    return madeNames.contains(name) || names.freshName(name).equals(name);
  }

  /**
   * The name of a lambda's parameter: one for all lambdas of the derivative, and of no variable.
   */
  String lambdaParameter(String wish) {
    return lambdaParameters.apply(wish);
  }

  /** True for every variable that this made: no value of the primal. */
  boolean isAdjoint(Var v) {
    return own.contains(v);
  }

  private static String dropped(String name) {
    return name.equals("_") ? "value" : name;
  }
}
