package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.ir.Derivation.Form;
import io.github.cotangent.processor.ir.Derivation.Operand;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * A hand-written derivative that fits its target.
 *
 * @param method the rule
 * @param target what it is a derivative of
 * @param names the parameters of the target as the annotation calls them, the receiver first
 * @param by the parameter that a partial is with respect to, else -1
 * @param operands what the rule takes
 * @param constants the parameters that it has no derivative for
 * @param writes the parameters whose arrays the target writes
 */
record CustomRule(
    ExecutableElement method,
    Form form,
    ExecutableElement target,
    List<String> names,
    int by,
    List<Operand> operands,
    Set<Integer> constants,
    Set<Integer> writes) {

  /** True where two rules say the same thing of the same method. */
  boolean isRival(CustomRule other) {
    return form == other.form && target.equals(other.target) && by == other.by;
  }
}
