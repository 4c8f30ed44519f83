package io.github.cotangent.processor.syntax;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Source that is carried through unread: text in which everything that must follow a renaming, an
 * import or the move to another class has been taken out as a symbol.
 */
final class OpaqueText {

  private final MethodContext method;

  OpaqueText(MethodContext method) {
    this.method = method;
  }

  /** An expression as text. It may assign no variable of the method, and no array element. */
  Expr expression(Expression e, Type type, ErrorId ifActive) {
    Code code = code(e, false);
    Optional<Expression> write = e.findFirst(Expression.class, w -> writesElement(w, e));
    if (write.isEmpty() && !code.writes().isEmpty()) {
      write = Optional.of(e);
    }
    if (write.isPresent()) {
      method.report(
          ErrorId.UNSUPPORTED_EXPRESSION,
          write.get(),
          "An assignment inside of another expression",
          "Make it a statement of its own.");
      return method.placeholder(type);
    }
    return new Expr.Opaque(code, type, ifActive.id(), method.origin(e));
  }

  /** True for assignments and steps of an array element, but for arrays made inside the node. */
  static boolean writesElement(Expression e, Node within) {
    Expression target = null;
    if (e instanceof AssignExpr assign) {
      target = assign.getTarget();
    } else if (e instanceof UnaryExpr step && Symbols.isStep(step)) {
      target = step.getExpression();
    }
    return target instanceof ArrayAccessExpr access && !isMadeWithin(access.getName(), within);
  }

  private static boolean isMadeWithin(Expression array, Node within) {
    return array instanceof NameExpr name
        && within.findAll(VariableDeclarator.class).stream()
            .filter(v -> v.getNameAsString().equals(name.getNameAsString()))
            .map(v -> v.getInitializer().orElse(null))
            .allMatch(i -> i instanceof ArrayCreationExpr || i instanceof ArrayInitializerExpr)
        && within.findAll(VariableDeclarator.class).stream()
            .anyMatch(v -> v.getNameAsString().equals(name.getNameAsString()));
  }

  /**
   * The text of a node.
   *
   * @param lines true to keep line breaks, indentation and comments
   */
  Code code(Node node, boolean lines) {
    TreeMap<Integer, Symbols.Symbol> symbols = new Symbols(method).of(node);
    List<Code.Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int skipTo = 0;
    boolean space = false;
    boolean removed = false;
    for (JavaToken token : node.getTokenRange().orElseThrow()) {
      int start = method.file.start(token);
      if (start < skipTo || removed && token.getCategory().isWhitespace()) {
        continue;
      }
      removed = false;
      if (token.getCategory().isEndOfLine() && lines) {
        text.append('\n');
        space = false;
      } else if (token.getCategory().isWhitespace() || token.getCategory().isComment() && !lines) {
        if (lines && beginsLine(text)) {
          text.append(token.getText());
        } else {
          space = true;
        }
      } else {
        if (space && !text.isEmpty() || space && !parts.isEmpty()) {
          text.append(' ');
        }
        space = false;
        Symbols.Symbol symbol = symbols.get(start);
        if (symbol == null) {
          text.append(method.file.slice(start, method.file.end(token)));
        } else {
          flush(text, parts);
          parts.addAll(symbol.parts());
          removed = symbol.parts().isEmpty();
          skipTo = symbol.end();
        }
      }
    }
    flush(text, parts);
    return new Code(parts);
  }

  /** True where only the indentation of a line has been read. */
  private static boolean beginsLine(StringBuilder text) {
    int lineStart = text.lastIndexOf("\n") + 1;
    return lineStart > 0 && text.substring(lineStart).isBlank();
  }

  private static void flush(StringBuilder text, List<Code.Part> parts) {
    if (!text.isEmpty()) {
      parts.add(new Code.Text(text.toString()));
      text.setLength(0);
    }
  }
}
