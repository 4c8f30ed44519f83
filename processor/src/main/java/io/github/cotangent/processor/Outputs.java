package io.github.cotangent.processor;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.syntax.SourceMethod;
import io.github.cotangent.processor.transform.Derivative;
import io.github.cotangent.processor.transform.Derivative.Output;
import io.github.cotangent.processor.transform.Linkage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides what is generated for a method: what its annotation asks for, and what that needs. */
final class Outputs {

  private Outputs() {}

  /** What other derivatives call. */
  static Set<Output> linked(Linkage linkage) {
    return linkage.isByValue() ? EnumSet.of(Output.VALUE_AND_GRADIENT) : EnumSet.of(Output.PAIR);
  }

  /**
   * What to generate for an annotated method; what cannot be is reported.
   *
   * @param withRespectTo the types of the parameters that are differentiated
   * @param everywhere what to generate for each method that can have it
   */
  static Set<Output> of(
      SourceMethod method,
      Linkage linkage,
      List<Type> withRespectTo,
      Set<String> everywhere,
      Problems problems) {
    Type result = linkage.result();
    Set<Output> outputs = method.isNarrowed() ? EnumSet.noneOf(Output.class) : linked(linkage);
    if (method.outputs().isEmpty()) {
      outputs.add(result.isScalar() ? Output.GRADIENT : Output.PULLBACK);
    }
    for (String name : method.outputs()) {
      Output output = Output.valueOf(name);
      if (Derivative.isPossible(output, result, withRespectTo)) {
        outputs.add(output);
      } else {
        problems.report(
            ErrorId.NOT_DIFFERENTIABLE,
            method.nameOrigin(),
            method.function().name(),
            "a " + name + " needs " + Derivative.need(output),
            "Ask for what it can have: " + possible(result, withRespectTo) + ".");
      }
    }
    if (method.order() > 1 || everywhere.contains(Output.HVP.name())) {
      outputs.add(Output.SECOND_ORDER);
      if (result.isScalar()) {
        outputs.add(Output.HVP);
      }
      if (method.order() > 1 && Derivative.isPossible(Output.HVP_INTO, result, withRespectTo)) {
        outputs.add(Output.HVP_INTO);
      }
      if (result.isScalar() && method.order() > 2) {
        outputs.add(Output.GRADIENT);
      }
    }
    for (String name : everywhere) {
      Output output = Output.valueOf(name);
      if (Derivative.isPossible(output, result, withRespectTo)) {
        outputs.add(output);
      }
    }
    for (int size = 0; size != outputs.size(); ) {
      size = outputs.size();
      for (Output output : EnumSet.copyOf(outputs)) {
        outputs.addAll(Derivative.basis(output, result, withRespectTo));
      }
    }
    return outputs;
  }

  /** What an annotation may ask for, of a method with these types. */
  private static String possible(Type result, List<Type> withRespectTo) {
    return Stream.of(Differentiable.Output.values())
        .map(Enum::name)
        .filter(o -> Derivative.isPossible(Output.valueOf(o), result, withRespectTo))
        .collect(Collectors.joining(", "));
  }
}
