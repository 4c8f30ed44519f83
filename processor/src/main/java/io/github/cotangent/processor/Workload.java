package io.github.cotangent.processor;

import io.github.cotangent.processor.analysis.CallGraph;
import io.github.cotangent.processor.analysis.Callers;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.optimize.Optimization;
import io.github.cotangent.processor.syntax.SourceClass;
import io.github.cotangent.processor.syntax.SourceMethod;
import io.github.cotangent.processor.transform.Derivative;
import io.github.cotangent.processor.transform.GradientRules;
import io.github.cotangent.processor.transform.Linkage;
import io.github.cotangent.processor.transform.Links;
import io.github.cotangent.processor.transform.Pairs;
import io.github.cotangent.processor.transform.Refusal;
import io.github.cotangent.processor.transform.Tangent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be differentiated in one class: the annotated methods first, then the methods of the
 * class that turn out to be needed by those before, each once.
 */
final class Workload implements Links {

  /**
   * In front of the key of a method that {@code wrt} narrows: its derivative for all parameters.
   */
  private static final String WHOLE = "whole:";

  private final SourceClass source;
  private final CoreFunctions functions;
  private final Map<String, SourceMethod> annotated = new LinkedHashMap<>();
  private final MemberNames bases;
  private final Requested requested;
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Set<String> enqueued = new HashSet<>();

  /** The functions whose gradients are Hessian-vector products, by key. */
  private final Map<String, Tangent> derived = new LinkedHashMap<>();

  private final CallersByAnnotations callers = new CallersByAnnotations(annotated, derived);
  private ForwardMethods forward;
  private Summaries summaries;
  private Pairs pairs;

  private Workload(SourceClass source, Set<String> everywhere, CoreFunctions functions) {
    this.source = source;
    this.functions = functions;
    this.bases = new MemberNames(source.methods());
    this.requested = new Requested(bases, everywhere, source.problems());
    for (SourceMethod m : source.methods()) {
      String key = m.function().key();
      annotated.put(key, m);
      enqueue(key);
      if (m.isNarrowed()) {
        enqueue(WHOLE + key);
      }
    }
  }

  private void enqueue(String key) {
    if (enqueued.add(key)) {
      waiting.add(key);
    }
  }

  /**
   * Lowers and normalizes everything that the class's annotated methods can reach.
   *
   * @param everywhere what to generate for each method beside what its annotation asks for
   * @param enabled the optimisations to apply
   */
  static Workload of(
      SourceClass source, Set<String> everywhere, Set<Optimization> enabled, Dump dump) {
    CoreFunctions functions = CoreFunctions.of(source, enabled, dump);
    Workload workload = new Workload(source, everywhere, functions);
    workload.bases.refuseClashes(source.problems());
    workload.bases.helpers(
        workload.functions.all().stream()
            .filter(f -> !workload.annotated.containsKey(f.key()))
            .toList());
    return workload;
  }

  /** All functions, closed under local calls. */
  CoreFunctions functions() {
    return functions;
  }

  /** The annotated functions. */
  List<Function> annotated() {
    return annotated.keySet().stream().map(functions::get).toList();
  }

  /** The annotated methods, as the source has them. */
  List<SourceMethod> methods() {
    return List.copyOf(annotated.values());
  }

  /** The rules by which the gradient of an annotated method can be differentiated. */
  List<Declaration> gradientRules(SourceMethod m) {
    return requested.outputs(m).contains(Derivative.Output.HVP)
        ? GradientRules.of(
            m.function(),
            linkage(m.function()),
            Requested.withRespectTo(m),
            names(m.function()),
            m.visibility())
        : List.of();
  }

  /** Makes the functions of forward mode, and of what is made from it. */
  ForwardMethods forward(Summaries summaries) {
    forward = new ForwardMethods(this, summaries);
    waiting.clear();
    for (SourceMethod m : annotated.values()) {
      Function f = functions.get(m.function().key());
      waiting.add(f.key());
      if (m.isNarrowed()) {
        waiting.add(WHOLE + f.key());
      }
      Set<Derivative.Output> outputs = requested.outputs(m);
      try {
        if (outputs.contains(Derivative.Output.JVP)) {
          forward.publishJvp(f, Requested.withRespectTo(m));
        }
        if (outputs.contains(Derivative.Output.HVP)) {
          Tangent directional = forward.directional(f, Requested.withRespectTo(m));
          waiting.add(functions.add(directional));
          derived.put(directional.function().key(), directional);
        }
        if (outputs.contains(Derivative.Output.SECOND_ORDER)) {
          String tangent = forward.linkage(f).function().key();
          enqueue(tangent);
          callers.areElsewhere(tangent);
        }
      } catch (Refusal r) {
        source.problems().addAll(r.problems());
      }
    }
    return forward;
  }

  /**
   * From here on, derivatives are made.
   *
   * @param all what is known of all functions
   */
  Pairs pairs(Summaries all, Set<Optimization> enabled) {
    summaries = all;
    pairs = new Pairs(all, this, enabled);
    return pairs;
  }

  /** True for a method of the class that is differentiated because others need it. */
  boolean isHelper(Function f) {
    return !annotated.containsKey(f.key())
        && !forward.isMade(f.key())
        && !derived.containsKey(f.key());
  }

  /** Who calls the derivatives of the functions. */
  Callers callers() {
    return callers;
  }

  /** A copy of the names of a function. */
  Names names(Function f) {
    return functions.names(f).copy();
  }

  /** Who may see what is generated for a function. */
  Declaration.Visibility visibility(Function f) {
    SourceMethod method = annotated.get(forward == null ? f.key() : forward.primal(f).key());
    return method == null ? Declaration.Visibility.PACKAGE : method.visibility();
  }

  /** The parameters of an annotated function whose derivatives any of its members follows. */
  Set<Var> varied(Function f) {
    return requested.varied(annotated.get(f.key()), f);
  }

  /** The next function to differentiate, if there is one left. */
  Optional<Derivative> next() {
    String key = waiting.poll();
    if (key == null) {
      return Optional.empty();
    }
    if (key.startsWith(WHOLE)) {
      return Optional.of(whole(functions.get(key.substring(WHOLE.length()))));
    }
    Function f = functions.get(key);
    return Optional.of(derived.containsKey(key) ? directional(f, derived.get(key)) : derivative(f));
  }

  private Derivative derivative(Function f) {
    Linkage linkage = linkage(f);
    SourceMethod method = annotated.get(f.key());
    return new Derivative(
        method != null
            ? Derivative.Kind.ANNOTATED
            : isHelper(f) ? Derivative.Kind.HELPER : Derivative.Kind.TANGENT,
        f,
        functions.names(f),
        linkage,
        visibility(f),
        method == null ? linkage.differentiable() : Requested.withRespectTo(method),
        method == null ? Outputs.linked(linkage) : requested.outputs(method),
        CallGraph.isRecursive(f, summaries::body),
        Optional.empty());
  }

  private Derivative directional(Function f, Tangent tangent) {
    return new Derivative(
        Derivative.Kind.DIRECTIONAL,
        f,
        functions.names(f),
        tangent.linkage(),
        tangent.visibility(),
        tangent.withRespectTo(),
        requested.secondOrder(annotated.get(tangent.primal().key())),
        false,
        Optional.of(tangent));
  }

  /** {@code wrt} narrows what the user asked for, not what other derivatives need. */
  private Derivative whole(Function f) {
    Linkage linkage = wholeLinkage(f);
    return new Derivative(
        Derivative.Kind.WHOLE,
        f,
        functions.names(f),
        linkage,
        annotated.get(f.key()).visibility(),
        linkage.differentiable(),
        Outputs.linked(linkage),
        CallGraph.isRecursive(f, summaries::body),
        Optional.empty());
  }

  private Linkage wholeLinkage(Function f) {
    return Linkage.of(f, bases.whole(f));
  }

  Linkage linkage(Function f) {
    return Linkage.of(f, bases.base(f));
  }

  @Override
  public Linkage of(Callee callee) {
    if (callee.kind() == Callee.Kind.LINKED) {
      return Linkage.of(callee);
    }
    Function f = functions.get(callee.key());
    enqueue(bases.isNarrowed(f) ? WHOLE + callee.key() : callee.key());
    return linking(f);
  }

  /** The linkage by which other derivatives call a function: {@code wrt} does not narrow it. */
  Linkage linking(Function f) {
    return bases.isNarrowed(f) ? wholeLinkage(f) : linkage(f);
  }

  @Override
  public Optional<List<Integer>> tapeless(Callee callee) {
    return helper(callee).flatMap(f -> pairs.tapeless(derivative(f)));
  }

  @Override
  public Optional<Reason> tape(Callee callee) {
    boolean isHere = callee.kind() == Callee.Kind.LOCAL;
    Reason others = Reason.of(isHere ? Why.KNOWN_TO_OTHERS : Why.IN_OTHER_CLASS);
    Optional<Function> helper = helper(callee);
    return helper.isEmpty() ? Optional.of(others) : pairs.tape(derivative(helper.get()));
  }

  private Optional<Function> helper(Callee callee) {
    return callee.kind() == Callee.Kind.LOCAL
        ? Optional.ofNullable(functions.get(callee.key())).filter(this::isHelper)
        : Optional.empty();
  }

  @Override
  public boolean takesShadows(Callee callee) {
    Linkage linkage =
        callee.kind() == Callee.Kind.LINKED
            ? Linkage.of(callee)
            : linkage(functions.get(callee.key()));
    return linkage.sharesShadows();
  }

  @Override
  public Callee tangent(Callee callee) {
    return forward.tangent(callee);
  }

  @Override
  public Optional<String> missing(Callee callee) {
    if (callee.kind() != Callee.Kind.LINKED) {
      return Optional.empty();
    }
    Set<String> given = callee.outputs();
    boolean hasFirst = given.contains("JVP") || requested.isEverywhere(Derivative.Output.JVP);
    if (hasSecond(callee) || hasFirst) {
      return Optional.empty();
    }
    if (annotated.values().stream()
        .anyMatch(m -> requested.outputs(m).contains(Derivative.Output.HVP))) {
      return Optional.of("'order = 2'");
    }
    String usual = callee.returnType().isScalar() ? "GRADIENT" : "PULLBACK";
    return Optional.of(
        given.isEmpty() ? "'generate = {Output." + usual + ", Output.JVP}'" : "'Output.JVP'");
  }

  private boolean hasSecond(Callee callee) {
    return callee.outputs().contains(Callee.SECOND_ORDER)
        || requested.isEverywhere(Derivative.Output.HVP);
  }

  @Override
  public Optional<Callee> lacksSecond(Callee tangent) {
    return forward.inPlaceOf(tangent).filter(c -> c.kind() == Callee.Kind.LINKED && !hasSecond(c));
  }
}
