package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.body.MethodDeclaration;
import io.github.cotangent.processor.diagnostics.MethodFailure;
import io.github.cotangent.processor.diagnostics.Problem;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Declaration.Visibility;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A top-level class with annotated methods. Its methods are lowered when they are asked for. What
 * is found wrong with the annotated ones goes to the {@link Problems} that the class was opened
 * with; what is found wrong with others is kept for those who need them.
 *
 * <p>Methods are identified by {@link io.github.cotangent.processor.ir.Callee#key()}.
 */
public final class SourceClass {

  /** A method as both trees have it. */
  record Entry(MethodDeclaration declaration, ExecutableElement element) {}

  private final Type.ClassType name;
  private final ClassContext in;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<Type.ClassType, Visibility> classes = new LinkedHashMap<>();
  private final Map<String, Function> lowered = new TreeMap<>();
  private final Map<String, List<Problem>> found = new TreeMap<>();
  private List<SourceMethod> methods;

  SourceClass(TypeElement topLevel, ClassContext in) {
    this.name = in.types().className(topLevel);
    this.in = in;
    new Members(in).collect(entries, classes);
  }

  /** The class. */
  public Type.ClassType name() {
    return name;
  }

  /** Where everything found wrong with the methods is reported. */
  public Problems problems() {
    return in.problems();
  }

  /** How visible the class, or one of its member classes at any depth, is declared. */
  public Visibility visibility(Type.ClassType owner) {
    return classes.get(owner);
  }

  /** The top-level class, then its member classes at any depth, in source order. */
  public List<Type.ClassType> classes() {
    return List.copyOf(classes.keySet());
  }

  /**
   * The annotated methods in source order. A method that cannot be differentiated at all is
   * reported and left out; one with problems in its body is there, with placeholders.
   */
  public List<SourceMethod> methods() {
    if (methods == null) {
      methods = new ArrayList<>();
      if (callOwnDerivatives() || new InferredTypes(in).report()) {
        return List.of();
      }
      AnnotatedMethods annotated = new AnnotatedMethods(in);
      entries.forEach(
          (key, entry) -> {
            if (Callees.isMarked(entry.element(), Callees.DIFFERENTIABLE)
                && annotated.isDifferentiable(entry)) {
              methods.add(annotated.read(entry, method(key).orElseThrow()));
              problems().addAll(problems(key));
            }
          });
      if (problems().isEmpty()) { // Of those that should carry a derivative it has been said.
        new WrittenConstructors(in).report();
      }
    }
    return List.copyOf(methods);
  }

  /** Reports such calls in the annotated methods; true if there are any. */
  private boolean callOwnDerivatives() {
    OwnDerivatives own = new OwnDerivatives(in);
    boolean any = false;
    for (String key : entries.keySet()) {
      any |= isAnnotated(key) && own.report(entries.get(key).declaration());
    }
    return any;
  }

  /**
   * Any method of the class that can be lowered; empty where there is none of this key.
   *
   * @throws UnresolvedTypeException where it names what does not exist (yet); where it never will,
   *     that has been reported
   * @throws MethodFailure on a bug
   */
  public Optional<Function> method(String key) {
    Entry entry = entries.get(key);
    if (entry == null
        || entry.declaration().getBody().isEmpty()
        || !Callees.isLowerable(entry.element())) {
      return Optional.empty();
    }
    if (!lowered.containsKey(key)) {
      try {
        found.put(key, problems().apart(() -> lowered.put(key, lower(entry))));
      } catch (UnresolvedTypeException e) {
        new OwnDerivatives(in).report(entry.declaration());
        throw e;
      }
    }
    return Optional.of(lowered.get(key));
  }

  /**
   * A method that is not differentiated, as far as it can be lowered, whatever is wrong with it;
   * empty where it cannot be.
   */
  public Optional<Function> glance(String key) {
    if (lowered.containsKey(key)) {
      return Optional.of(lowered.get(key));
    }
    Entry entry = entries.get(key);
    if (entry == null || entry.declaration().getBody().isEmpty()) {
      return Optional.empty();
    }
    Function[] read = new Function[1];
    try {
      problems().apart(() -> read[0] = lower(entry));
    } catch (UnresolvedTypeException | MethodFailure e) {
      return Optional.empty(); // It may call what is not generated yet.
    }
    return Optional.of(read[0]);
  }

  /**
   * What was found wrong with a method when it was lowered. Of an annotated method it has been
   * reported; that of another counts only if its derivative is needed.
   */
  public List<Problem> problems(String key) {
    return found.getOrDefault(key, List.of());
  }

  private Function lower(Entry entry) {
    try {
      return new Methods(in).lower(entry.declaration(), entry.element());
    } catch (UnresolvedTypeException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new MethodFailure(in.file().origin(entry.declaration().getName()), e);
    }
  }

  ClassContext context() {
    return in;
  }

  /** The keys of all methods in source order. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /**
   * A static method carried over as text. The private static methods that its {@link Code#calls()}
   * are expected beside it. Whatever else it names must be reachable from outside.
   */
  public Declaration.Copied copied(String key) {
    Entry entry = entries.get(key);
    MethodContext method =
        new MethodContext(in, (TypeElement) entry.element().getEnclosingElement(), new HashSet<>());
    return new Declaration.Copied(new OpaqueText(method).code(entry.declaration(), true), "");
  }

  /** The class that declares a method. */
  public Type.ClassType owner(String key) {
    return in.types().className((TypeElement) entries.get(key).element().getEnclosingElement());
  }

  /** What is suppressed somewhere in the class: its code is repeated, with what it is warned of. */
  public Set<String> suppressedWarnings() {
    return in.file().suppressedWarnings(name.simpleName());
  }

  /** The place of a method's name. */
  public Origin nameOrigin(String key) {
    return in.file().origin(entries.get(key).declaration().getName());
  }

  /** The line in the file of an offset in it, counted from 1. */
  public int line(int offset) {
    return in.file().line(offset);
  }

  /** True where the generated class cannot call the method. */
  public boolean isPrivate(String key) {
    return entries.containsKey(key) && Access.isPrivate(entries.get(key).element());
  }

  /** The name of what is private of such a method: its own, or that of a class around it. */
  public String hidden(String key) {
    return in.access().hidden(entries.get(key).element()).orElseThrow().getSimpleName().toString();
  }

  /** True where the method is annotated {@code @Differentiable}. */
  public boolean isAnnotated(String key) {
    return entries.containsKey(key)
        && Callees.isMarked(entries.get(key).element(), Callees.DIFFERENTIABLE);
  }
}
