package io.github.cotangent.processor.syntax;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Finds the constants that are records, and whole: {@code static final Vec ZERO = new Vec(0, 0,
 * 0)}. Neither they nor a record in them is null.
 */
final class RecordConstants {

  private final Trees trees;

  RecordConstants(Trees trees) {
    this.trees = trees;
  }

  /** True for a constant of which the source says so; a class file does not tell. */
  boolean isWhole(VariableElement field) {
    TreePath path = trees.getPath(field);
    return field.getModifiers().contains(Modifier.STATIC)
        && field.getModifiers().contains(Modifier.FINAL)
        && path != null
        && path.getLeaf() instanceof VariableTree declared
        && declared.getInitializer() != null
        && isWhole(new TreePath(path, declared.getInitializer()));
  }

  private boolean isWhole(TreePath path) {
    Element element = trees.getElement(path);
    if (path.getLeaf() instanceof NewClassTree made) {
      return element instanceof ExecutableElement constructor
          && element.getEnclosingElement() instanceof TypeElement owner
          && owner.getKind() == ElementKind.RECORD
          && made.getClassBody() == null
          && RecordTrust.isCanonical(constructor, owner)
          && made.getArguments().stream().allMatch(a -> isNumber(path, a) || isWhole(at(path, a)));
    }
    return element instanceof VariableElement other
        && other.getKind() == ElementKind.FIELD
        && isWhole(other);
  }

  private boolean isNumber(TreePath path, ExpressionTree argument) {
    return trees.getTypeMirror(at(path, argument)).getKind().isPrimitive();
  }

  private static TreePath at(TreePath path, ExpressionTree argument) {
    return new TreePath(path, argument);
  }
}
