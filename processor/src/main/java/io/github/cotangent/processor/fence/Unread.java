package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what statements that are carried over unread ({@code try}, {@code synchronized}) change
 * behind the back of the analysis: nothing saves or restores what they write.
 *
 * <p>One shape is harmless: {@code int n; try { n = parse(s); } catch (…) { n = 0; }}, outside of
 * loops, before any read of {@code n} and with no other assignment. Then {@code n} has one value
 * wherever it is read, and there is nothing to restore.
 */
final class Unread extends Walker {

  private final Facts facts;
  private final Problems problems;

  /** How often each variable is assigned, other than by its declaration. */
  private final Map<Var, Integer> writes = new HashMap<>();

  private final Set<Var> readSoFar = new HashSet<>();
  private int loops;

  Unread(Facts facts, Problems problems) {
    this.facts = facts;
    this.problems = problems;
  }

  /** Reports all of them. */
  void check() {
    new Walker() {
      @Override
      protected void write(Var v) {
        writes.merge(v, 1, Integer::sum);
      }
    }.walk(facts.function().body());
    walk(facts.function().body());
  }

  @Override
  protected void read(Var v) {
    readSoFar.add(v);
  }

  @Override
  protected void loop(Stmt loop, Stmt.Block body, Runnable inside) {
    loops++;
    inside.run();
    loops--;
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    for (Var v : new LinkedHashSet<>(s.code().writes())) {
      long here = s.code().writes().stream().filter(v::equals).count();
      if (loops > 0 || readSoFar.contains(v) || writes.get(v) != here) {
        refuse(
            s,
            "It assigns '"
                + v.name()
                + "', whose former value may be needed again: assign it there only, before it is"
                + " read and not in a loop, or compute it in a @NonDifferentiable method.");
      }
    }
    for (Var v : passedOn(s.code())) {
      refuse(s, "It passes the array '" + v.name() + "' on: move that out of it.");
    }
    return super.visit(s);
  }

  private void refuse(Stmt.Verbatim s, String remedy) {
    problems.report(ErrorId.UNSUPPORTED_STATEMENT, s.origin(), s.origin().text(), remedy);
  }

  /** The arrays of which the code uses more than an element or the length. */
  private static Set<Var> passedOn(Code code) {
    Set<Var> found = new LinkedHashSet<>();
    List<Code.Part> parts = new ArrayList<>(code.parts());
    parts.add(new Code.Text(""));
    for (int i = 0; i + 1 < parts.size(); i++) {
      if (parts.get(i) instanceof Code.Reads r && r.var().type() instanceof Type.Array a) {
        String next = parts.get(i + 1) instanceof Code.Text t ? t.text().strip() : "";
        boolean element = next.startsWith("[") && !a.element().isReference();
        if (!element && !next.startsWith(".length")) {
          found.add(r.var());
        }
      }
    }
    return found;
  }
}
