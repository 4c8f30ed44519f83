package io.github.cotangent.processor;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problem;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.syntax.SourceClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the methods of the class that others of its methods call, and decides which of the calls
 * stay {@link Callee.Kind#LOCAL}. One whose signature cannot carry a derivative is a constant. One
 * that could not be read is foreign: no error while no derivative goes into it; where one does,
 * what was found wrong with it is reported.
 */
final class LocalCalls {

  private final SourceClass source;
  private final Map<Callee, String> keys = new LinkedHashMap<>();
  private final List<Function> read = new ArrayList<>();
  private final Map<String, Function> refused = new LinkedHashMap<>();
  private final Map<String, Optional<Function>> glanced = new HashMap<>();

  LocalCalls(SourceClass source) {
    this.source = source;
  }

  /** The function with its local calls decided; what they call is read. */
  Function mark(Function f) {
    return f.withBody(new Marking().block(f.body()));
  }

  /** What was read since this was asked last. */
  List<Function> read() {
    List<Function> all = List.copyOf(read);
    read.clear();
    return all;
  }

  /** The key of the method that a call of this class's was made constant or foreign from. */
  Optional<String> key(Callee callee) {
    return Optional.ofNullable(keys.get(callee));
  }

  /** A method that something was found wrong with, as far as it could be read. */
  Optional<Function> refused(Callee callee) {
    return key(callee).map(refused::get);
  }

  /** A method of the class that is not differentiated here, as far as it could be read. */
  Optional<Function> glance(Callee callee) {
    return callee.kind() == Callee.Kind.CONSTANT || callee.kind() == Callee.Kind.LOCAL
        ? glanced.computeIfAbsent(key(callee).orElse(callee.key()), source::glance)
        : Optional.empty();
  }

  /** What was found wrong with a method of the class when it was read. */
  List<Problem> problems(Callee callee) {
    return key(callee).map(source::problems).orElse(List.of());
  }

  private final class Marking extends Rewriter {
    @Override
    public Expr visit(Expr.Call e) {
      Expr.Call call = (Expr.Call) super.visit(e);
      Callee c = call.callee();
      if (c.kind() == Callee.Kind.RULED) {
        Callee ruled = ruled(c);
        return new Expr.Call(ruled, call.receiver(), call.arguments(), call.origin());
      }
      if (c.kind() != Callee.Kind.LOCAL) {
        return call;
      }
      Optional<Function> body = source.method(c.key());
      if (body.isEmpty() || !source.problems(c.key()).isEmpty()) {
        body.ifPresent(f -> refused.put(c.key(), f));
        return moved(call, Callee.Kind.FOREIGN);
      }
      read.add(body.get());
      return carries(c) ? call : moved(call, Callee.Kind.CONSTANT);
    }

    /** The rules of this class are read: second derivatives differentiate them. */
    private Callee ruled(Callee c) {
      return c.with(c.derivation().orElseThrow().withMethods(this::rule));
    }

    private Callee rule(Callee c) {
      if (c.kind() == Callee.Kind.RULED) {
        return ruled(c);
      }
      if (c.kind() != Callee.Kind.LOCAL) {
        return c;
      }
      Optional<Function> body = source.method(c.key());
      if (body.isEmpty() || !source.problems(c.key()).isEmpty() || !carries(c)) {
        return c.as(Callee.Kind.FOREIGN);
      }
      read.add(body.get());
      return c;
    }

    private boolean carries(Callee c) {
      boolean takes = false;
      boolean gives = c.returnType().isDifferentiable();
      for (int i = 0; i < c.parameterTypes().size(); i++) {
        takes |= c.differentiates(i);
        gives |= c.parameterTypes().get(i).holdsDifferentiableArray();
      }
      return takes && gives;
    }

    private Expr moved(Expr.Call call, Callee.Kind kind) {
      Callee c = call.callee();
      List<Type> types = c.parameterTypes();
      List<Expr> arguments = call.arguments();
      Expr receiver = call.receiver();
      if (!c.isStatic() && receiver == null) {
        receiver = arguments.get(0);
        arguments = arguments.subList(1, arguments.size());
        types = types.subList(1, types.size());
        reach(call);
      }
      int first = c.parameterNames().size() - types.size();
      Callee to =
          new Callee(kind, c.owner(), c.name(), types, c.returnType(), c.isStatic())
              .named(c.parameterNames().subList(first, c.parameterNames().size()));
      keys.put(to, c.key());
      return new Expr.Call(to, receiver, arguments, call.origin());
    }

    /** A copy of a private method has no {@code this}. */
    private void reach(Expr.Call call) {
      Callee c = call.callee();
      if (source.isPrivate(c.key())) {
        source.problems().report(ErrorId.PRIVATE_MEMBER, call.origin(), source.hidden(c.key()));
      }
    }
  }
}
