package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Derivation.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the hand-written derivatives of a method: beside it, in the classes around the method that
 * calls it, and in those that {@code @UseDerivatives} names at any of these.
 */
final class CustomRules {

  private static final String USE = "io.github.cotangent.UseDerivatives";

  /** A rule, or what is wrong with it. */
  private record Read(
      ExecutableElement method, Form form, CustomRule rule, BadRuleException fault) {}

  private final TypeMapping types;
  private final RuleReader reader;
  private final Map<TypeElement, List<Read>> read = new HashMap<>();

  CustomRules(TypeMapping types) {
    this.types = types;
    this.reader = new RuleReader(types);
  }

  /**
   * The rules for a method.
   *
   * @param user the class of the method that calls it
   * @throws BadRuleException where one of them is wrong, or one too many
   */
  List<CustomRule> of(ExecutableElement target, TypeElement user) throws BadRuleException {
    Set<TypeElement> places = new LinkedHashSet<>();
    TypeElement owner = (TypeElement) target.getEnclosingElement();
    places.add(owner);
    places.addAll(named(owner));
    for (Element e = user; e instanceof TypeElement around; e = e.getEnclosingElement()) {
      places.add(around);
      places.addAll(named(around));
    }
    List<CustomRule> found = new ArrayList<>();
    for (TypeElement place : places) {
      for (Read r : read.computeIfAbsent(place, this::all)) {
        if (r.rule() != null && r.rule().target().equals(target)) {
          refuseRival(r.rule(), found);
          found.add(r.rule());
        } else if (r.fault() != null
            && target.getSimpleName().contentEquals(RuleReader.targetName(r.method(), r.form()))) {
          throw types.hasSource(r.method()) ? r.fault().reportedAtTheRule() : r.fault();
        }
      }
    }
    return found;
  }

  private static void refuseRival(CustomRule rule, List<CustomRule> known) throws BadRuleException {
    for (CustomRule other : known) {
      if (rule.isRival(other)) {
        throw new BadRuleException(
            ErrorId.DUPLICATE_RULE,
            rule.target().getSimpleName(),
            rule.form().words(),
            "'" + where(other) + "' and '" + where(rule) + "'");
      }
    }
  }

  private static String where(CustomRule rule) {
    return rule.method().getEnclosingElement().getSimpleName()
        + "."
        + rule.method().getSimpleName();
  }

  /** The classes that {@code @UseDerivatives} names. */
  private static List<TypeElement> named(TypeElement user) {
    List<TypeElement> classes = new ArrayList<>();
    AnnotationMirror mirror = Callees.mark(user, USE);
    if (mirror != null) {
      for (AnnotationValue value : mirror.getElementValues().values()) {
        for (Object named : (List<?>) value.getValue()) {
          if (((AnnotationValue) named).getValue() instanceof DeclaredType declared) {
            classes.add((TypeElement) declared.asElement());
          }
        }
      }
    }
    return classes;
  }

  private List<Read> all(TypeElement place) {
    List<Read> all = new ArrayList<>();
    for (ExecutableElement m : ElementFilter.methodsIn(place.getEnclosedElements())) {
      for (Form form : Form.values()) {
        if (RuleReader.mark(m, form) != null) {
          all.add(read(m, form));
        }
      }
    }
    return all;
  }

  private Read read(ExecutableElement m, Form form) {
    try {
      return new Read(m, form, reader.read(m, form), null);
    } catch (BadRuleException e) {
      return new Read(m, form, null, e);
    }
  }

  /** What is wrong with the rules that stand in a class, by the rule. */
  Map<ExecutableElement, BadRuleException> faults(TypeElement place) {
    Map<ExecutableElement, BadRuleException> faults = new LinkedHashMap<>();
    List<CustomRule> known = new ArrayList<>();
    for (Read r : read.computeIfAbsent(place, this::all)) {
      try {
        if (r.fault() != null) {
          throw r.fault();
        }
        refuseRival(r.rule(), known);
        known.add(r.rule());
      } catch (BadRuleException e) {
        faults.put(r.method(), e);
      }
    }
    return faults;
  }
}
