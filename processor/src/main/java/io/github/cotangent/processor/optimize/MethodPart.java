package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A method that is being split, or one of the blocks split off: its code, in which a statement
 * stands for the call of each block.
 */
final class MethodPart {

  private final List<Stmt> code;
  private final MethodPart caller;
  private final List<MethodPart> called = new ArrayList<>();
  private final Map<Stmt, MethodPart> calls = new IdentityHashMap<>();
  private final Set<Var> arguments = new LinkedHashSet<>();

  private MethodPart(List<Stmt> code, MethodPart caller, Map<Stmt, List<Stmt>> blocks) {
    this.code = code;
    this.caller = caller;
    new Walker() {
      @Override
      public Void visit(Stmt.Evaluate s) {
        if (!blocks.containsKey(s)) {
          return super.visit(s);
        }
        MethodPart part = new MethodPart(blocks.get(s), MethodPart.this, blocks);
        called.add(part);
        calls.put(s, part);
        return null;
      }
    }.walk(code);
  }

  /**
   * The parts of a method.
   *
   * @param code what is left of it
   * @param blocks what stands for the call of a block, by identity, and the block
   */
  static MethodPart of(List<Stmt> code, Map<Stmt, List<Stmt>> blocks) {
    return new MethodPart(code, null, blocks);
  }

  List<Stmt> code() {
    return code;
  }

  /** True for what is left of the method itself. */
  boolean isMethod() {
    return caller == null;
  }

  /** True where nothing was split off. */
  boolean isWhole() {
    return called.isEmpty();
  }

  /** The part that calls this one; null for the method itself. */
  MethodPart caller() {
    return caller;
  }

  /** The block that a statement calls; null for any other statement. */
  MethodPart called(Stmt s) {
    return calls.get(s);
  }

  /** What is passed to it. */
  Set<Var> arguments() {
    return arguments;
  }

  /** True where the other part is this one, or called by it, however far down. */
  boolean reaches(MethodPart other) {
    for (MethodPart p = other; p != null; p = p.caller) {
      if (p == this) {
        return true;
      }
    }
    return false;
  }

  /** This part, then those that it calls, each followed by its own. */
  void each(Consumer<MethodPart> action) {
    action.accept(this);
    called.forEach(p -> p.each(action));
  }
}
