package io.github.cotangent.processor;

import io.github.cotangent.processor.analysis.Callers;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.syntax.SourceMethod;
import io.github.cotangent.processor.transform.Tangent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who calls derivatives, by what the annotations ask for: the user, other classes. */
final class CallersByAnnotations implements Callers {

  private final Map<String, SourceMethod> annotated;
  private final Map<String, Tangent> derived;

  /** The functions of forward mode whose derivatives other classes call, by key. */
  private final Set<String> elsewhere = new HashSet<>();

  /**
   * Of the functions with these keys, which may become more.
   *
   * @param derived functions whose gradients are Hessian-vector products
   */
  CallersByAnnotations(Map<String, SourceMethod> annotated, Map<String, Tangent> derived) {
    this.annotated = annotated;
    this.derived = derived;
  }

  /** Other classes call the derivative of this function of forward mode. */
  void areElsewhere(String key) {
    elsewhere.add(key);
  }

  @Override
  public boolean areKnown(Function f) {
    return !annotated.containsKey(f.key())
        && !derived.containsKey(f.key())
        && !elsewhere.contains(f.key());
  }

  @Override
  public List<Set<Var>> independents(Function f) {
    Set<Var> all = Set.copyOf(f.differentiable());
    if (derived.containsKey(f.key())) {
      return List.of(parameters(f, derived.get(f.key()).withRespectTo()));
    }
    if (annotated.containsKey(f.key())) {
      Set<Var> asked = parameters(f, Requested.withRespectTo(annotated.get(f.key())));
      return Stream.of(asked, all).distinct().toList();
    }
    return areKnown(f) ? List.of() : List.of(all);
  }

  private static Set<Var> parameters(Function f, List<Integer> indices) {
    return Set.copyOf(indices.stream().map(f.parameters()::get).toList());
  }

  @Override
  public Set<Var> together(Function f) {
    SourceMethod method = annotated.get(f.key());
    return method == null || method.isNarrowed()
        ? Set.copyOf(f.parameters())
        : Set.copyOf(f.differentiable());
  }
}
