package io.github.cotangent.processor;

import io.github.cotangent.processor.analysis.Callers;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.analysis.WrittenArguments;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Problem;
import io.github.cotangent.processor.fence.LocalMethods;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.normalize.Normalizer;
import io.github.cotangent.processor.optimize.Accessors;
import io.github.cotangent.processor.optimize.Formulas;
import io.github.cotangent.processor.optimize.Optimization;
import io.github.cotangent.processor.optimize.PassiveParameters;
import io.github.cotangent.processor.optimize.Queries;
import io.github.cotangent.processor.optimize.Scalarized;
import io.github.cotangent.processor.optimize.SmallArrays;
import io.github.cotangent.processor.optimize.SmallRecords;
import io.github.cotangent.processor.syntax.SourceClass;
import io.github.cotangent.processor.syntax.SourceMethod;
import io.github.cotangent.processor.transform.Linkage;
import io.github.cotangent.processor.transform.Tangent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions of one class in core form, by their keys: what derivatives are made of. */
final class CoreFunctions implements LocalMethods {

  private final LocalCalls calls;
  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final Map<String, Names> names = new HashMap<>();
  private final Map<String, List<Explanation>> told = new HashMap<>();

  private final WrittenArguments written;

  private CoreFunctions(SourceClass source) {
    this.calls = new LocalCalls(source);
    this.written = new WrittenArguments(calls::glance);
  }

  /**
   * Lowers and normalizes everything that the class's annotated methods can reach; calls of queries
   * are no calls any more then.
   */
  static CoreFunctions of(SourceClass source, Set<Optimization> enabled, Dump dump) {
    CoreFunctions made = new CoreFunctions(source);
    Queries queries =
        new Queries(c -> source.method(c.key()).filter(m -> source.problems(c.key()).isEmpty()));
    Set<String> generated =
        source.classes().stream()
            .map(c -> Linkage.container(c).simpleName())
            .collect(Collectors.toSet());
    Deque<Function> open = new ArrayDeque<>();
    source.methods().stream().map(SourceMethod::function).forEach(open::add);
    while (!open.isEmpty()) {
      Function surface = open.remove();
      if (made.functions.containsKey(surface.key())) {
        continue;
      }
      dump.source(surface);
      Names own = new Names(surface.reserved());
      own.reserve(generated); // A variable of that name would hide the class.
      Function marked = made.calls.mark(surface);
      Function asked = enabled.contains(Optimization.QUERIES) ? queries.outOf(marked) : marked;
      Function core = Normalizer.normalize(asked, own);
      own.release(SurgeryNames.of(core));
      dump.normalized(core);
      made.put(core, own);
      open.addAll(made.calls.read());
    }
    return made;
  }

  private void put(Function core, Names own) {
    functions.put(core.key(), core);
    names.put(core.key(), own);
  }

  /** Makes a function of forward mode one of those that can be differentiated; gives its key. */
  String add(Tangent tangent) {
    Names own = tangent.names().copy();
    Function core = Normalizer.normalize(tangent.function(), own);
    put(core, own);
    return core.key();
  }

  /**
   * Puts accessors and formulas in place, and turns small arrays and records into variables: from
   * here on, that is what functions are.
   */
  void scalarize(Set<Optimization> enabled) {
    if (enabled.contains(Optimization.ACCESSORS)) {
      scalarize(Accessors::apply);
    }
    if (enabled.contains(Optimization.FORMULAS)) {
      scalarize(Formulas::apply);
    }
    if (enabled.contains(Optimization.SMALL_ARRAYS)) {
      scalarize(SmallArrays::apply);
    }
    if (enabled.contains(Optimization.SMALL_RECORDS)) {
      scalarize(SmallRecords::apply);
    }
  }

  private void scalarize(Scalarized.Pass pass) {
    Map<String, Function> before = Map.copyOf(functions);
    for (Function f : all()) {
      Scalarized made =
          pass.apply(f, names.get(f.key()), c -> Optional.ofNullable(before.get(c.key())));
      put(made.function(), made.names());
      told.computeIfAbsent(f.key(), k -> new ArrayList<>()).addAll(made.told());
    }
  }

  /**
   * Makes constants of parameters that carry no derivative in any call of a helper.
   *
   * @return the summaries of what the functions are then
   */
  Summaries makePassive(Set<Optimization> enabled, Callers callers, Summaries summaries) {
    if (!enabled.contains(Optimization.PASSIVE_PARAMETERS)) {
      return summaries;
    }
    for (PassiveParameters.Marked m : PassiveParameters.found(all(), callers, summaries)) {
      functions.put(m.function().key(), m.function());
      told.computeIfAbsent(m.function().key(), k -> new ArrayList<>()).addAll(m.told());
    }
    return summaries.after(all());
  }

  /** What became of a function's small arrays and records, calls and parameters, and why. */
  List<Explanation> told(Function f) {
    return told.getOrDefault(f.key(), List.of());
  }

  /** All of them; what they call in the class is among them. */
  List<Function> all() {
    return List.copyOf(functions.values());
  }

  /** The function with a key, or null. */
  Function get(String key) {
    return functions.get(key);
  }

  /** The names of a function. */
  Names names(Function f) {
    return names.get(f.key());
  }

  @Override
  public List<Problem> problems(Callee callee) {
    return calls.problems(callee);
  }

  @Override
  public Optional<Function> body(Callee callee) {
    return callee.kind() == Callee.Kind.LOCAL
        ? Optional.ofNullable(functions.get(callee.key()))
        : calls.key(callee).map(functions::get);
  }

  @Override
  public Optional<Function> text(Callee callee) {
    return body(callee).or(() -> calls.refused(callee)).or(() -> constant(callee));
  }

  private Optional<Function> constant(Callee callee) {
    return callee.kind() == Callee.Kind.CONSTANT ? calls.glance(callee) : Optional.empty();
  }

  /**
   * The arguments of a call of a constant method that it writes into, by the text of the method
   * where there is one; -1 is the receiver.
   */
  Optional<Set<Integer>> writtenByConstant(Callee callee) {
    return constant(callee)
        .map(written::of)
        .map(all -> all.stream().map(i -> callee.isStatic() ? i : i - 1))
        .map(all -> all.collect(Collectors.toSet()));
  }
}
