package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the forward sweep has to add to the primal, statement by statement. The backward sweep
 * writes the plan, because it knows what it reads.
 */
final class Plan {

  private final Map<Stmt, List<Stmt>> before = new IdentityHashMap<>();
  private final Map<Stmt, List<Stmt>> after = new IdentityHashMap<>();
  private final Map<Stmt, List<Stmt>> atStart = new IdentityHashMap<>();
  private final Map<Stmt, List<Stmt>> inUpdate = new IdentityHashMap<>();
  private final Map<Stmt, List<Stmt>> eachStep = new IdentityHashMap<>();
  private final Map<Stmt, Expr> tests = new IdentityHashMap<>();
  private final Map<Stmt, RecordedControl> arms = new IdentityHashMap<>();

  /** Statements to run before a statement. */
  void before(Stmt s, List<Stmt> code) {
    before.computeIfAbsent(s, k -> new ArrayList<>()).addAll(code);
  }

  /** Statements to run when a statement has completed normally. */
  void after(Stmt s, List<Stmt> code) {
    after.computeIfAbsent(s, k -> new ArrayList<>()).addAll(code);
  }

  /** Statements to run at the start of each iteration of a loop. */
  void atStart(Stmt loop, List<Stmt> code) {
    atStart.computeIfAbsent(loop, k -> new ArrayList<>()).addAll(code);
  }

  /** Statements to run at the start of each step of a loop that is not recorded. */
  void eachStep(Stmt loop, List<Stmt> code) {
    eachStep.computeIfAbsent(loop, k -> new ArrayList<>()).addAll(code);
  }

  /** Statements to run at the start of a for loop's update. */
  void inUpdate(Stmt loop, List<Stmt> code) {
    inUpdate.computeIfAbsent(loop, k -> new ArrayList<>()).addAll(code);
  }

  /** A branch's condition is read from here, after {@link #before} has put it there. */
  void test(Stmt.If s, Expr recorded) {
    tests.put(s, recorded);
  }

  /** The number of the arm taken is kept here. */
  void arm(Stmt.Switch s, RecordedControl control) {
    arms.put(s, control);
  }

  List<Stmt> before(Stmt s) {
    return before.getOrDefault(s, List.of());
  }

  List<Stmt> after(Stmt s) {
    return after.getOrDefault(s, List.of());
  }

  List<Stmt> atStart(Stmt loop) {
    return atStart.getOrDefault(loop, List.of());
  }

  List<Stmt> eachStep(Stmt loop) {
    return eachStep.getOrDefault(loop, List.of());
  }

  List<Stmt> inUpdate(Stmt loop) {
    return inUpdate.getOrDefault(loop, List.of());
  }

  Optional<Expr> test(Stmt.If s) {
    return Optional.ofNullable(tests.get(s));
  }

  Optional<RecordedControl> arm(Stmt.Switch s) {
    return Optional.ofNullable(arms.get(s));
  }
}
