package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.Statement;
import io.github.cotangent.processor.diagnostics.ErrorId;

/**
 * Looks for records whose canonical constructor is written by hand.
 *
 * <p>To tell the type of anything, javac attributes the whole class, and puts a call of {@code
 * super()} into its constructors. It forgets that call in those of records: when it compiles the
 * class later, it finds the call there, and says that a canonical constructor must have none.
 */
final class WrittenConstructors {

  private final ClassContext in;

  WrittenConstructors(ClassContext in) {
    this.in = in;
  }

  /** Reports all of them. */
  void report() {
    for (RecordDeclaration record : in.file().tree().findAll(RecordDeclaration.class)) {
      for (CompactConstructorDeclaration compact : record.getCompactConstructors()) {
        report(compact.getName());
      }
      for (ConstructorDeclaration constructor : record.getConstructors()) {
        if (isCanonical(constructor)) {
          report(constructor.getName());
        }
      }
    }
  }

  /** All others begin with a call of another one. */
  private static boolean isCanonical(ConstructorDeclaration constructor) {
    return constructor
        .getBody()
        .getStatements()
        .getFirst()
        .filter(Statement::isExplicitConstructorInvocationStmt)
        .isEmpty();
  }

  private void report(SimpleName name) {
    in.problems()
        .report(
            ErrorId.UNSUPPORTED_STATEMENT,
            in.file().origin(name),
            name.asString(),
            "javac cannot compile the canonical constructor of a record that is written by hand in"
                + " a class with annotated methods: move the record into a file of its own, or leave"
                + " the constructor implicit.");
  }
}
