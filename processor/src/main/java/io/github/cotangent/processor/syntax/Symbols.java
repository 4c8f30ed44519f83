package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Finds what in a piece of source is not plain text. */
final class Symbols {

  /** What replaces the characters from where it was found up to {@code end}. */
  record Symbol(int end, List<Code.Part> parts) {}

  private final MethodContext method;
  private final TreeMap<Integer, Symbol> found = new TreeMap<>();

  Symbols(MethodContext method) {
    this.method = method;
  }

  /** The symbols of a node by the offset of their first character. */
  TreeMap<Integer, Symbol> of(Node root) {
    root.walk(Node.TreeTraversal.PREORDER, this::visit);
    return found;
  }

  static boolean isStep(UnaryExpr e) {
    return switch (e.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  private void visit(Node node) {
    if (node instanceof NameExpr || node instanceof FieldAccessExpr) {
      name((Expression) node);
    } else if (node instanceof MethodCallExpr call) {
      call(call);
    } else if (node instanceof MethodReferenceExpr reference
        && method.oracle.element(reference) instanceof ExecutableElement target) {
      method.checkMember(target, reference);
    } else if (node instanceof ThisExpr self
        && method.self != null
        && self.getTypeName().isEmpty()
        && method.file.start(self) >= 0
        && method.owner.equals(elementType(self))) {
      put(self, new Code.Reads(method.self));
    } else if (node instanceof ClassOrInterfaceType type) {
      type(type);
    } else if (node instanceof AnnotationExpr annotation
        && !annotation.getNameAsString().equals("SuppressWarnings")) {
      found.put(method.file.start(node), new Symbol(method.file.end(node), List.of()));
    } else if (node instanceof TextBlockLiteralExpr block) {
      // On one line: its meaning depends on its indentation.
      put(block, new Code.Text(Literals.text(Literals.value(block))));
    }
  }

  private Element elementType(ThisExpr self) {
    Element element = method.oracle.element(self);
    return element == null ? method.owner : element.getEnclosingElement();
  }

  private void name(Expression e) {
    if (!method.oracle.knows(e)) {
      return;
    }
    Element element = method.oracle.element(e);
    Var var = method.variable(element);
    if (var != null) {
      put(e, isTarget(e) ? new Code.Writes(var) : new Code.Reads(var));
    } else if (element instanceof TypeElement type && isMember(type)) {
      method.checkMember(type, e);
      put(e, new Code.Names(method.types.className(type)));
    } else if (element instanceof VariableElement field && isField(field)) {
      field(field, e);
    }
  }

  private static boolean isMember(TypeElement type) {
    return type.getNestingKind() == NestingKind.TOP_LEVEL
        || type.getNestingKind() == NestingKind.MEMBER && isMemberOfMember(type);
  }

  private static boolean isMemberOfMember(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement outer && isMember(outer);
  }

  private static boolean isField(VariableElement e) {
    return (e.getKind() == ElementKind.FIELD || e.getKind() == ElementKind.ENUM_CONSTANT)
        && e.getEnclosingElement() instanceof TypeElement owner
        && isMember(owner);
  }

  private void field(VariableElement field, Expression e) {
    boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
    if (isTarget(e)) {
      method.report(ErrorId.FIELD_WRITE, e, field.getSimpleName());
    } else if (isStatic) {
      staticField(field, e);
    } else if (e instanceof NameExpr && method.self != null && isOwn(field.getEnclosingElement())) {
      boolean isComponent = field.getEnclosingElement().getKind() == ElementKind.RECORD;
      if (!isComponent) {
        method.checkMember(field, e);
      }
      String name = "." + field.getSimpleName() + (isComponent ? "()" : "");
      found.put(
          method.file.start(e),
          new Symbol(
              method.file.end(e), List.of(new Code.Reads(method.self), new Code.Text(name))));
    } else if (e instanceof FieldAccessExpr access
        && field.getEnclosingElement().getKind() == ElementKind.RECORD) {
      Code.Part accessor = new Code.Text(field.getSimpleName() + "()");
      found.put(
          method.file.start(access.getName()),
          new Symbol(method.file.end(access.getName()), List.of(accessor)));
    } else if (!field.getSimpleName().contentEquals("length")) {
      method.checkMember(field, e);
    }
  }

  private void staticField(VariableElement field, Expression e) {
    Object constant = field.getConstantValue();
    if (constant != null && Access.isPrivate(field)) {
      Expr literal = Literals.constant(constant, method.types.of(field.asType()));
      if (literal instanceof Expr.Unary minus) {
        put(e, new Code.Text("(-" + ((Expr.Literal) minus.operand()).text() + ")"));
      } else if (literal instanceof Expr.Literal plain) {
        put(e, new Code.Text(plain.text()));
      } else {
        Expr.Field special = (Expr.Field) literal;
        qualify(e, special.owner(), special.name());
      }
      return;
    }
    if (!isCaseLabel(e)) {
      method.checkMember(field, e);
      TypeElement owner = (TypeElement) field.getEnclosingElement();
      qualify(e, method.types.className(owner), field.getSimpleName().toString());
    }
  }

  /** Enum constants stand bare behind {@code case}. */
  private static boolean isCaseLabel(Expression e) {
    return e.getParentNode()
        .filter(
            p ->
                p instanceof com.github.javaparser.ast.stmt.SwitchEntry entry
                    && entry.getLabels().contains(e))
        .isPresent();
  }

  private void qualify(Expression e, Type.ClassType owner, String name) {
    found.put(
        method.file.start(e),
        new Symbol(method.file.end(e), List.of(new Code.Names(owner), new Code.Text("." + name))));
  }

  private void call(MethodCallExpr call) {
    if (!(method.oracle.element(call) instanceof ExecutableElement target)
        || !(target.getEnclosingElement() instanceof TypeElement owner)
        || !isMember(owner)) {
      return;
    }
    int start = method.file.start(call.getName());
    int end = method.file.end(call.getName());
    if (isCarried(target)) {
      String key = method.in.callees().of(target, Type.VOID).key();
      Code.Part bare = new Code.Calls(key, call.getNameAsString());
      found.put(method.file.start(call), new Symbol(end, List.of(bare)));
      return;
    }
    method.checkMember(target, call.getName());
    if (call.getScope().isPresent()) {
      return;
    }
    String name = "." + call.getNameAsString();
    if (target.getModifiers().contains(Modifier.STATIC)) {
      Code.Part qualifier = new Code.Names(method.types.className(owner));
      found.put(start, new Symbol(end, List.of(qualifier, new Code.Text(name))));
    } else if (method.self != null && isOwn(owner)) {
      Code.Part self = new Code.Reads(method.self);
      found.put(start, new Symbol(end, List.of(self, new Code.Text(name))));
    }
  }

  /** True for the class of the method's receiver, and for what it inherits from. */
  private boolean isOwn(Element owner) {
    return method.types.inherits(method.owner, (TypeElement) owner);
  }

  /** A private method that can stand beside the text as a copy. */
  private boolean isCarried(ExecutableElement target) {
    return Access.isPrivate(target)
        && target.getModifiers().contains(Modifier.STATIC)
        && method.in.callees().isLocal(target);
  }

  private void type(ClassOrInterfaceType type) {
    int start = method.file.start(type);
    int end = method.file.end(type.getName());
    if (method.oracle.element(start, end) instanceof TypeElement element && isMember(element)) {
      method.checkMember(element, type);
      found.putIfAbsent(
          start, new Symbol(end, List.of(new Code.Names(method.types.className(element)))));
    }
  }

  private static boolean isTarget(Expression e) {
    Node parent = e.getParentNode().orElseThrow();
    return parent instanceof AssignExpr assign && assign.getTarget() == e
        || parent instanceof UnaryExpr step && isStep(step);
  }

  private void put(Expression e, Code.Part part) {
    found.putIfAbsent(method.file.start(e), new Symbol(method.file.end(e), List.of(part)));
  }
}
