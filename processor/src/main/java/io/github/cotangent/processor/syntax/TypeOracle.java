package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.Node;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What javac knows about a node of the JavaParser tree. The two trees of one file meet by offset:
 * an expression begins and ends at the same characters in both.
 */
final class TypeOracle {

  private record Span(int start, int end) {
    // Those that a record has by itself are slow until they are compiled.

    @Override
    public boolean equals(Object other) {
      return other instanceof Span s && s.start == start && s.end == end;
    }

    @Override
    public int hashCode() {
      return 31 * start + end;
    }
  }

  private record Declared(TreePath path, Span span) {}

  private final SourceFile file;
  private final Trees trees;
  private final SourcePositions positions;
  private final Map<Span, TreePath> expressions = new HashMap<>();
  private final Map<String, List<Declared>> variables = new HashMap<>();
  private final Map<Integer, TreePath> methodsByEnd = new HashMap<>();

  /** Reads the trees of one top-level class. */
  TypeOracle(SourceFile file, Trees trees, TreePath root) {
    this.file = file;
    this.trees = trees;
    this.positions = trees.getSourcePositions();
    new Index().scan(root, null);
  }

  /** The symbol that a name, member or call stands for; null where it stands for none. */
  Element element(Node node) {
    return element(file.start(node), file.end(node));
  }

  /** The symbol of the expression between two offsets; null where there is none. */
  Element element(int start, int end) {
    TreePath path = expressions.get(new Span(start, end));
    if (path == null) {
      return null;
    }
    Element element = trees.getElement(path);
    if (element != null && element.asType().getKind() == TypeKind.ERROR) {
      throw new UnresolvedTypeException(element.toString());
    }
    return element;
  }

  /** True where javac has an expression at exactly this node. */
  boolean knows(Node node) {
    return expressions.containsKey(new Span(file.start(node), file.end(node)));
  }

  /** The static type of an expression. */
  TypeMirror type(Node node) {
    return type(file.start(node), file.end(node));
  }

  /** The static type of the expression between two offsets. */
  TypeMirror type(int start, int end) {
    TreePath path = expressions.get(new Span(start, end));
    if (path == null) {
      throw new IllegalStateException("javac has no expression '" + file.slice(start, end) + "'");
    }
    trees.getElement(path);
    return resolved(trees.getTypeMirror(path), path.getLeaf());
  }

  /** The symbol of a declared variable: the innermost declaration of its name around the place. */
  VariableElement variable(Node declared, String name) {
    TreePath best = declaration(declared, name);
    if (best == null) {
      throw new IllegalStateException("javac has no variable '" + name + "'");
    }
    VariableElement element = (VariableElement) trees.getElement(best);
    resolved(element.asType(), best.getLeaf());
    return element;
  }

  /** True for a declared variable of a type that does not exist (yet). */
  boolean isUnresolved(Node declared, String name) {
    TreePath path = declaration(declared, name);
    Element element = path == null ? null : trees.getElement(path);
    return element != null && element.asType().getKind() == TypeKind.ERROR;
  }

  /** True for a declared variable of a type that cannot be written down. */
  boolean isNameless(Node declared, String name) {
    TreePath path = declaration(declared, name);
    Element element = path == null ? null : trees.getElement(path);
    return element != null && NamelessTypes.contains(element.asType());
  }

  private TreePath declaration(Node declared, String name) {
    int at = file.start(declared);
    TreePath best = null;
    int width = Integer.MAX_VALUE;
    String known = name.equals("_") ? "" : name; // javac has no name for it
    for (Declared variable : variables.getOrDefault(known, List.of())) {
      int start = variable.span().start();
      int end = variable.span().end();
      if (start <= at && at < end && end - start < width) {
        best = variable.path();
        width = end - start;
      }
    }
    return best;
  }

  /** The symbol of a method declaration, found by where its body ends. */
  ExecutableElement method(Node declaration) {
    TreePath path = methodsByEnd.get(file.end(declaration));
    return path == null ? null : (ExecutableElement) trees.getElement(path);
  }

  private static TypeMirror resolved(TypeMirror type, Tree tree) {
    if (type == null || type.getKind() == TypeKind.ERROR) {
      throw new UnresolvedTypeException(tree.toString());
    }
    return type;
  }

  private Span span(TreePath path) {
    return new Span(
        (int) positions.getStartPosition(path.getCompilationUnit(), path.getLeaf()), end(path));
  }

  private int end(TreePath path) {
    return (int) positions.getEndPosition(path.getCompilationUnit(), path.getLeaf());
  }

  /** Notes where every expression, variable and method of the class stands. */
  private final class Index extends TreePathScanner<Void, Void> {

    @Override
    public Void scan(Tree tree, Void unused) {
      if (tree instanceof ExpressionTree || tree instanceof PrimitiveTypeTree) {
        TreePath path = new TreePath(getCurrentPath(), tree);
        expressions.putIfAbsent(span(path), path);
      }
      return super.scan(tree, unused);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      variables
          .computeIfAbsent(tree.getName().toString(), name -> new ArrayList<>())
          .add(new Declared(getCurrentPath(), span(getCurrentPath())));
      return super.visitVariable(tree, unused);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      methodsByEnd.put(end(getCurrentPath()), getCurrentPath());
      return super.visitMethod(tree, unused);
    }
  }
}
