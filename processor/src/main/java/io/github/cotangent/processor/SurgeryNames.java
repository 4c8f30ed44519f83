package io.github.cotangent.processor;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names of the lambda parameters of {@code insertGradientOf(h, dh -> …)}. The lambda is not in
 * the derivative, and its parameter is mostly called what the adjoint is called: the name can be
 * given to that.
 */
final class SurgeryNames extends Walker {

  private final Set<String> parameters = new LinkedHashSet<>();
  private final Set<String> others = new LinkedHashSet<>();

  private SurgeryNames() {}

  /** The names of such parameters that nothing else in the function has. */
  static Set<String> of(Function f) {
    SurgeryNames names = new SurgeryNames();
    f.parameters().forEach(p -> names.others.add(p.name()));
    names.walk(f.body());
    names.parameters.removeAll(names.others);
    return names.parameters;
  }

  @Override
  protected void declare(Var v) {
    others.add(v.name());
  }

  @Override
  public Void visit(Stmt.Surgery s) {
    parameters.add(s.parameter().name());
    words(s.code());
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    words(s.code());
    return super.visit(s);
  }

  @Override
  public Void visit(Expr.Opaque e) {
    words(e.code());
    return super.visit(e);
  }

  /** Text that is carried through may declare names of its own. */
  private void words(Code code) {
    for (Code.Part part : code.parts()) {
      if (part instanceof Code.Text t) {
        others.addAll(Arrays.asList(t.text().split("\\W+")));
      }
    }
  }
}
