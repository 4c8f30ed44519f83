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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The functions of forward mode: those that annotations ask for, and those that they call in their
 * turn, each once.
 */
final class ForwardMethods {

  private final Workload workload;
  private final Summaries summaries;
  private final Map<String, Tangent> published = new LinkedHashMap<>();
  private final Map<String, Tangent> linked = new LinkedHashMap<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private final Deque<Function> open = new ArrayDeque<>();

  ForwardMethods(Workload workload, Summaries summaries) {
    this.workload = workload;
    this.summaries = summaries;
  }

  /** Makes what a method's annotation asks for. */
  void publish(Function f, List<Integer> withRespectTo) {
    Linkage linkage = workload.linkage(f);
    if (withRespectTo.equals(linkage.differentiable())) {
      published.put(f.key(), link(f));
    } else {
      published.put(f.key(), make(f, withRespectTo, false, linkage.jvp()));
    }
    while (!open.isEmpty()) {
      link(open.remove());
    }
  }

  private Tangent link(Function f) {
    Tangent known = linked.get(f.key());
    if (known != null) {
      return known;
    }
    Linkage linkage = workload.linkage(f);
    Tangent made = make(f, linkage.differentiable(), true, linkage.tangent());
    linked.put(f.key(), made);
    return made;
  }

  private Tangent make(Function f, List<Integer> withRespectTo, boolean isInPlace, String name) {
    Names names = workload.names(f);
    Set<Var> independents = new LinkedHashSet<>();
    withRespectTo.forEach(i -> independents.add(f.parameters().get(i)));
    Linkage linkage = workload.linkage(f);
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
                ForwardMode.Result.BOTH,
                linkage.jvpType()));
    keys.add(made.key());
    return new Tangent(made, names, f, linkage, workload.visibility(f), withRespectTo);
  }

  /** The function that runs a callee and its tangent. */
  Callee tangent(Callee callee) {
    if (callee.kind() == Callee.Kind.LINKED) {
      return linkedTangent(callee);
    }
    Function f = workload.function(callee);
    if (!linked.containsKey(f.key())) {
      open.add(f);
    }
    Linkage linkage = workload.linkage(f);
    return callee(Callee.Kind.LOCAL, f.owner(), callee, linkage);
  }

  private Callee linkedTangent(Callee callee) {
    Linkage linkage = Linkage.of(callee);
    return callee(Callee.Kind.GENERATED, linkage.container(), callee, linkage);
  }

  private static Callee callee(
      Callee.Kind kind, Type.ClassType owner, Callee primal, Linkage linkage) {
    List<Type> types = new ArrayList<>(linkage.parameters());
    List<String> names = new ArrayList<>(linkage.names());
    for (int i : linkage.differentiable()) {
      types.add(linkage.parameters().get(i));
      names.add(linkage.names().get(i) + "Dot");
    }
    boolean isVoid = primal.returnType() instanceof Type.Void;
    return new Callee(
        kind,
        owner,
        linkage.tangent(),
        types,
        isVoid ? Type.VOID : linkage.jvpType(),
        true,
        linkage.constants(),
        names,
        "",
        Set.of());
  }

  /** True for a function that was made here. */
  boolean isMade(String key) {
    return keys.contains(key);
  }

  /** What is generated for a function, once. */
  List<GeneratedMember> take(Function f, Set<Optimization> enabled) {
    Tangent asked = published.remove(f.key());
    Tangent called = linked.remove(f.key());
    List<Declaration> all = new ArrayList<>();
    if (asked != null) {
      all.addAll(JvpMembers.of(asked, summaries, enabled, true));
    }
    if (called != null && called != asked) {
      all.addAll(JvpMembers.of(called, summaries, enabled, false));
    }
    return all.stream().map(d -> new GeneratedMember(f.owner(), d)).toList();
  }
}
