package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls of every kind. */
final class Calls {
  private static final Map<String, Method> MATH = new ConcurrentHashMap<>();

  private final Interpreter interpreter;

  Calls(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  Object call(Expr.Call e, Object receiver, List<Object> given) {
    Callee callee = e.callee();
    List<Object> args = converted(callee, given);
    return switch (callee.kind()) {
      case LOCAL, LINKED -> interpreted(callee, receiver, args);
      case RULED -> ruled(callee, args);
      case MATH -> math(callee, args);
      case ARRAY -> Arrangements.call(callee.name(), receiver, args);
      case SINK ->
          callee.returnType().equals(Type.VOID) ? null : foreign(callee, receiver, args, false);
      case CONSTANT, FOREIGN -> foreign(callee, receiver, args, true);
      case GENERATED -> throw new UnsupportedOperationException("generated: " + callee.name());
    };
  }

  /** A method without source, as an enum's {@code values()}, is run as compiled. */
  private Object interpreted(Callee callee, Object receiver, List<Object> args) {
    Function f;
    try {
      f = interpreter.host().function(callee);
    } catch (IllegalArgumentException x) {
      return foreign(callee, receiver, args, true);
    }
    return interpreter.call(f, args);
  }

  /** The rule is what is to be tested: the method itself is differentiated, where it can be. */
  private Object ruled(Callee callee, List<Object> args) {
    Function f;
    try {
      f = interpreter.host().function(callee);
    } catch (IllegalArgumentException x) {
      throw new UnsupportedOperationException("no source of " + callee.name(), x);
    }
    return interpreter.call(f, args);
  }

  private static List<Object> converted(Callee callee, List<Object> given) {
    List<Object> args = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      boolean declared = i < callee.parameterTypes().size();
      Object arg = given.get(i);
      args.add(declared ? Values.convert(arg, callee.parameterTypes().get(i)) : arg);
    }
    return args;
  }

  private Object math(Callee callee, List<Object> args) {
    Method method = MATH.computeIfAbsent(callee.key(), k -> method(callee));
    Object value = invoke(method, null, args.stream().map(Calls::plain).toArray());
    boolean single = value instanceof Float;
    if (!single && !(value instanceof Double)) {
      return value;
    }
    List<Dual> duals = args.stream().map(a -> Values.dual(a, false)).toList();
    double y = ((Number) value).doubleValue();
    double tangent =
        duals.isEmpty() || duals.stream().allMatch(d -> d.tangent() == 0)
            ? 0
            : Calculus.tangent(callee.name(), duals, y);
    return new Dual(y, tangent, single);
  }

  private static Object plain(Object value) {
    return value instanceof Dual d ? d.boxed() : value;
  }

  private Method method(Callee callee) {
    Marshal marshal = interpreter.marshal();
    Class<?>[] types =
        callee.parameterTypes().stream().map(marshal::classOf).toArray(Class<?>[]::new);
    try {
      Method method = marshal.classOf(callee.owner()).getDeclaredMethod(callee.name(), types);
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException x) {
      throw new IllegalStateException(x);
    } catch (java.lang.reflect.InaccessibleObjectException x) {
      return publicMethod(marshal.classOf(callee.owner()), callee.name(), types);
    }
  }

  private static Method publicMethod(Class<?> owner, String name, Class<?>[] types) {
    try {
      return owner.getMethod(name, types);
    } catch (NoSuchMethodException x) {
      throw new IllegalStateException(x);
    }
  }

  /** Runs compiled Java: its result is a constant, and so is what it may have written. */
  private Object foreign(Callee callee, Object receiver, List<Object> args, boolean writes) {
    Marshal.Exit exit = interpreter.marshal().new Exit(false);
    Object target = exit.leave(receiver);
    Object result = invoke(method(callee), target, args.stream().map(exit::leave).toArray());
    if (writes) {
      exit.takeBack();
    }
    return interpreter.marshal().enter(result, null, callee.returnType());
  }

  private static Object invoke(Method method, Object receiver, Object[] args) {
    try {
      return method.invoke(receiver, args);
    } catch (InvocationTargetException x) {
      if (x.getCause() instanceof RuntimeException r) {
        throw r;
      }
      if (x.getCause() instanceof Error r) {
        throw r;
      }
      throw new IllegalStateException(x.getCause());
    } catch (IllegalAccessException x) {
      throw new IllegalStateException(x);
    }
  }
}
