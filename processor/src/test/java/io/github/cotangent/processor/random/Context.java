package io.github.cotangent.processor.random;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What the makers of statements and expressions know about the method they are in. */
final class Context {
  final Dice dice;
  final Scope scope;
  final List<Helper> helpers;
  final String result;

  /** Loops around the statement, innermost first; a label or an empty string. */
  final Deque<String> loops = new ArrayDeque<>();

  /** True where the program uses floats, which finite differences cannot check. */
  final boolean floats;

  /** Statements that may still be made. */
  int fuel;

  /** Calls that may still be made. */
  int calls;

  /** True inside a switch statement that is inside the innermost loop. */
  boolean inSwitch;

  /** True inside an arm of a switch expression, which no jump may leave. */
  boolean inArm;

  private int labels;

  Context(Dice dice, List<Helper> helpers, String result, boolean floats, int fuel, int calls) {
    this.dice = dice;
    this.scope = new Scope(dice);
    this.helpers = new ArrayList<>(helpers);
    this.result = result;
    this.floats = floats;
    this.fuel = fuel;
    this.calls = calls;
  }

  /** A method of the same class that may be called. */
  record Helper(String name, String result, List<String> parameters, boolean recursive) {}

  /** The index of a row, or of a record, of which there are two or more; it may move. */
  String row() {
    List<Scope.Variable> ints = scope.of("int");
    return ints.isEmpty() || dice.chance(0.6) ? dice.of("0", "1") : dice.pick(ints).name() + " & 1";
  }

  String freshLabel() {
    return dice.of("outer", "again", "loop", "tape") + (++labels == 1 ? "" : labels);
  }
}
