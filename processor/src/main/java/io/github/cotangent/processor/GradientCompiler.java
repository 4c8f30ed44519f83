package io.github.cotangent.processor;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Explanations;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.emit.EmitOptions;
import io.github.cotangent.processor.emit.Emitter;
import io.github.cotangent.processor.fence.Fence;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.optimize.Optimization;
import io.github.cotangent.processor.optimize.SplitMethods;
import io.github.cotangent.processor.syntax.SourceClass;
import io.github.cotangent.processor.transform.Derivative;
import io.github.cotangent.processor.transform.Members;
import io.github.cotangent.processor.transform.Pairs;
import io.github.cotangent.processor.transform.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The compiler, on one page: from a class with annotated methods to the text of its derivatives.
 *
 * <pre>
 * source ─syntax→ IR ─normalize→ core IR ─analysis→ facts ─fence→ ─transform→ adjoint IR ─emit→ Java
 * </pre>
 *
 * <ol>
 *   <li>{@link SourceClass} lowers the annotated methods to the IR, with their types from javac;
 *   <li>{@link CoreFunctions} normalizes them, and the methods of the class that they call; {@link
 *       Workload} knows which of these are to be differentiated, and for whom;
 *   <li>{@link Summaries} says what each call can do to its caller's arrays;
 *   <li>{@link Fence} refuses what would lose a derivative, at its place in the source;
 *   <li>{@link CoreFunctions#scalarize} turns small arrays and records into variables;
 *   <li>{@link CoreFunctions#makePassive} makes constants of what no caller varies;
 *   <li>{@link ForwardMethods} makes the functions of forward mode, where they are asked for, with
 *       constants of their own;
 *   <li>{@link Members} differentiates: forward sweep, backward sweep, and the methods around them,
 *       with the passes of {@code optimize};
 *   <li>{@link HigherOrder} marks the gradients that are to be differentiated again;
 *   <li>{@link SplitMethods} divides what is too long for HotSpot;
 *   <li>{@link Emitter} prints.
 * </ol>
 */
final class GradientCompiler {

  private GradientCompiler() {}

  /**
   * Compiles the annotated methods of one top-level class.
   *
   * @param explanations takes what there is to say about the choices made
   * @return the text of the generated class {@code d<Name>}; empty where problems were reported to
   *     the source's {@link SourceClass#problems()}
   */
  static Optional<String> compile(
      SourceClass source, EmitOptions emit, Options options, Explanations explanations) {
    Problems problems = source.problems();
    Dump dump = new Dump(source.name(), options);
    Set<Optimization> enabled = enabled(options, source);
    Workload workload = Workload.of(source, options.generate(), enabled, dump);
    CoreFunctions functions = workload.functions();
    Summaries summaries = Summaries.of(functions.all(), functions::writtenByConstant);
    Fence fence = new Fence(summaries, functions, problems);
    check(workload, fence, problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    functions.scalarize(enabled);
    summaries = summaries.after(functions.all());
    summaries = functions.makePassive(enabled, workload.callers(), summaries);
    ForwardMethods forward = workload.forward(summaries);
    summaries =
        functions.makePassive(enabled, workload.callers(), summaries.after(functions.all()));
    if (enabled.contains(Optimization.DISTINCT_ARGUMENTS)) {
      summaries = summaries.withCallers(workload.callers());
    }
    Pairs pairs = workload.pairs(summaries, enabled);
    List<GeneratedMember> members = new ArrayList<>();
    for (Optional<Derivative> next = workload.next(); next.isPresent(); next = workload.next()) {
      Derivative derivative = next.get();
      try {
        if (derivative.kind() == Derivative.Kind.HELPER) {
          fence.checkOnce(derivative.function()); // A rule that is differentiated in its turn.
        }
        for (Declaration d :
            Members.of(derivative, summaries, workload, pairs, enabled, explanations)) {
          members.add(new GeneratedMember(derivative.function().owner(), d));
        }
        explanations.add(derivative.function().origin(), functions.told(derivative.function()));
        members.addAll(forward.take(derivative.function(), enabled, summaries));
      } catch (Refusal r) {
        problems.addAll(r.problems());
      }
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    for (Function f : functions.all()) {
      members.addAll(forward.take(f, enabled, summaries));
    }
    members = HigherOrder.mark(workload, members, problems);
    Declaration.Container container = Containers.of(source, members, forward::isMade);
    if (enabled.contains(Optimization.SPLIT_METHODS)) {
      container = SplitMethods.apply(container, options.methodBytes(), source::line);
    }
    dump.generated(container);
    return problems.isEmpty() ? Optional.of(Emitter.emit(container, emit)) : Optional.empty();
  }

  /** Reports what is wrong with the annotated methods, also where reading them found something. */
  private static void check(Workload workload, Fence fence, Problems problems) {
    boolean sound = problems.isEmpty();
    try {
      for (Function f : workload.annotated()) {
        fence.check(f, workload.varied(f));
      }
    } catch (RuntimeException e) {
      if (sound) {
        throw e;
      }
      // The placeholder of what has been reported led the analysis astray.
    }
  }

  /**
   * The optimisations. Code that is differentiated again must not ask whether a sum is zero: where
   * it happens to be, its derivative need not be.
   */
  private static Set<Optimization> enabled(Options options, SourceClass source) {
    Set<Optimization> enabled = EnumSet.allOf(Optimization.class);
    enabled.removeIf(o -> options.disabled().contains(o.id()));
    if (source.methods().stream().anyMatch(m -> m.order() > 1)) {
      enabled.remove(Optimization.INVARIANT_SUMS);
    }
    return enabled;
  }
}
