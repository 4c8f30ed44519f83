package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Writes the parts of a method as a method and an object with the blocks. */
final class MethodObjects {

  private final Declaration.Method method;
  private final MethodPart parts;
  private final Type.ClassType type;
  private final Map<Var, Var> fields;
  private final Map<MethodPart, BlockNames.Name> names;
  private final Var object;

  private MethodObjects(
      Declaration.Method method,
      MethodPart parts,
      Map<Var, Var> originals,
      Type.ClassType type,
      IntUnaryOperator line) {
    this.method = method;
    this.parts = parts;
    this.type = type;
    List<Var> given = method.function().parameters();
    Set<String> reserved = new HashSet<>(method.function().reserved());
    this.fields = SharedVariables.of(parts, given, originals, reserved);
    this.names = BlockNames.of(parts, line);
    parts.each(p -> reserved.addAll(identifiers(p)));
    given.forEach(v -> reserved.add(v.name()));
    this.object = Names.beside(reserved).fresh("blocks", type);
  }

  /**
   * The method, and the object.
   *
   * @param originals what variables were before they were told apart
   * @param line the line of an offset in the source
   */
  static List<Declaration> of(
      Declaration.Method method,
      MethodPart parts,
      Map<Var, Var> originals,
      Type.ClassType type,
      IntUnaryOperator line) {
    MethodObjects made = new MethodObjects(method, parts, originals, type, line);
    return List.of(made.rest(), made.object());
  }

  private static Set<String> identifiers(MethodPart part) {
    Set<String> found = new HashSet<>();
    new Walker() {
      @Override
      protected void read(Var v) {
        found.add(v.name());
      }

      @Override
      protected void declare(Var v) {
        found.add(v.name());
      }
    }.walk(part.code());
    return found;
  }

  private Declaration rest() {
    Function f = method.function();
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Local(object, Optional.of(create()), Origin.NONE));
    for (Var v : f.parameters()) {
      if (fields.containsKey(v)) {
        Place field = new Place.Variable(ofObject(fields.get(v)));
        body.add(new Stmt.Assign(field, new Expr.Read(v), false, Origin.NONE));
      }
    }
    body.addAll(new Sharing(parts).stmts(parts.code()));
    return method.withBody(new Stmt.Block(body, f.body().origin()));
  }

  private Expr create() {
    List<Code.Part> text =
        List.of(new Code.Text("new "), new Code.Names(type), new Code.Text("()"));
    return new Expr.Opaque(new Code(text), type, "Internal", Origin.NONE);
  }

  private Declaration object() {
    List<Declaration.Method> blocks = new ArrayList<>();
    parts.each(
        p -> {
          if (!p.isMethod()) {
            blocks.add(block(p));
          }
        });
    String doc =
        "{@code "
            + method.function().name()
            + "} in blocks, and the variables that they share: HotSpot compiles no method of more"
            + " than 8,000 bytes of bytecode.";
    return new Declaration.MethodObject(
        type, List.copyOf(new LinkedHashSet<>(fields.values())), blocks, doc);
  }

  private Declaration.Method block(MethodPart part) {
    Function f = method.function();
    Function block =
        new Function(
            type,
            names.get(part).name(),
            List.copyOf(part.arguments()),
            Set.of(),
            Type.VOID,
            Stmt.Block.of(new Sharing(part).stmts(part.code())),
            f.thrown(),
            f.reserved(),
            f.origin());
    return new Declaration.Method(
        block, false, Declaration.Visibility.PACKAGE, names.get(part).doc());
  }

  /** As the method itself names a field of the object. */
  private Var ofObject(Var field) {
    return new Var(field.id(), object.name() + "." + field.name(), field.type());
  }

  /** The code of a part with shared variables in fields, and with its calls. */
  private final class Sharing extends Rewriter {
    private final MethodPart part;

    Sharing(MethodPart part) {
      this.part = part;
    }

    @Override
    protected Var var(Var v) {
      if (!fields.containsKey(v)) {
        return v;
      }
      return part.isMethod() ? ofObject(fields.get(v)) : fields.get(v);
    }

    /** Fields are declared already. Without a value, nothing reads what was there before. */
    @Override
    public List<Stmt> visit(Stmt.Local s) {
      if (!fields.containsKey(s.var())) {
        return super.visit(s);
      }
      Place field = new Place.Variable(var(s.var()));
      return s.init()
          .<List<Stmt>>map(e -> List.of(new Stmt.Assign(field, expr(e), false, s.origin())))
          .orElse(List.of());
    }

    @Override
    public List<Stmt> visit(Stmt.Evaluate s) {
      MethodPart called = part.called(s);
      return called == null ? super.visit(s) : List.of(call(called));
    }

    private Stmt call(MethodPart called) {
      List<Var> passed = List.copyOf(called.arguments());
      Callee callee =
          new Callee(
              Callee.Kind.GENERATED,
              type,
              names.get(called).name(),
              passed.stream().map(Var::type).toList(),
              Type.VOID,
              !part.isMethod());
      Expr receiver = part.isMethod() ? new Expr.Read(object) : null;
      List<Expr> arguments = passed.stream().<Expr>map(Expr.Read::new).toList();
      return new Stmt.Evaluate(
          new Expr.Call(callee, receiver, arguments, Origin.NONE), Origin.NONE);
    }
  }
}
