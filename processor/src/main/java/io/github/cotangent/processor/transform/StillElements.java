package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Walker;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Elements that are the same in all rounds of the innermost loop around a statement, {@code v[k]}
 * in a loop over {@code i}. What is added to their adjoints may be summed up before ({@link
 * InvariantSums}), and of a sum that is zero nothing is added: an index that does not exist, or an
 * array that is null, is not noticed then.
 */
final class StillElements extends Walker {

  /** Of no statement. */
  static final StillElements NONE = new StillElements();

  private final Map<Stmt, LoopFacts> around = new IdentityHashMap<>();
  private LoopFacts loop;

  private StillElements() {}

  static StillElements of(Stmt.Block body) {
    StillElements elements = new StillElements();
    elements.walk(body);
    return elements;
  }

  /** True if the loop around the statement changes nothing that tells which element it is. */
  boolean contains(Stmt s, Expr.Element e) {
    LoopFacts facts = around.get(s);
    return facts != null && Mentions.read(Make.evaluate(e)).stream().noneMatch(facts::assigns);
  }

  private void at(Stmt s) {
    if (loop != null) {
      around.put(s, loop);
    }
  }

  @Override
  protected void loop(Stmt s, Stmt.Block body, Runnable inside) {
    LoopFacts outer = loop;
    loop = LoopFacts.of(s);
    inside.run();
    loop = outer;
  }

  @Override
  public Void visit(Stmt.Local s) {
    at(s);
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.Assign s) {
    at(s);
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.Return s) {
    at(s);
    return super.visit(s);
  }
}
