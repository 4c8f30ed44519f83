package io.github.cotangent.processor;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.Optimization;
import io.github.cotangent.processor.transform.ForwardMode;
import io.github.cotangent.processor.transform.JvpMembers;
import io.github.cotangent.processor.transform.Linkage;
import io.github.cotangent.processor.transform.Tangent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The functions of forward mode: those that annotations ask for, and those that they call in their
 * turn, each once.
 */
final class ForwardMethods {

  private final Workload workload;
  private final Summaries summaries;
  private final Map<String, Tangent> published = new LinkedHashMap<>();
  private final Map<String, Tangent> linked = new LinkedHashMap<>();
  private final Map<String, Function> primals = new HashMap<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private final Map<String, Callee> callees = new HashMap<>();
  private final Deque<Function> open = new ArrayDeque<>();

  ForwardMethods(Workload workload, Summaries summaries) {
    this.workload = workload;
    this.summaries = summaries;
  }

  /** Makes {@code fJvp}. */
  void publishJvp(Function f, List<Integer> withRespectTo) {
    Linkage linkage = workload.linkage(f);
    Tangent whole = link(f);
    boolean isWhole = linkage.equals(workload.linking(f));
    boolean isNarrow = !withRespectTo.equals(linkage.differentiable());
    if (isWhole && (!isNarrow || f.result().equals(Type.VOID))) {
      published.put(f.key(), whole.given(withRespectTo));
    } else {
      published.put(
          f.key(), make(f, linkage, withRespectTo, false, linkage.jvp(), ForwardMode.Result.BOTH));
    }
    linkAll();
  }

  /**
   * Makes the function whose gradient is {@code fHvp}: the derivative of a scalar function along a
   * direction. Differentiated in reverse, it gives the derivative of the gradient along that
   * direction, without the Hessian (Pearlmutter 1994, "Fast exact multiplication by the Hessian").
   */
  Tangent directional(Function f, List<Integer> withRespectTo) {
    Linkage linkage = workload.linkage(f);
    Tangent made =
        make(f, linkage, withRespectTo, false, linkage.hvp(), ForwardMode.Result.TANGENT);
    linkAll();
    return made;
  }

  /** The function that other derivatives call in place of a method. */
  Tangent linkage(Function f) {
    Tangent made = link(f);
    linkAll();
    return made;
  }

  /** The user's method that a function of forward mode was made from; any other is its own. */
  Function primal(Function f) {
    return primals.getOrDefault(f.key(), f);
  }

  private void linkAll() {
    while (!open.isEmpty()) {
      link(open.remove());
    }
  }

  private Tangent link(Function f) {
    Tangent known = linked.get(f.key());
    if (known != null) {
      return known;
    }
    Linkage linkage = workload.linking(f);
    Tangent made =
        make(
            f, linkage, linkage.differentiable(), true, linkage.tangent(), ForwardMode.Result.BOTH);
    linked.put(f.key(), made);
    workload.functions().add(made);
    return made;
  }

  private Tangent make(
      Function f,
      Linkage linkage,
      List<Integer> withRespectTo,
      boolean isInPlace,
      String name,
      ForwardMode.Result result) {
    Names names = workload.names(f);
    Set<Var> independents = new LinkedHashSet<>();
    withRespectTo.forEach(i -> independents.add(f.parameters().get(i)));
    Function made =
        ForwardMode.of(
            new ForwardMode.Request(
                f,
                names,
                summaries,
                workload,
                independents,
                isInPlace,
                name,
                result,
                linkage.jvpType()));
    keys.add(made.key());
    primals.put(made.key(), f);
    return new Tangent(
        made, names, f, linkage, workload.visibility(f), withRespectTo, withRespectTo);
  }

  /** The function that runs a callee and its tangent. */
  Callee tangent(Callee callee) {
    if (callee.kind() == Callee.Kind.LINKED) {
      Linkage linkage = Linkage.of(callee);
      return callee(callee, linkage, linkage.tangent());
    }
    Function f = workload.functions().get(callee.key());
    if (!linked.containsKey(f.key())) {
      open.add(f);
    }
    return callee(callee, workload.linking(f), "");
  }

  private Callee callee(Callee primal, Linkage linkage, String base) {
    List<Type> types = new ArrayList<>(linkage.parameters());
    List<String> names = new ArrayList<>(linkage.names());
    for (int i : linkage.differentiable()) {
      types.add(linkage.parameters().get(i));
      names.add(linkage.names().get(i) + "Dot");
    }
    boolean isVoid = primal.returnType() instanceof Type.Void;
    Callee made =
        new Callee(
            primal.kind(),
            primal.owner(),
            linkage.tangent(),
            types,
            isVoid ? Type.VOID : linkage.jvpType(),
            true,
            linkage.constants(),
            names,
            base,
            Set.of(),
            Optional.empty());
    keys.add(made.key());
    callees.put(made.key(), primal);
    return made;
  }

  /** The callee that a tangent is called in place of; empty for what is no tangent. */
  Optional<Callee> inPlaceOf(Callee tangent) {
    return Optional.ofNullable(callees.get(tangent.key()));
  }

  /** True for a function that was made here. */
  boolean isMade(String key) {
    return keys.contains(key);
  }

  /**
   * What is generated for a function, once.
   *
   * @param all what calls do, those of the functions that were made here included
   */
  List<GeneratedMember> take(Function f, Set<Optimization> enabled, Summaries all) {
    Tangent asked = published.remove(f.key());
    Tangent called = linked.remove(f.key());
    List<Declaration> taken = new ArrayList<>();
    if (asked != null) {
      taken.addAll(JvpMembers.published(asked, all, enabled));
    }
    boolean isMade = asked != null && called != null && asked.function() == called.function();
    if (called != null && !isMade) {
      taken.addAll(JvpMembers.linkage(called, all, enabled));
    }
    // Both may return one record.
    Stream.of(asked, called)
        .filter(Objects::nonNull)
        .flatMap(made -> JvpMembers.result(made).stream())
        .distinct()
        .forEach(taken::add);
    return taken.stream().map(d -> new GeneratedMember(f.owner(), d)).toList();
  }
}
