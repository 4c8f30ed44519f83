package io.github.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a program: text with the pieces inside it, so that a reducer can take it apart.
 *
 * @param role what may be put in its place
 * @param type of an expression, its Java type
 * @param level how tightly an expression binds, 15 for one that needs no parentheses
 * @param parts strings and trees
 */
record Tree(Role role, String type, int level, List<Object> parts) {
  static final int ATOM = 15;

  /** What may be put in a tree's place. */
  enum Role {
    /** Nothing. */
    FIXED,
    /** Nothing at all, or the statements inside. */
    STATEMENT,
    /** An expression of the same type. */
    EXPRESSION
  }

  Tree {
    parts = List.copyOf(parts);
  }

  static Tree statement(Object... parts) {
    return new Tree(Role.STATEMENT, "", 0, List.of(parts));
  }

  static Tree fixed(Object... parts) {
    return new Tree(Role.FIXED, "", 0, List.of(parts));
  }

  static Tree expression(String type, int level, Object... parts) {
    return new Tree(Role.EXPRESSION, type, level, List.of(parts));
  }

  static Tree atom(String type, String text) {
    return expression(type, ATOM, text);
  }

  /** Statements in a row, not reducible as a whole. */
  static Tree all(List<Tree> statements) {
    return new Tree(Role.FIXED, "", 0, List.copyOf(statements));
  }

  /** This expression, in parentheses where an operator of the given level would tear it apart. */
  Tree within(int operator) {
    return level >= operator ? this : fixed("(", this, ")");
  }

  Tree withParts(List<Object> newParts) {
    return new Tree(role, type, level, newParts);
  }

  /** The trees directly inside. */
  List<Tree> children() {
    List<Tree> children = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Tree t) {
        children.add(t);
      }
    }
    return children;
  }

  /** The number of trees, a measure of size. */
  int size() {
    int size = 1;
    for (Tree child : children()) {
      size += child.size();
    }
    return size;
  }

  private void append(StringBuilder text) {
    for (Object part : parts) {
      if (part instanceof Tree t) {
        t.append(text);
      } else {
        text.append(part);
      }
    }
  }

  /** The text, indented by its braces. */
  String source() {
    StringBuilder raw = new StringBuilder();
    append(raw);
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (String line : raw.toString().split("\n")) {
      int closing = line.startsWith("}") || line.startsWith("case ") || isDefault(line) ? 1 : 0;
      text.append("  ".repeat(Math.max(0, depth - closing))).append(line).append('\n');
      for (char c : line.toCharArray()) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
    }
    return text.toString();
  }

  private static boolean isDefault(String line) {
    return line.startsWith("default:") || line.startsWith("default ->");
  }
}
