package io.github.cotangent.processor.ir;

/**
 * A parameter or local variable of one function. Two variables are the same when their ids are:
 * Java allows one name in two sibling scopes.
 *
 * @param id unique within the function and everything generated from it
 * @param name as it is printed
 * @param type its declared type
 */
public record Var(int id, String name, Type type) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Var v && v.id == id;
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return name;
  }
}
