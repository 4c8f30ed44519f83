package io.github.cotangent.processor.ir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One method of the user's, or one that is generated.
 *
 * @param owner the class that declares it
 * @param name simple name
 * @param parameters in order; a record's instance method has {@code self} first
 * @param constants the parameters marked {@code @NonDifferentiable}
 * @param result type of the result, or void
 * @param body the statements
 * @param thrown the checked exceptions that it declares
 * @param reserved every identifier that occurs in the method: a fresh name must not be one of them
 * @param origin the method's name in the source
 */
public record Function(
    Type.ClassType owner,
    String name,
    List<Var> parameters,
    Set<Var> constants,
    Type result,
    Stmt.Block body,
    List<Type> thrown,
    Set<String> reserved,
    Origin origin) {

  public Function {
    thrown = List.copyOf(thrown);
    parameters = List.copyOf(parameters);
    constants = Set.copyOf(constants);
    reserved = Set.copyOf(reserved);
  }

  /** A function that declares no checked exception. */
  public Function(
      Type.ClassType owner,
      String name,
      List<Var> parameters,
      Set<Var> constants,
      Type result,
      Stmt.Block body,
      Set<String> reserved,
      Origin origin) {
    this(owner, name, parameters, constants, result, body, List.of(), reserved, origin);
  }

  /** The same function with another body. */
  public Function withBody(Stmt.Block newBody) {
    return new Function(
        owner, name, parameters, constants, result, newBody, thrown, reserved, origin);
  }

  /** The same function with another body, in which these identifiers occur. */
  public Function with(Stmt.Block newBody, Set<String> identifiers) {
    return new Function(
        owner, name, parameters, constants, result, newBody, thrown, identifiers, origin);
  }

  /** The same function with these parameters among its constants. */
  public Function withConstants(Set<Var> more) {
    Set<Var> all = new LinkedHashSet<>(constants);
    all.addAll(more);
    return new Function(owner, name, parameters, all, result, body, thrown, reserved, origin);
  }

  /** The same function, declaring these checked exceptions. */
  public Function throwing(List<Type> exceptions) {
    return new Function(
        owner, name, parameters, constants, result, body, exceptions, reserved, origin);
  }

  /** As {@link Callee#key()}. */
  public String key() {
    return Callee.key(owner, name, parameters.stream().map(Var::type).toList());
  }

  /** The parameters that have an adjoint: of a differentiable type and not marked constant. */
  public List<Var> differentiable() {
    return parameters.stream()
        .filter(p -> p.type().isDifferentiable() && !constants.contains(p))
        .toList();
  }
}
