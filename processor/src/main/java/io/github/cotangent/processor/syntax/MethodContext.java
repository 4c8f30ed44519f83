package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.Node;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What the lowering of one method shares: the class it is in, its variables, its problems. */
final class MethodContext {

  final ClassContext in;
  final Problems problems;
  final SourceFile file;
  final TypeOracle oracle;
  final TypeMapping types;

  /** The class that declares the method. */
  final TypeElement owner;

  /** Every identifier of the method, and those that are added to it. */
  final Set<String> reserved;

  /** The receiver of a record's instance method; null in a static method. */
  Var self;

  private final Map<Element, Var> variables = new HashMap<>();
  private int nextId = 1;

  /** Classes and members that were found wanting: one report for each is enough in a method. */
  private final Set<Object> reported = new HashSet<>();

  MethodContext(ClassContext in, TypeElement owner, Set<String> identifiers) {
    this.reserved = identifiers;
    this.in = in;
    this.problems = in.problems();
    this.file = in.file();
    this.oracle = in.oracle();
    this.types = in.types();
    this.owner = owner;
  }

  /** A new variable for one of the method's. */
  Var declare(VariableElement element, Type type) {
    String name = element.getSimpleName().toString();
    if (name.isEmpty()) {
      name =
          free("unnamed"); // It was "_", which a later version of Java allows, and more than once.
    } else if (self != null && self.name().equals(name)) {
      name = free(name);
    }
    Var var = new Var(nextId++, name, type);
    variables.put(element, var);
    return var;
  }

  private String free(String taken) {
    int i = 1;
    while (!reserved.add(taken + i)) {
      i++;
    }
    return taken + i;
  }

  /** A new variable that the source does not name. */
  Var invent(String name, Type type) {
    return new Var(nextId++, name, type);
  }

  /** The variable of an element; null for all that is not a variable of this method. */
  Var variable(Element element) {
    return variables.get(element);
  }

  /** The place of a node. */
  Origin origin(Node node) {
    return file.origin(node);
  }

  /** Reports a problem at a node. */
  void report(ErrorId id, Node at, Object... arguments) {
    problems.report(id, origin(at), arguments);
  }

  /** Stands for what could not be lowered; a problem has been reported. */
  Expr placeholder(Type type) {
    return type.equals(Type.VOID) || type.isReference()
        ? new Expr.Literal(type, "null")
        : new Expr.Literal(type, type.equals(Type.BOOLEAN) ? "false" : "0");
  }

  /** Reports a member that the generated class cannot name. */
  void checkMember(Element member, Node at) {
    in.access()
        .hidden(member)
        .filter(reported::add)
        .ifPresent(e -> report(ErrorId.PRIVATE_MEMBER, at, e.getSimpleName()));
  }

  /** The IR's type of a type written or implied at a node; what cannot be used is reported. */
  Type type(TypeMirror mirror, Node at) {
    in.access()
        .privateClass(mirror)
        .filter(reported::add)
        .ifPresent(e -> report(ErrorId.PRIVATE_MEMBER, at, e.getSimpleName()));
    return types.of(mirror);
  }

  /** As {@link #type}, where a record must be able to hold an adjoint. */
  Type trustedType(TypeMirror mirror, Node at) {
    Optional<RecordTrust.Objection> objection = types.distrust(mirror);
    if (objection.isPresent() && reported.add(types.erased(mirror).leaf())) {
      RecordTrust.Objection why = objection.get();
      Type record = types.erased(mirror).leaf();
      report(ErrorId.UNTRUSTED_RECORD, at, record, why.reason(), why.remedy());
    }
    return type(mirror, at);
  }
}
