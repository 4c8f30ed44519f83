package io.github.cotangent.processor.random;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Makes a failing program small: deletes statements and simplifies expressions. */
final class Reducer {
  private final Function<Program, Failure> recheck;
  private int tries;

  /**
   * A reducer.
   *
   * @param recheck gives the failure of a program, null where it has none
   * @param tries how many programs may be tried
   */
  Reducer(Function<Program, Failure> recheck, int tries) {
    this.recheck = recheck;
    this.tries = tries;
  }

  /** The smallest failure of the same kind that it finds. */
  Failure reduce(Failure failure) {
    Failure smallest = failure;
    boolean better = true;
    while (better && tries > 0) {
      better = false;
      for (List<Integer> path : paths(smallest.program().unit())) {
        Failure smaller = smallerAt(smallest, path);
        if (smaller != null) {
          smallest = smaller;
          better = true;
        }
      }
    }
    return smallest;
  }

  private Failure smallerAt(Failure failure, List<Integer> path) {
    Tree unit = failure.program().unit();
    Object at = find(unit, path);
    if (!(at instanceof Tree tree)) {
      return null;
    }
    for (Object substitute : substitutes(tree)) {
      if (tries-- <= 0) {
        return null;
      }
      Program candidate = failure.program().withUnit(replace(unit, path, 0, substitute));
      Failure found = recheck.apply(candidate);
      if (found != null && found.kind().equals(failure.kind())) {
        return found;
      }
    }
    return null;
  }

  /** What may stand in the tree's place, boldest first. */
  private static List<Object> substitutes(Tree tree) {
    List<Object> all = new ArrayList<>();
    if (tree.role() == Tree.Role.STATEMENT) {
      all.add("");
      List<Object> inside = new ArrayList<>();
      statements(tree, inside);
      if (!inside.isEmpty()) {
        all.add(Tree.fixed(inside.toArray()));
      }
    } else if (tree.role() == Tree.Role.EXPRESSION) {
      literals(tree, all);
      inside(tree, tree.type(), all);
    }
    return all;
  }

  private static void literals(Tree tree, List<Object> all) {
    boolean isSmall = tree.parts().size() == 1 && tree.parts().get(0) instanceof String;
    switch (tree.type()) {
      case "double" -> all.addAll(isSmall ? List.of() : List.of(Tree.atom("double", "0.5")));
      case "int" -> all.addAll(isSmall ? List.of() : List.of(Tree.atom("int", "1")));
      case "float" -> all.addAll(isSmall ? List.of() : List.of(Tree.atom("float", "0.5f")));
      case "boolean" ->
          all.addAll(
              isSmall
                  ? List.of()
                  : List.of(Tree.atom("boolean", "true"), Tree.atom("boolean", "false")));
      default -> {}
    }
  }

  private static void statements(Tree tree, List<Object> found) {
    for (Tree child : tree.children()) {
      if (child.role() == Tree.Role.STATEMENT) {
        found.add(child);
      } else {
        statements(child, found);
      }
    }
  }

  private static void inside(Tree tree, String type, List<Object> found) {
    for (Tree child : tree.children()) {
      if (child.role() == Tree.Role.EXPRESSION && child.type().equals(type)) {
        found.add(child);
      } else {
        inside(child, type, found);
      }
    }
  }

  /** The ways to all reducible trees, large ones first. */
  private static List<List<Integer>> paths(Tree unit) {
    List<List<Integer>> paths = new ArrayList<>();
    collect(unit, List.of(), paths);
    paths.sort(Comparator.comparingInt(p -> -((Tree) find(unit, p)).size()));
    return paths;
  }

  private static void collect(Tree tree, List<Integer> path, List<List<Integer>> paths) {
    if (tree.role() != Tree.Role.FIXED) {
      paths.add(path);
    }
    for (int i = 0; i < tree.parts().size(); i++) {
      if (tree.parts().get(i) instanceof Tree child) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(i);
        collect(child, longer, paths);
      }
    }
  }

  private static Object find(Tree tree, List<Integer> path) {
    Object at = tree;
    for (int i : path) {
      if (!(at instanceof Tree t) || i >= t.parts().size()) {
        return null;
      }
      at = t.parts().get(i);
    }
    return at;
  }

  private static Tree replace(Tree tree, List<Integer> path, int depth, Object substitute) {
    if (depth == path.size()) {
      return Tree.fixed(substitute);
    }
    List<Object> parts = new ArrayList<>(tree.parts());
    int i = path.get(depth);
    parts.set(
        i,
        depth + 1 == path.size()
            ? substitute
            : replace((Tree) parts.get(i), path, depth + 1, substitute));
    return tree.withParts(parts);
  }
}
