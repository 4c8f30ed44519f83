package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.github.cotangent.processor.ir.Origin;
import javax.lang.model.element.ExecutableElement;

/**
 * Finds a javac tree that is reported at a given place. javac shows an operation at its operator
 * and a declaration at its name, so the tree wanted is not always the one that the place came from.
 */
final class Places {

  private final ClassContext in;
  private final Trees trees;
  private final SourcePositions positions;

  Places(ClassContext in, Trees trees) {
    this.in = in;
    this.trees = trees;
    this.positions = trees.getSourcePositions();
  }

  /** The tree whose reported position is, or comes nearest to, the origin's first character. */
  TreePath find(Origin origin) {
    if (!origin.isInSource()) {
      return in.path();
    }
    TreePath method = methodNamed(origin.start());
    if (method != null) {
      return method;
    }
    Search search = new Search(origin.start());
    search.scan(in.path(), null);
    return search.best == null ? in.path() : search.best;
  }

  private TreePath methodNamed(int start) {
    for (MethodDeclaration declaration : in.file().tree().findAll(MethodDeclaration.class)) {
      if (in.file().start(declaration.getName()) == start) {
        ExecutableElement element = in.oracle().method(declaration);
        return element == null ? null : trees.getPath(element);
      }
    }
    return null;
  }

  /** The smallest tree that begins at the place; failing that, the smallest around it. */
  private final class Search extends TreePathScanner<Void, Void> {

    private final int place;
    private TreePath best;
    private boolean bestBegins;
    private long bestEnd;

    Search(int place) {
      this.place = place;
    }

    @Override
    public Void scan(Tree tree, Void unused) {
      if (tree != null) {
        TreePath path = new TreePath(getCurrentPath(), tree);
        long start = positions.getStartPosition(path.getCompilationUnit(), tree);
        long end = positions.getEndPosition(path.getCompilationUnit(), tree);
        if (start <= place && place < end) {
          boolean begins = start == place || isNameOf(tree, (int) end);
          if (best == null || begins && !bestBegins || begins == bestBegins && end <= bestEnd) {
            best = path;
            bestBegins = begins;
            bestEnd = end;
          }
        }
      }
      return super.scan(tree, unused);
    }

    /** True where the place is the name of the declared variable. */
    private boolean isNameOf(Tree tree, int end) {
      if (!(tree instanceof VariableTree variable)) {
        return false;
      }
      String name = variable.getName().toString();
      return place + name.length() <= end
          && in.file().slice(place, place + name.length()).equals(name);
    }
  }
}
