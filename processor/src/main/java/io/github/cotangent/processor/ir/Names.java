package io.github.cotangent.processor.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Hands out variables whose names clash with nothing in a function: the user's names are reserved
 * first, ours get a number on a clash ({@code dx}, {@code dx1}, {@code dx2}). Deterministic.
 */
public final class Names {

  private static final int FIRST_ID = 1_000_000;
  private static final int FIRST_BESIDE = 1_000_000_000;

  private final Set<String> taken;

  /** For each name that was numbered, where the next search begins: below, all are taken. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private int nextId = FIRST_ID;

  /** Starts with every identifier of the function reserved. */
  public Names(Set<String> reserved) {
    this.taken = new HashSet<>(reserved);
  }

  /** Names for what stands beside a function's own variables: with ids that those do not have. */
  public static Names beside(Set<String> reserved) {
    Names names = new Names(reserved);
    names.nextId = FIRST_BESIDE;
    return names;
  }

  private Names(Names other) {
    this.taken = new HashSet<>(other.taken);
    this.numbers.putAll(other.numbers);
    this.nextId = other.nextId;
  }

  /** An independent copy: names and ids given out by one are not reserved in the other. */
  public Names copy() {
    return new Names(this);
  }

  /** True for a variable that was given out here: it stands in no method of the user's. */
  public static boolean isMade(Var v) {
    return v.id() >= FIRST_ID;
  }

  /** The name, or sentence, with its first letter in upper case. */
  public static String capitalized(String name) {
    int first = name.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + name.substring(Character.charCount(first));
  }

  /** The name with its first letter in lower case. */
  public static String decapitalized(String name) {
    int first = name.codePointAt(0);
    return Character.toString(Character.toLowerCase(first))
        + name.substring(Character.charCount(first));
  }

  /** Lets names be given out after all: nothing with these names is left in the function. */
  public void release(Set<String> names) {
    taken.removeAll(names);
    numbers.clear();
  }

  /** Keeps names from being given out. */
  public void reserve(Set<String> names) {
    taken.addAll(names);
  }

  /** A variable with a new name like the one wished for. */
  public Var fresh(String wish, Type type) {
    return new Var(nextId++, freshName(wish), type);
  }

  /** A variable with exactly this name: for one that shadows nothing in its own scope. */
  public Var same(String name, Type type) {
    return new Var(nextId++, name, type);
  }

  /** Gives each wish one new name, the same whenever it comes again. */
  public UnaryOperator<String> once() {
    Map<String, String> given = new HashMap<>();
    return wish -> given.computeIfAbsent(wish, this::freshName);
  }

  /** A new name like the one wished for, reserved from now on. */
  public String freshName(String wish) {
    String base = javax.lang.model.SourceVersion.isKeyword(wish) ? wish + "_" : wish;
    String name = base;
    for (int i = numbers.getOrDefault(base, 1); !taken.add(name); i++) {
      name = base + i;
      numbers.put(base, i);
    }
    return name;
  }
}
