package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs a function of the IR on dual numbers: forward-mode differentiation by definition. */
public final class Interpreter {
  private static final long BUDGET = 5_000_000;
  private static final int DEEPEST = 800;

  private final Host host;
  private final long budget;
  private long steps;
  private int depth;
  private Marshal marshal;

  /** An interpreter with the usual budget of steps. */
  public Interpreter(Host host) {
    this(host, BUDGET);
  }

  /** An interpreter that gives up after so many steps. */
  public Interpreter(Host host, long budget) {
    this.host = host;
    this.budget = budget;
  }

  /**
   * Runs {@code f}.
   *
   * @param args Java objects, one per parameter; they are not changed
   * @param tangents the direction: for each argument an object of the same type, or null for zero
   * @throws BudgetExceeded if it takes too many steps
   * @throws UserException for what the program itself throws; Java's own exceptions come as in Java
   */
  public Evaluation run(Function f, List<Object> args, List<Object> tangents) {
    steps = 0;
    depth = 0;
    marshal = new Marshal(host.classes());
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      Type type = f.parameters().get(i).type();
      values.add(marshal.enter(args.get(i), tangents.get(i), type));
    }
    Object result = call(f, values);
    Marshal.Exit primal = marshal.new Exit(false);
    Marshal.Exit dot = marshal.new Exit(true);
    return new Evaluation(
        primal.leave(result),
        dot.leave(result),
        Collections.unmodifiableList(all(values, primal)),
        Collections.unmodifiableList(all(values, dot)));
  }

  private static List<Object> all(List<Object> values, Marshal.Exit exit) {
    List<Object> left = new ArrayList<>();
    values.forEach(v -> left.add(exit.leave(v)));
    return left;
  }

  /** Runs a function in a frame of its own. */
  Object call(Function f, List<Object> args) {
    if (++depth > DEEPEST) {
      throw new BudgetExceeded(DEEPEST);
    }
    Frame frame = new Frame(this);
    for (int i = 0; i < args.size(); i++) {
      frame.declare(f.parameters().get(i), args.get(i));
    }
    Completion end = new Statements(frame).run(f.body());
    depth--;
    if (end instanceof Completion.Return r) {
      return Values.convert(r.value(), f.result());
    }
    if (end != Completion.NORMAL || !f.result().equals(Type.VOID)) {
      throw new IllegalStateException(f.name() + " ended with " + end);
    }
    return null;
  }

  /** Counts a step. */
  void step() {
    if (++steps > budget) {
      throw new BudgetExceeded(budget);
    }
  }

  Host host() {
    return host;
  }

  Marshal marshal() {
    return marshal;
  }
}
