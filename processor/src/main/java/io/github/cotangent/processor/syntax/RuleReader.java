package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.RuleText;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Derivation.Form;
import io.github.cotangent.processor.ir.Derivation.Operand;
import io.github.cotangent.processor.ir.Derivation.Role;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Reads a hand-written derivative, and holds it against its target. */
final class RuleReader {

  static final String PACKAGE = "io.github.cotangent.";

  private final TypeMapping types;
  private final Signatures signatures;

  RuleReader(TypeMapping types) {
    this.types = types;
    this.signatures = new Signatures(types);
  }

  /** The annotation that makes a method a rule of this form; null where there is none. */
  static AnnotationMirror mark(ExecutableElement method, Form form) {
    return Callees.mark(method, PACKAGE + form.annotation());
  }

  /** What the annotation says, for a rule whose signature fits. */
  CustomRule read(ExecutableElement rule, Form form) throws BadRuleException {
    return new Reading(rule, form, mark(rule, form)).read();
  }

  /** The target's name as the annotation gives it: all that can be said of a rule that is wrong. */
  static String targetName(ExecutableElement rule, Form form) {
    String text = Annotations.values(mark(rule, form), "method").get(0);
    return TargetText.parse(text).map(TargetText::name).orElse(text);
  }

  /** One annotation. */
  private final class Reading {
    private final ExecutableElement rule;
    private final Form form;
    private final AnnotationMirror mirror;
    private final ExecutableElement target;
    private final Callee callee;
    private final List<String> targetNames;

    Reading(ExecutableElement rule, Form form, AnnotationMirror mirror) throws BadRuleException {
      this.rule = rule;
      this.form = form;
      this.mirror = mirror;
      RuleTarget named = RuleTarget.of(rule, mirror, types);
      this.target = named.method();
      this.callee = named.callee();
      this.targetNames = callee.parameterNames();
    }

    CustomRule read() throws BadRuleException {
      List<String> names = Annotations.values(mirror, "names");
      Set<Integer> constants = constants();
      Set<Integer> writes = parameters("writes");
      int by = by();
      checkMethod();
      checkValues(constants, writes);
      List<Operand> operands = new ArrayList<>();
      for (String name : names) {
        operands.add(operand(name, constants, by));
      }
      checkComplete(operands, constants, by);
      checkSignature(names, operands, constants);
      return new CustomRule(rule, form, target, targetNames, by, operands, constants, writes);
    }

    private Set<Integer> parameters(String member) throws BadRuleException {
      Set<Integer> found = new LinkedHashSet<>();
      for (String name : Annotations.values(mirror, member)) {
        found.add(index(name, member));
      }
      return found;
    }

    private int index(String name, String member) throws BadRuleException {
      int index = targetNames.indexOf(name);
      if (index < 0) {
        throw BadRuleException.because(
            "'" + name + "' in '" + member + "' is no parameter of the target",
            "Name one of: " + String.join(", ", targetNames) + ".");
      }
      return index;
    }

    private Set<Integer> constants() throws BadRuleException {
      Set<Integer> constants = new HashSet<>(signatures.constants(target));
      if (form != Form.PARTIAL) {
        constants.addAll(parameters("constants"));
      }
      return constants;
    }

    private int by() throws BadRuleException {
      if (form != Form.PARTIAL) {
        return -1;
      }
      String name = Annotations.values(mirror, "wrt").get(0);
      int by = index(name, "wrt");
      if (!callee.parameterTypes().get(by).isScalar() || !callee.returnType().isScalar()) {
        throw BadRuleException.because(
            "a partial derivative is that of a number with respect to a number",
            "Write a pullback: " + RuleText.of(callee, Form.PULLBACK, -1, Set.of()));
      }
      return by;
    }

    private void checkMethod() throws BadRuleException {
      boolean isPlain =
          rule.getModifiers().contains(Modifier.STATIC)
              && rule.getTypeParameters().isEmpty()
              && !rule.isVarArgs()
              && rule.getThrownTypes().stream().noneMatch(types::isChecked);
      if (!isPlain) {
        throw BadRuleException.because(
            "'" + rule.getSimpleName() + "' is not a plain method",
            "Make it static, without type parameters, variable arity and checked exceptions.");
      }
    }

    /** Adjoints of values are kept by identity: arrays and records of them have none to pass. */
    private void checkValues(Set<Integer> constants, Set<Integer> writes) throws BadRuleException {
      Type result = callee.returnType();
      boolean fits = !result.holdsValue() || result.isValue();
      for (int i = 0; i < targetNames.size(); i++) {
        Type type = callee.parameterTypes().get(i);
        boolean isPlain = type.isValue() || type.rank() == 1 && type.leaf().isValue();
        fits &= !type.holdsValue() || constants.contains(i) || isPlain && !writes.contains(i);
      }
      if (!fits) {
        throw BadRuleException.because(
            "its target returns, takes or writes an array or record of values that are"
                + " differentiable types of their own",
            "Let it take values and arrays of them, write into none, and return a value.");
      }
    }

    private Operand operand(String name, Set<Integer> constants, int by) throws BadRuleException {
      int argument = targetNames.indexOf(name);
      if (argument >= 0) {
        return new Operand(Role.ARGUMENT, argument);
      }
      boolean isVoid = callee.returnType().equals(Type.VOID);
      if (name.equals("result") && !isVoid) {
        return new Operand(Role.RESULT, -1);
      }
      if (name.equals("dResult") && form == Form.PULLBACK && !isVoid) {
        return new Operand(Role.RESULT_ADJOINT, -1);
      }
      for (int i = 0; i < targetNames.size(); i++) {
        boolean differentiates = isDifferentiable(i) && !constants.contains(i);
        boolean hasShadow = callee.parameterTypes().get(i).holdsDifferentiableArray();
        if (form == Form.PULLBACK
            && differentiates
            && hasShadow
            && name.equals("d" + targetNames.get(i))) {
          return new Operand(Role.ADJOINT, i);
        }
        if (form == Form.TANGENT && differentiates && name.equals(targetNames.get(i) + "Dot")) {
          return new Operand(Role.TANGENT, i);
        }
      }
      throw BadRuleException.because(
          "'" + name + "' in 'names' means nothing to it",
          "Name parameters of the target, its result, and what belongs to these: "
              + RuleText.of(callee, form, by, constants));
    }

    private boolean isDifferentiable(int i) {
      return callee.parameterTypes().get(i).isDifferentiable();
    }

    /** No adjoint may be forgotten. */
    private void checkComplete(List<Operand> operands, Set<Integer> constants, int by)
        throws BadRuleException {
      for (int i = 0; i < targetNames.size() && form != Form.PARTIAL; i++) {
        Role role = form == Form.PULLBACK ? Role.ADJOINT : Role.TANGENT;
        boolean needs =
            form == Form.PULLBACK
                ? callee.parameterTypes().get(i).holdsDifferentiableArray()
                : isDifferentiable(i);
        boolean isNamed = needs || returned(constants).size() > 1 && isDifferentiable(i);
        if (isNamed && role == Role.ADJOINT && SourceVersion.isKeyword("d" + targetNames.get(i))) {
          throw BadRuleException.because(
              "'d" + targetNames.get(i) + "', which it would have to name, is a keyword",
              "Give the parameter another name in 'method': "
                  + RuleText.of(callee, form, by, constants));
        }
        if (needs && !constants.contains(i) && !operands.contains(new Operand(role, i))) {
          String missing =
              form == Form.PULLBACK ? "d" + targetNames.get(i) : targetNames.get(i) + "Dot";
          throw BadRuleException.because(
              "its 'names' lack '" + missing + "'",
              "Add it, or name '"
                  + targetNames.get(i)
                  + "' in 'constants': "
                  + RuleText.of(callee, form, by, constants));
        }
      }
    }

    private void checkSignature(List<String> names, List<Operand> operands, Set<Integer> constants)
        throws BadRuleException {
      List<Type> expected = operands.stream().map(this::type).toList();
      List<? extends VariableElement> own = rule.getParameters();
      boolean fits = own.size() == expected.size();
      for (int i = 0; fits && i < own.size(); i++) {
        fits =
            types.erased(own.get(i).asType()).equals(expected.get(i))
                && (!types.hasSource(rule)
                    || own.get(i).getSimpleName().contentEquals(names.get(i)));
      }
      List<Integer> returned = returned(constants);
      boolean isRecord = form == Form.PULLBACK && returned.size() > 1;
      Type actual = types.erased(rule.getReturnType());
      Type result = isRecord ? actual : result(returned);
      fits &= isRecord ? isRecordOf(returned) : actual.equals(result);
      if (!fits) {
        String method =
            RuleText.method(
                isRecord ? recordName() : RuleText.name(result),
                rule.getSimpleName().toString(),
                expected,
                names);
        throw new BadRuleException(
            ErrorId.RULE_SIGNATURE,
            rule.getSimpleName(),
            isRecord ? method + ", with " + record(returned) : method);
      }
    }

    private Type type(Operand operand) {
      int i = operand.parameter();
      return switch (operand.role()) {
        case ARGUMENT, TANGENT -> callee.parameterTypes().get(i);
        case ADJOINT -> callee.parameterTypes().get(i).adjoint();
        case RESULT -> callee.returnType();
        case RESULT_ADJOINT -> callee.returnType().adjoint();
      };
    }

    /** The parameters whose adjoints a pullback returns. */
    private List<Integer> returned(Set<Integer> constants) {
      return IntStream.range(0, targetNames.size())
          .filter(i -> callee.parameterTypes().get(i).holdsScalar() && !constants.contains(i))
          .boxed()
          .toList();
    }

    private Type result(List<Integer> returned) {
      if (form != Form.PULLBACK) {
        return callee.returnType();
      }
      return returned.isEmpty() ? Type.VOID : callee.parameterTypes().get(returned.get(0));
    }

    /** True where the rule returns a record of these adjoints. */
    private boolean isRecordOf(List<Integer> returned) {
      if (!(rule.getReturnType() instanceof DeclaredType declared)) {
        return false;
      }
      List<RecordComponentElement> components =
          ElementFilter.recordComponentsIn(declared.asElement().getEnclosedElements());
      boolean fits = components.size() == returned.size();
      for (int k = 0; fits && k < returned.size(); k++) {
        int i = returned.get(k);
        fits =
            components.get(k).getSimpleName().contentEquals("d" + targetNames.get(i))
                && types.erased(components.get(k).asType()).equals(callee.parameterTypes().get(i));
      }
      return fits;
    }

    private String recordName() {
      return Names.capitalized(callee.name()) + "Adjoints";
    }

    private String record(List<Integer> returned) {
      return returned.stream()
          .map(i -> RuleText.name(callee.parameterTypes().get(i)) + " d" + targetNames.get(i))
          .collect(Collectors.joining(", ", "record " + recordName() + "(", ") {}"));
    }
  }
}
