package io.github.cotangent.processor;

import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.syntax.SourceMethod;
import io.github.cotangent.processor.transform.Derivative.Output;
import io.github.cotangent.processor.transform.Linkage;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the annotations of one class ask for: which members, with respect to which parameters. */
final class Requested {

  private final MemberNames bases;
  private final Set<String> everywhere;
  private final Problems problems;
  private final Map<String, Set<Output>> outputs = new HashMap<>();

  /**
   * For the methods that have these names.
   *
   * @param everywhere what to generate for each method beside what its annotation asks for
   * @param problems takes what a method asks for and cannot have
   */
  Requested(MemberNames bases, Set<String> everywhere, Problems problems) {
    this.bases = bases;
    this.everywhere = everywhere;
    this.problems = problems;
  }

  /** The parameters that a method is differentiated with respect to, by index. */
  static List<Integer> withRespectTo(SourceMethod method) {
    Function f = method.function();
    List<Integer> all = Linkage.of(f, "").differentiable();
    if (method.wrt().isEmpty()) {
      return all;
    }
    Set<String> wanted = new HashSet<>();
    method.wrt().forEach(w -> wanted.add(w.name()));
    return all.stream().filter(i -> wanted.contains(f.parameters().get(i).name())).toList();
  }

  /** The names of these parameters, if they are not all that can be. */
  static List<String> narrowing(SourceMethod method) {
    List<Var> parameters = method.function().parameters();
    List<Var> wanted = withRespectTo(method).stream().map(parameters::get).toList();
    boolean isAll =
        parameters.stream().filter(p -> p.type().isDifferentiable()).allMatch(wanted::contains);
    return isAll ? List.of() : wanted.stream().map(Var::name).toList();
  }

  /** What is generated for a method, with what that needs. */
  Set<Output> outputs(SourceMethod method) {
    Function f = method.function();
    if (!outputs.containsKey(f.key())) {
      List<Type> types =
          withRespectTo(method).stream().map(i -> f.parameters().get(i).type()).toList();
      Linkage linkage = Linkage.of(f, bases.base(f));
      outputs.put(f.key(), Outputs.of(method, linkage, types, everywhere, problems));
    }
    return outputs.get(f.key());
  }

  /** What of it is made from a derivative along a direction. */
  Set<Output> secondOrder(SourceMethod method) {
    Set<Output> second =
        EnumSet.of(Output.HVP, Output.HVP_INTO, Output.HESSIAN, Output.HESSIAN_INTO);
    second.retainAll(outputs(method));
    return second;
  }

  /**
   * The parameters whose derivatives any of a method's members follows.
   *
   * @param f the method, normalized
   */
  Set<Var> varied(SourceMethod method, Function f) {
    return method.isNarrowed() || outputs(method).contains(Output.PAIR)
        ? Set.copyOf(f.differentiable())
        : Set.copyOf(withRespectTo(method).stream().map(f.parameters()::get).toList());
  }

  /** True where each method that can have this output is to have it. */
  boolean isEverywhere(Output output) {
    return everywhere.contains(output.name());
  }
}
